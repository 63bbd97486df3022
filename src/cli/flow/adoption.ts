import { createHash } from 'node:crypto';
import { adoptTree } from '../../adopt/adopt.ts';
import { mainWithout, stayingFiles } from '../../adopt/files.ts';
import type { Adopted } from '../../adopt/types.ts';
import type { Layout } from '../../distros/layout.ts';
import type { Resource } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { ConfTree } from '../../lint/types.ts';
import type { Version } from '../../mosquitto/version.ts';
import { printSpec } from '../../spec/print.ts';
import type { Call } from '../context.ts';

/** Somebody's broker as ours: what is declared from it, and what becomes of its files. */
export interface Adoption {
  adopted: Adopted;
  specText: string;
  /** Secret. */
  hashes: ReadonlyMap<string, string>;
  /** Secret. */
  bridgePasswords: ReadonlyMap<string, string>;
  /** The main file as it will be; null where it is not touched. */
  mainText: string | null;
  /** Copies of what was there, the files of bridges' passwords, the main file, files that go. */
  files: Resource[];
  facts: Record<string, FileFact>;
  /** Files of somebody's that this run takes over. */
  taken: ReadonlySet<string>;
}

/** A file as it was before mqtt-setup, in `state/adopted/`. */
export interface KeptOriginal {
  path: string;
  /** Its name in the folder. */
  kept: string;
  owner: string;
  group: string;
  mode: number;
}

export const adoptedFolder = ({ state }: Layout): string => `${state}/adopted`;

/** Reads the tree into declarations, and says which files go, stay or change. Changes nothing. */
export async function readAdoption(
  call: Call,
  facts: Facts,
  tree: ConfTree,
  version: Version,
): Promise<Adoption> {
  const { layout } = facts;
  const isInPlace = tree.main.path === layout.mainConf;
  const keepsMain = isInPlace && layout.mode === 'system';
  const staying = keepsMain ? stayingFiles(tree, layout.confDir) : new Set<string>();
  const secretFolder = layout.spec.slice(0, layout.spec.lastIndexOf('/'));
  const passwordFile = (bridge: string): string => `${secretFolder}/bridge-${bridge}.secret`;
  const adopted = adoptTree(tree, {
    version,
    confDir: layout.confDir,
    keepsMain,
    staying,
    hasJournal: layout.mode === 'system' && facts.init.kind === 'systemd',
    ourLog: layout.log,
    dataFolder: isInPlace ? layout.data : null,
    passwordFile,
  });
  const secrets = [...adopted.bridgePasswords].map(
    ([bridge, password]): Resource => ({
      ...fileOf(layout, passwordFile(bridge), `${password}\n`, 'adopt.why.bridge'),
      secret: 'behind-colon',
    }),
  );
  const base = {
    adopted,
    specText: printSpec(adopted.input, call.t(msg('spec.file.header'))),
    hashes: adopted.hashes,
    bridgePasswords: adopted.bridgePasswords,
  };
  if (!isInPlace)
    return {
      ...base,
      mainText: null,
      files: secrets,
      facts: await gatherMore(call.host, layout, pathsOf(secrets)),
      taken: new Set(),
    };
  demandNothingNew(facts, tree);
  const going = keepsMain
    ? tree.folders
        .flatMap(({ value, files }) => (isFolder(value, layout.confDir) ? files : []))
        .map(({ path }) => path)
        .filter((path) => !staying.has(path) && path !== layout.conf)
    : [];
  const overwritten = keepsMain ? [layout.mainConf] : [layout.conf, layout.passwd, layout.acl];
  const originals = await readOriginals(call, facts, [...overwritten, ...going]);
  const header = call.t(msg('adopt.main-header', { folder: adoptedFolder(layout) }));
  const main = originals.find(({ path }) => path === layout.mainConf);
  const mainBytes =
    keepsMain && main !== undefined
      ? mainWithout(main.data, layout.mainConf, adopted, layout.confDir ?? '', header)
      : null;
  const isEdited = mainBytes !== null && main !== undefined && !mainBytes.equals(main.data);
  const copies = keptCopies(
    layout,
    originals.filter(({ path }) => path !== layout.mainConf || isEdited || !keepsMain),
  );
  const files: Resource[] = [
    ...copies,
    ...secrets,
    ...(isEdited && main !== undefined ? [mainFile(main, mainBytes)] : []),
    ...going.map(
      (path): Resource => ({ kind: 'absent', id: `absent.${path}`, path, why: msg('adopt.why.gone') }),
    ),
  ];
  return {
    ...base,
    mainText: mainBytes === null ? null : mainBytes.toString('utf8'),
    files,
    facts: await gatherMore(call.host, layout, pathsOf(files)),
    taken: new Set([...overwritten, ...going, ...staying]),
  };
}

