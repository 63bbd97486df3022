// Bundles src/ into dist/: a tiny entry that old Nodes can parse, and chunks that a command loads when it is called.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { readProgram, writeChunks } from './build/bundle.mjs';
import { billOfMaterials, librariesIn, licenceNotices } from './build/libraries.mjs';

const run = promisify(execFile);

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
const { version } = manifest;

await mkdir(`${root}dist/chunks`, { recursive: true });
// What a tab in a shell asks is loaded without the rest.
const entries = { cli: 'src/cli/run.ts', complete: 'src/cli/completion/complete.ts' };
const program = await readProgram({ root, entries, version });
const chunks = await writeChunks(program, `${root}dist/chunks`);
await program.close();

const libraries = librariesIn(chunks);
await writeFile(`${root}dist/LICENSES.txt`, licenceNotices(libraries));
await mkdir(`${root}build`, { recursive: true });
const materials = billOfMaterials(libraries, manifest, root);
await writeFile(`${root}build/mqtt-setup.cdx.json`, `${JSON.stringify(materials, null, 2)}\n`);

await build({
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  charset: 'utf8',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
  minifySyntax: true,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/mqtt-setup.mjs',
  // Old enough to be read by a Node that is too old to run us: it must get a sentence, not a syntax error.
  target: 'node12.20',
  plugins: [
    {
      name: 'entry-loads-chunks',
      setup(b) {
        b.onResolve({ filter: /cli\/run\.ts$/ }, () => ({ path: './chunks/cli.mjs', external: true }));
        b.onResolve({ filter: /completion\/complete\.ts$/ }, () => ({
          path: './chunks/complete.mjs',
          external: true,
        }));
      },
    },
  ],
  banner: { js: '#!/usr/bin/env node' },
});
await chmod(`${root}dist/mqtt-setup.mjs`, 0o755);
await writeFile(`${root}dist/package.json`, `${JSON.stringify({ type: 'module' })}\n`);

// What an earlier build left. The folder itself stays: somebody may be running from it.
const written = new Set(chunks.map(({ fileName }) => fileName));
for (const name of await readdir(`${root}dist/chunks`)) {
  if (!written.has(name)) await rm(`${root}dist/chunks/${name}`);
}

// The manual, written by the program itself, for man; in French it is `mqtt-setup man` that shows it.
await mkdir(`${root}dist/man`, { recursive: true });
const words = [`${root}dist/mqtt-setup.mjs`, 'man', '--roff', '--lang', 'en'];
const page = await run(process.execPath, words);
await writeFile(`${root}dist/man/mqtt-setup.1`, page.stdout);
