// npm run build:single: the whole program as one file, build/mqtt-setup.cjs, for any Node that can run it. It is
// CommonJS, so that a Node that is too old says so in a sentence, and so that the executable can be made of it.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readProgram, writeOne } from './bundle.mjs';
import { librariesIn, licenceNotices } from './libraries.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Answers the path of the file. The licences of what is in it lie beside it. */
export async function writeSingle() {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const file = `${root}build/mqtt-setup.cjs`;
  await mkdir(`${root}build`, { recursive: true });
  const program = await readProgram({ root, entries: { cli: 'src/main.ts' }, version });
  const output = await writeOne(program, file, 'cjs', '#!/usr/bin/env node');
  await writeFile(`${root}build/LICENSES.txt`, licenceNotices(librariesIn(output)));
  await program.close();
  await chmod(file, 0o755);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await writeSingle();