/** What the broker does not load now must not come into effect because we have our folder loaded. */
function demandNothingNew({ layout, included }: Facts, tree: ConfTree): void {
  const { confDir } = layout;
  if (confDir === null || tree.folders.some(({ value }) => isFolder(value, confDir))) return;
  const others = included.filter((name) => `${confDir}/${name}` !== layout.conf);
  if (others.length === 0) return;
  throw fail('refused', msg('adopt.unloaded', { folder: confDir }), {
    place: { file: `${confDir}/${others[0]}` },
    fix: msg('adopt.unloadedFix'),
  });
}

function isFolder(value: string, folder: string | null): boolean {
  return value.replace(/\/+$/, '') === folder;
}

type Original = Omit<KeptOriginal, 'kept'> & { data: Buffer };

/** Bytes, owner and mode of what is there; what is not there is left out. */
async function readOriginals(
  { host }: Call,
  { layout }: Facts,
  paths: readonly string[],
): Promise<Original[]> {
  const found = await Promise.all(
    [...new Set(paths)].map(async (path): Promise<Original[]> => {
      const [stat, read] = await Promise.all([host.stat(path), host.read(path)]);
      if (stat === null) return [];
      if (!read.ok || stat.kind !== 'file')
        throw fail('refused', msg('host.fs.notAFile', { path }), { place: { file: path } });
      const { owner, group, mode } = stat;
      return [{ path, owner, group, mode, data: read.data }];
    }),
  );
  return found.flat().filter(({ path }) => path !== layout.spec && path !== layout.accounts);
}

function keptCopies(layout: Layout, originals: readonly Original[]): Resource[] {
  if (originals.length === 0) return [];
  const folder = adoptedFolder(layout);
  const kept = originals.map((original, index) => ({
    ...original,
    kept: String(index + 1).padStart(4, '0'),
  }));
  const manifest = {
    schemaVersion: 1,
    files: kept.map(
      ({ path, kept: name, owner, group, mode }): KeptOriginal => ({ path, kept: name, owner, group, mode }),
    ),
  };
  const owner = layout.mode === 'system' ? { owner: 'root', group: 'root' } : { owner: null, group: null };
  return [
    {
      kind: 'directory',
      id: 'directory.adopted',
      path: folder,
      ...owner,
      mode: 0o700,
      why: msg('adopt.why.kept'),
    },
    ...kept.map(
      (one): Resource => ({
        ...fileOf(layout, `${folder}/${one.kept}`, one.data, 'adopt.why.kept'),
        secret: 'behind-colon',
      }),
    ),
    fileOf(layout, `${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`, 'adopt.why.kept'),
  ];
}

function fileOf(
  layout: Layout,
  path: string,
  content: string | Uint8Array,
  why: 'adopt.why.kept' | 'adopt.why.bridge',
): Extract<Resource, { kind: 'file' }> {
  const owner = layout.mode === 'system' ? { owner: 'root', group: 'root' } : { owner: null, group: null };
  return {
    kind: 'file',
    id: `file.${idOf(path)}`,
    path,
    content,
    ...owner,
    mode: 0o600,
    secret: null,
    notify: null,
    why: msg(why),
  };
}

function mainFile({ path, owner, group, mode }: Original, content: Buffer): Resource {
  return {
    kind: 'file',
    id: 'file.main',
    path,
    content,
    owner,
    group,
    mode,
    secret: 'remote-password',
    notify: 'restart',
    why: msg('adopt.why.main'),
  };
}

/** Steps are known by their ids, which must be short and of one word. */
function idOf(path: string): string {
  return `${path.slice(path.lastIndexOf('/') + 1)}.${createHash('sha256').update(path).digest('hex').slice(0, 6)}`;
}

function pathsOf(resources: readonly Resource[]): string[] {
  return resources.flatMap((resource) => ('path' in resource ? [resource.path] : []));
}
