import { Hidden } from '../hidden.ts';
import type { HostReader } from '../host/types.ts';
import type { ConfSource, ConfTree, IncludeFolder, PathFact, PemFact } from '../lint/types.ts';
import { type ConfLine, parseConf } from '../mosquitto/formats/conf.ts';
import { linesNotUtf8 } from '../mosquitto/formats/document.ts';
import { includedFiles } from '../mosquitto/include-order.ts';
import { type NamedPath, namedPath, type PathRole } from '../mosquitto/paths.ts';
import type { Version } from '../mosquitto/version.ts';
import { gatherBrokerUser } from './broker-user.ts';
import { PathWalker } from './conf-path.ts';
import { certificateFact, isCipherList, keyFact } from './pem.ts';

/** More is no configuration; a password file of 100,000 accounts has 14 MiB. */
const maxBytes = 64 * 1024 * 1024;
const maxPemBytes = 1024 * 1024;

export interface ConfTreeOptions {
  /** Who starts the broker, where that is not root: then `user` lines do not count. */
  runsAs?: string;
}

/**
 * Reads a configuration with everything that it names: included files, password, ACL and PSK files, certificates, and
 * owners and modes on the way to them. `file` is absolute. Works as any user and never throws: what cannot be read is
 * said so in the tree. Pipes, devices and folders are not opened, included files include nothing, as in the broker.
 */
export async function gatherConfTree(
  host: HostReader,
  file: string,
  version: Version,
  options: ConfTreeOptions = {},
): Promise<ConfTree> {
  const walker = new PathWalker(host);
  const main = await readSource(host, walker, file);
  const folders: IncludeFolder[] = [];
  const lines: ConfLine[] = [];
  for (const line of linesOf(main)) {
    lines.push(line);
    if (line.keyword !== 'include_dir') continue;
    const folder = await readFolder(host, walker, line, version);
    if (folder === null) continue;
    if (!folders.some(({ value }) => value === folder.value)) folders.push(folder);
    for (const included of folder.files.flatMap(linesOf)) lines.push(included);
  }
  const named = lines.map((line) => namedPath(line, version)).filter((found) => found !== null);
  const contents = await readNamed(host, walker, named);
  const user = options.runsAs ?? lines.findLast(({ keyword }) => keyword === 'user')?.value ?? 'mosquitto';
  return {
    main,
    folders,
    ...contents,
    badCiphers: lines.flatMap(({ keyword, value }) =>
      keyword === 'ciphers' && !isCipherList(value) ? [value] : [],
    ),
    broker: await gatherBrokerUser(host, user),
    now: host.now().getTime(),
  };
}

function linesOf({ text, path }: ConfSource): ConfLine[] {
  return text === null ? [] : parseConf(text, path);
}

async function readSource(host: HostReader, walker: PathWalker, path: string): Promise<ConfSource> {
  const fact = await walker.look(path);
  const { data, unread } = await readBytes(host, path, fact, maxBytes);
  if (data === null) return { path, fact: { ...fact, unread }, text: null, badUtf8: [] };
  const text = data.toString('utf8');
  return { path, fact, text, badUtf8: linesNotUtf8(data, text) };
}

/** Only a regular file is opened; what the link points to has been looked at before. */
async function readBytes(
  host: HostReader,
  path: string,
  fact: PathFact,
  limit: number,
): Promise<{ data: Buffer | null; unread: PathFact['unread'] }> {
  if (fact.kind !== 'file') return { data: null, unread: null };
  const result = await host.read(path, { followLinks: true, maxBytes: limit });
  if (result.ok) return { data: result.data, unread: null };
  const { reason } = result;
  return { data: null, unread: reason === 'denied' || reason === 'too-large' ? reason : 'error' };
}

async function readFolder(
  host: HostReader,
  walker: PathWalker,
  line: ConfLine,
  version: Version,
): Promise<IncludeFolder | null> {
  const path = namedPath(line, version)?.path;
  if (path === undefined || !isPlainPath(path)) return null;
  const fact = await walker.look(path);
  const names = fact.kind === 'directory' ? await host.list(path) : [];
  const loaded = includedFiles(names ?? []);
  const files = await Promise.all(loaded.map((name) => readSource(host, walker, `${path}/${name}`)));
  const others = (names ?? []).filter((name) => !loaded.includes(name));
  return {
    value: line.value,
    fact: names === null ? { ...fact, unread: 'denied' } : fact,
    files,
    others,
  };
}

type Contents = Pick<ConfTree, 'paths' | 'acls' | 'secrets' | 'certificates' | 'keys'>;

async function readNamed(
  host: HostReader,
  walker: PathWalker,
  named: readonly NamedPath[],
): Promise<Contents> {
  const paths = new Map<string, PathFact>();
  const acls = new Map<string, string>();
  const secrets = new Map<string, Hidden>();
  const certificates = new Map<string, PemFact>();
  const keys = new Map<string, PemFact>();
  for (const { path, role } of named) {
    if (!isPlainPath(path)) continue;
    const fact = paths.get(path) ?? (await walker.look(path));
    paths.set(path, fact);
    const isPem = isPemRole(role);
    if (!isPem && !isTextRole(role)) continue;
    const { data, unread } = await readBytes(host, path, fact, isPem ? maxPemBytes : maxBytes);
    if (data === null) {
      paths.set(path, { ...fact, unread });
      continue;
    }
    const text = data.toString('utf8');
    if (role === 'acl') acls.set(path, text);
    else if (role === 'key') keys.set(path, keyFact(text));
    else if (isPem) certificates.set(path, certificateFact(text));
    else secrets.set(path, new Hidden(text));
  }
  return {
    paths: byPath(paths),
    acls: byPath(acls),
    secrets: byPath(secrets),
    certificates: byPath(certificates),
    keys: byPath(keys),
  };
}

/** Without a prototype: a relative path may be called `valueOf`. */
function byPath<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(map));
}

/** Where the broker is started is not known, so a relative path could be anywhere; a NUL byte can stand in none. */
function isPlainPath(path: string): boolean {
  return path.startsWith('/') && !path.includes('\0');
}

function isPemRole(role: PathRole): boolean {
  return role === 'certificate' || role === 'key' || role === 'authority';
}

function isTextRole(role: PathRole): boolean {
  return role === 'acl' || role === 'passwords' || role === 'psk';
}
