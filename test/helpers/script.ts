import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const source = resolve(import.meta.dirname, '../../src');

/** A few lines of TypeScript as one file that Node runs anywhere; `@/` stands for src/. Remove it when done. */
export async function bundleScript(lines: string): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'script-'));
  const path = join(folder, 'script.mjs');
  const entry = join(folder, 'script.ts');
  await writeFile(entry, lines.replaceAll('@/', `${source}/`));
  await build({
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  await chmod(folder, 0o755);
  await chmod(path, 0o644);
  return { path, remove: () => rm(folder, { recursive: true }) };
}
