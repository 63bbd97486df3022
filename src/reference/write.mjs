// Writes the references of this folder anew, from the table of options and the schema of broker.yaml.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'mqtt-setup-reference-'));
try {
  const outfile = join(scratch, 'references.mjs');
  await build({
    entryPoints: [join(folder, 'references.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { references } = await import(pathToFileURL(outfile).href);
  for (const [name, text] of await references()) await writeFile(join(folder, name), text);
} finally {
  await rm(scratch, { recursive: true });
}
