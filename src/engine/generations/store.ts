import { fail } from '../../errors.ts';
import type { Host, HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import {
  type Generation,
  type GenerationHead,
  parseGeneration,
  parseHead,
  printGeneration,
} from './format.ts';

/** A gigabyte: a hundred thousand accounts have files of 60 MB together. */
const maxBytes = 1024 * 1024 * 1024;

const folder = (state: string): string => `${state}/generations`;

/** Where generation `number` is kept: one file, closed to everybody but root (or the owner of a local broker). */
export function generationPath(state: string, number: number): string {
  return `${folder(state)}/${String(number).padStart(6, '0')}.jsonl`;
}

/** The numbers of those that are kept, the oldest first; [] where there is none. */
export async function generationNumbers(host: Pick<HostReader, 'list'>, state: string): Promise<number[]> {
  const names = (await host.list(folder(state))) ?? [];
  return names
    .flatMap((name) => /^(\d{6,})\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** What is known of each that is kept, the oldest first; null instead of one that is damaged. */
export async function generationHeads(
  host: HostReader,
  state: string,
): Promise<{ number: number; head: GenerationHead | null }[]> {
  const numbers = await generationNumbers(host, state);
  return Promise.all(
    numbers.map(async (number) => ({ number, head: parseHead((await textOf(host, state, number)) ?? '') })),
  );
}

/** Throws 65 where there is none of that number, or where it is damaged: nothing is made from half of one. */
export async function readGeneration(host: HostReader, state: string, number: number): Promise<Generation> {
  const file = generationPath(state, number);
  const text = await textOf(host, state, number);
  if (text === null) {
    const kept = (await generationNumbers(host, state)).join(', ') || '–';
    throw fail('input', msg('generations.missing', { number }), {
      fix: msg('generations.missingFix', { numbers: kept }),
    });
  }
  const generation = parseGeneration(text);
  if (generation?.number === number) return generation;
  throw fail('input', msg('generations.damaged', { number }), {
    place: { file },
    fix: msg('generations.damagedFix'),
  });
}

async function textOf(host: HostReader, state: string, number: number): Promise<string | null> {
  const read = await host.read(generationPath(state, number), { maxBytes });
  return read.ok ? read.data.toString('utf8') : null;
}

/** Keeps a generation, on disk when this answers. One of its number that a run left which was taken back goes. */
export async function writeGeneration(host: Host, state: string, generation: Generation): Promise<void> {
  await host.perform({ type: 'mkdir', path: folder(state), owner: null, group: null, mode: 0o700 });
  const path = generationPath(state, generation.number);
  await host.perform({ type: 'remove', path });
  await host.perform({
    type: 'write',
    path,
    content: printGeneration(generation),
    owner: null,
    group: null,
    mode: 0o600,
  });
}

/** So many are kept whatever their size. */
const fewest = 3;

/** Keeps the newest `keep`, or fewer where they need more than `mostBytes` together; answers the numbers that went. */
export async function pruneGenerations(
  host: Host,
  state: string,
  keep: number,
  mostBytes = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const newestFirst = (await generationNumbers(host, state)).toReversed();
  let room = mostBytes;
  const old: number[] = [];
  for (const [index, number] of newestFirst.entries()) {
    room -= (await host.stat(generationPath(state, number)))?.size ?? 0;
    if (index >= keep || (index >= fewest && room < 0)) old.unshift(number);
  }
  await remove(host, state, old);
  return old;
}

/** Removes them all, and their folder. */
export async function removeGenerations(host: Host, state: string): Promise<void> {
  await remove(host, state, await generationNumbers(host, state));
  await host.perform({ type: 'rmdir', path: folder(state) });
}

async function remove(host: Host, state: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await host.perform({ type: 'remove', path: generationPath(state, number) });
}
