// The program's modules, read once by rolldown, and written in the forms in which it is carried about.
import { isBuiltin } from 'node:module';
import { rolldown } from 'rolldown';
import { groupModules } from './chunks.mjs';
import { leftOut } from './left-out.mjs';
import { templates } from './templates.mjs';

const common = { minify: true, comments: false };

/** Reads the modules from `entries` (paths inside `root`, by name) on. Close it when done. */
export function readProgram({ root, entries, version, external = [] }) {
  return rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external: [/^node:/, ...external],
    transform: { target: 'node20', define: { __VERSION__: JSON.stringify(version) } },
    preserveEntrySignatures: 'allow-extension',
    plugins: [leftOut, templates],
    onLog(level, log, handle) {
      // The few modules that are loaded late here and at once there are known to us: they lie in a file of both.
      if (level === 'warn' && log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle('error', log);
    },
  });
}

/** Written as few files, of which a command loads its own. Answers them. */
export async function writeChunks(program, folder) {
  const modules = await modulesOf(program);
  const ending = (end) => [...modules.keys()].find((id) => id.endsWith(end));
  const groups = groupModules(modules, ending('/src/cli/run.ts'), {
    others: [ending('/src/cli/completion/complete.ts')],
    languages: [ending('/src/i18n/en.ts'), ending('/src/i18n/fr.ts')],
  });
  const name = (id) => groups.get(id) ?? 'core';
  const { output } = await program.write({
    ...common,
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name, debugName: 'commands' }] },
  });
  return output;
}

/** Written as one file. */
export async function writeOne(program, file, format, banner = '') {
  const { output } = await program.write({ ...common, file, format, banner, codeSplitting: false });
  return output;
}

/** What is left of each module when what nobody uses has been shaken out, and what it imports. */
async function modulesOf(program) {
  const graph = new Map();
  const { output } = await program.generate({
    format: 'esm',
    plugins: [
      {
        name: 'graph',
        renderStart() {
          // Node's own modules are in no file of ours.
          for (const id of this.getModuleIds()) if (!isBuiltin(id)) graph.set(id, this.getModuleInfo(id));
        },
      },
    ],
  });
  const left = new Map(output.flatMap((chunk) => Object.entries(chunk.modules)));
  return new Map(
    [...graph].map(([id, { importedIds, dynamicallyImportedIds }]) => [
      id,
      { size: left.get(id)?.renderedLength ?? 0, imports: importedIds, loads: dynamicallyImportedIds },
    ]),
  );
}
