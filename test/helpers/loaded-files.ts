import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** The built program: `npm test` builds it. */
export const dist = resolve(import.meta.dirname, '../../dist');

/** Which files of the built program one call of it loads, by their paths in dist/. Node's coverage names each script. */
export async function loadedFiles(...args: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loaded-'));
  try {
    await execa(process.execPath, [join(dist, 'mqtt-setup.mjs'), ...args], {
      env: { NODE_V8_COVERAGE: folder },
      reject: false,
    });
    const [report = ''] = await readdir(folder);
    const { result } = JSON.parse(await readFile(join(folder, report), 'utf8')) as {
      result: { url: string }[];
    };
    const paths = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
    return paths.filter((path) => path.startsWith(`${dist}/`)).map((path) => path.slice(dist.length + 1));
  } finally {
    await rm(folder, { recursive: true });
  }
}
