import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const source = resolve(import.meta.dirname, '../../src');

/**
 * Runs a few lines of TypeScript in a process of their own, without HOME, as the user `nobody` where we are root.
 * `@/` stands for src/. What they print on standard output is returned.
 */
export async function runAsNobody(lines: string, args: readonly string[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'run-as-'));
  try {
    await chmod(folder, 0o755);
    const entry = join(folder, 'entry.ts');
    const out = join(folder, 'entry.mjs');
    await writeFile(entry, lines.replaceAll('@/', `${source}/`));
    await build({
      entryPoints: [entry],
      outfile: out,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    await chmod(out, 0o644);
    const become =
      process.getuid?.() === 0
        ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--']
        : [];
    const [file = '', ...rest] = [...become, process.execPath, out, ...args];
    const { stdout } = await promisify(execFile)(file, rest, {
      env: { PATH: '/usr/bin:/bin:/usr/sbin' },
      cwd: '/',
      timeout: 120_000,
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
