import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';

/** One bug: a text of a source file, and what stands there instead. */
export interface Mutation {
  file: string;
  from: string;
  to: string;
}

const project = resolve(import.meta.dirname, '../..');

/** Builds the program with these bugs in it; answers the folder of the built program, and how it is removed. */
export async function buildMutant(
  mutations: readonly Mutation[],
): Promise<{ dist: string; dispose: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-mutant-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    for (const name of ['src', 'templates', 'package.json', 'tsconfig.json'])
      await cp(join(project, name), join(folder, name), { recursive: true });
    await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
    for (const { file, from, to } of mutations) {
      const path = join(folder, 'src', file);
      const text = await readFile(path, 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
      await writeFile(
        path,
        text.replace(from, () => to),
      );
    }
    await execa('node', ['src/build.mjs'], { cwd: folder, stdin: 'ignore' });
    return { dist: join(folder, 'dist'), dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
