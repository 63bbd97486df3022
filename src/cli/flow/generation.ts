import type { Report } from '../../checks/types.ts';
import { type Bytes, type Generation, sha256 } from '../../engine/generations/format.ts';
import { generationNumbers, generationPath, writeGeneration } from '../../engine/generations/store.ts';
import type { Plan } from '../../engine/types.ts';
import type { Facts } from '../../facts/types.ts';
import type { Host, HostReader } from '../../host/types.ts';
import { type Call, textOption } from '../context.ts';

/** So many are kept without being asked: the older ones go after each change. */
export const mostGenerations = 30;

/** Bytes of all of them: a hundred thousand accounts have 60 MB in each. */
export const roomForGenerations = 512 * 1024 * 1024;

interface Done {
  number: number;
  /** As they are now that it is proven. */
  facts: Facts;
  report: Report;
  overwritten: Bytes[];
}

/** Keeps what has just been proven as a generation: its files, who made it and why, and the proof. */
export async function keepGeneration(
  call: Call,
  { number, facts, report, overwritten }: Done,
): Promise<void> {
  const { layout, records, mosquitto, packages } = facts;
  // Our CA is put back by no roll-back, so that its key is kept in one place only.
  const written = Object.keys(records?.written ?? {}).filter((path) => !path.startsWith(`${layout.ca}/`));
  const paths = new Set([layout.spec, ...written]);
  const generation: Generation = {
    schemaVersion: 1,
    number,
    made: call.host.now().toISOString(),
    command: `mqtt-setup ${call.command}`,
    who: whoIs(call),
    message: textOption(call.options, 'message') ?? null,
    tool: __VERSION__,
    mosquitto: mosquitto.version,
    package: packages?.installed['mosquitto'] ?? null,
    report: {
      ok: report.ok,
      checks: Object.fromEntries(report.checks.map(({ id, status }) => [id, status])),
    },
    files: await bytesAt(call.host, [...paths]),
    overwritten,
  };
  await writeGeneration(call.host, layout.state, generation);
}

/** Generations from a backup, where the machine has none of its own; `protect` makes each part of what is taken back. */
export async function bringGenerations(
  host: Host,
  state: string,
  generations: readonly Generation[],
  protect: (path: string) => Promise<void>,
): Promise<void> {
  if (generations.length === 0 || (await generationNumbers(host, state)).length > 0) return;
  for (const generation of generations) {
    await protect(generationPath(state, generation.number));
    await writeGeneration(host, state, generation);
  }
}

/**
 * What somebody else wrote into files that this plan replaces or takes away, their own edits of the spec among them:
 * it stands in no generation yet, and must not be lost.
 */
export async function overwrittenBy(host: HostReader, { steps }: Plan, facts: Facts): Promise<Bytes[]> {
  const foreign = steps.flatMap(({ path, undo }) => {
    if (path === undefined || !undo.some(({ type }) => type === 'restore')) return [];
    const now = facts.files[path]?.sha256 ?? null;
    return now === null || now === facts.records?.written[path] ? [] : [path];
  });
  return bytesAt(host, foreign);
}

/** Files as they are now, with their bytes; those that are not there, or are no files, are left out. */
export async function bytesAt(host: HostReader, paths: readonly string[]): Promise<Bytes[]> {
  const all = await Promise.all(
    paths.map(async (path): Promise<Bytes[]> => {
      const [stat, read] = await Promise.all([host.stat(path), host.read(path)]);
      if (stat === null || !read.ok) return [];
      const { owner, group, mode } = stat;
      return [{ path, owner, group, mode, sha256: sha256(read.data), data: read.data }];
    }),
  );
  return all.flat();
}

/** Whoever stands behind sudo, else the user we are. */
function whoIs({ env, host }: Call): string {
  return env['SUDO_USER'] ?? host.user.name;
}
