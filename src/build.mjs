// Bundles src/ into dist/: a tiny entry that old Nodes can parse, and chunks that a command loads when it is called.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  charset: 'utf8',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
  metafile: true,
};

await mkdir(`${root}dist/chunks`, { recursive: true });

const chunks = await build({
  ...common,
  entryPoints: { cli: 'src/cli/run.ts', complete: 'src/cli/completion/complete.ts' },
  outdir: 'dist/chunks',
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  splitting: true,
  target: 'node20',
  minify: true,
  loader: { '.hbs': 'text' },
  legalComments: 'none',
  alias: {
    // inquirer's editor prompt is not used; its half megabyte of text encodings stays out.
    '@inquirer/external-editor': './src/cli/no-editor.ts',
    // A copy of Node's own streams for browsers (140 kB), which mqtt-packet's buffer list asks for.
    'readable-stream': 'node:stream',
  },
  // CommonJS libraries call require() for Node's own modules.
  banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
});

await build({
  ...common,
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
for (const name of await readdir(`${root}dist/chunks`)) {
  if (!(`dist/chunks/${name}` in chunks.metafile.outputs)) await rm(`${root}dist/chunks/${name}`);
}

// The manual, written by the program itself: by man in English, by `mqtt-setup man` in the reader's language.
await mkdir(`${root}dist/man/fr`, { recursive: true });
for (const [language, folder] of [
  ['en', 'man'],
  ['fr', 'man/fr'],
]) {
  const page = await run(process.execPath, [
    `${root}dist/mqtt-setup.mjs`,
    'man',
    '--roff',
    '--lang',
    language,
  ]);
  await writeFile(`${root}dist/${folder}/mqtt-setup.1`, page.stdout);
}
