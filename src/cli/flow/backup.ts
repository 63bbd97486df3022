import type { Layout } from '../../distros/layout.ts';
import { type Backup, parseBackup } from '../../engine/backup/format.ts';
import { isSealed, unseal } from '../../engine/backup/seal.ts';
import type { Bytes, Generation } from '../../engine/generations/format.ts';
import { generationNumbers, generationPath, readGeneration } from '../../engine/generations/store.ts';
import { AppError, fail } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import type { Facts } from '../../facts/types.ts';
import type { Hidden } from '../../hidden.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { shown } from '../../shown.ts';
import { loadSpec } from '../../spec/load.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { askPassword } from '../prompt.ts';
import { bytesAt } from './generation.ts';
import { asTheyAre } from './passwords.ts';
import { savedNow, storeOf } from './save-store.ts';

/** Bytes: all of a backup passes through memory, as text. */
const largestStore = 160 * 1024 * 1024;
const roomForGenerations = 64 * 1024 * 1024;

/** Bytes of a backup file. */
const mostBytes = 512 * 1024 * 1024;

/** What goes into a backup, and files that belong to the broker but lie where no backup puts anything back. */
export async function collect(
  call: Call,
  facts: Facts,
): Promise<{ backup: Omit<Backup, 'kind'>; left: string[] }> {
  const { host } = call;
  const { layout, records, mosquitto } = facts;
  if (records === null) throw fail('input', msg('backup.nothing'), { fix: msg('cli.spec.installFirst') });
  const version = parseVersion(mosquitto.version ?? '') ?? oldest;
  const tree = await gatherConfTree(host, layout.mainConf, version);
  const keys = [...Object.keys(tree.certificates), ...Object.keys(tree.keys)];
  const wanted = new Set([
    layout.spec,
    ...Object.keys(records.written),
    ...keys,
    ...(await below(host, `${layout.state}/adopted`)),
    ...(await below(host, `${layout.state}/ca`)),
  ]);
  const isOurs = (path: string): boolean => mayHold(layout, path);
  const generations = await newest(host, layout.state);
  return {
    backup: {
      schemaVersion: 1,
      made: host.now().toISOString(),
      tool: __VERSION__,
      mosquitto: mosquitto.version,
      mode: layout.mode,
      dir: layout.dir,
      generation: records.generation,
      files: await bytesAt(host, [...wanted].filter(isOurs)),
      store: await savedStore(host, facts),
      generations,
    },
    left: [...wanted].filter((path) => !isOurs(path)),
  };
}

/** As many as there is room for, the newest first. One that is damaged already is no reason to have no backup at all. */
async function newest(host: HostReader, state: string): Promise<Generation[]> {
  const kept: Generation[] = [];
  let room = roomForGenerations;
  for (const number of (await generationNumbers(host, state)).toReversed()) {
    room -= (await host.stat(generationPath(state, number)))?.size ?? 0;
    if (room < 0) break;
    try {
      kept.unshift(await readGeneration(host, state, number));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return kept;
}

async function below(host: HostReader, folder: string): Promise<string[]> {
  return ((await host.list(folder)) ?? []).map((name) => `${folder}/${name}`);
}

/** The database as the running broker has just written it; the file is replaced whole, so that it is never half of one. */
async function savedStore(host: HostReader, facts: Facts): Promise<Bytes | null> {
  const store = facts.service.running ? await savedNow(host, facts) : await storeOf(host, facts);
  if (store === null) return null;
  if (store.stat.size > largestStore) throw fail('no', msg('backup.storeTooLarge', { path: store.path }));
  return (await bytesAt(host, [store.path]))[0] ?? null;
}

/** Reads a backup file whole. Throws 65 for anything that is none, or not whole, or not opened by the passphrase. */
export async function openBackup(call: Call, file: string): Promise<Backup> {
  const read = await call.host.read(file, { maxBytes: mostBytes, followLinks: true });
  if (!read.ok) throw fail('input', msg('backup.unreadable', { errno: read.errno }), { place: { file } });
  let { data } = read;
  if (isSealed(data)) {
    const passphrase = await passphraseOf(call, file);
    const opened = unseal(data, passphrase);
    if (opened === null)
      throw fail('input', msg('backup.passphrase'), { place: { file }, fix: msg('backup.passphraseFix') });
    data = opened;
  }
  const parsed = parseBackup(data);
  if ('problem' in parsed)
    throw fail('input', msg(`backup.${parsed.problem}`), { place: { file }, fix: msg('backup.whole') });
  return parsed.backup;
}

async function passphraseOf(call: Call, file: string): Promise<string> {
  const given: Hidden | null = await asTheyAre(call);
  if (given !== null) return given.reveal();
  if (!call.interactive)
    throw fail('usage', msg('backup.needsPassphrase'), { place: { file }, fix: msg('backup.passphraseHow') });
  return askPassword(call, msg('backup.askPassphrase'));
}

/**
 * The files of a backup as they are to be on this machine. Throws 65 where one lies outside of what a broker's backup may
 * hold, 78 where the backup is of a broker of the other kind.
 */
export function placedHere(
  { mode, dir, files, store }: Backup,
  layout: Layout,
): { files: Bytes[]; store: Bytes | null } {
  if (mode !== layout.mode)
    throw fail('refused', msg(mode === 'local' ? 'backup.ofFolder' : 'backup.ofMachine'), {
      fix: msg(mode === 'local' ? 'backup.ofFolderFix' : 'backup.ofMachineFix'),
    });
  const move = (one: Bytes): Bytes =>
    dir !== null && layout.dir !== null && one.path.startsWith(`${dir}/`)
      ? { ...one, path: layout.dir + one.path.slice(dir.length) }
      : one;
  const here = files.map(move);
  const there = store === null ? null : move(store);
  const bad = [
    ...here.filter(({ path }) => !isPlain(path) || !mayHold(layout, path)),
    ...(there === null || isStorePlace(layout, here, there.path) ? [] : [there]),
  ];
  if (bad.length > 0)
    throw new AppError(
      'input',
      bad.map(({ path }) => ({ message: msg('backup.outside', { path: shown(path, 200) }) })),
    );
  return { files: here, store: there };
}

/** Absolute, without a step back and nothing that does not print. */
function isPlain(path: string): boolean {
  return /^(?:\/(?!\.{1,2}(?:\/|$))[^/\p{C}]+)+$/u.test(path);
}

/** A database in the broker's data folder, or in the one that the broker.yaml of the backup names. */
function isStorePlace(layout: Layout, files: readonly Bytes[], path: string): boolean {
  if (!isPlain(path) || !path.endsWith('.db')) return false;
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (folder === layout.data) return true;
  const spec = files.find((file) => file.path === layout.spec)?.data.toString('utf8');
  if (spec === undefined) return false;
  return loadSpec(spec, layout.spec).persistence.location?.replace(/\/+$/, '') === folder;
}

/** Where files of a broker may be: nothing else is taken into a backup, or put anywhere from one. */
function mayHold(layout: Layout, path: string): boolean {
  if (layout.dir !== null) return path.startsWith(`${layout.dir}/`);
  const folder = (of: string): string => of.slice(0, of.lastIndexOf('/') + 1);
  const folders = [
    folder(layout.mainConf),
    folder(layout.accounts),
    `${layout.state}/adopted/`,
    `${layout.state}/ca/`,
  ];
  const { probe, probeKey } = ownPlaces(layout);
  const files = [
    layout.spec,
    layout.probe,
    probe,
    probeKey,
    ...(layout.guard === null ? [] : Object.values(layout.guard)),
  ];
  return files.includes(path) || folders.some((start) => path.startsWith(start));
}
