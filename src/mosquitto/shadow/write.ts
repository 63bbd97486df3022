import type { ConfLine } from '../formats/conf.ts';
import { type Places, shadowLine } from './line.ts';
import { shadowListener } from './listener.ts';
import { allLines, isSameLine, type ReadSource, type ReadTree } from './read.ts';
import { scratchAcl, scratchPasswords, scratchPsk, type Witness } from './scratch-files.ts';
import type { ScratchKeys } from './scratch-keys.ts';
import type { ShadowConf, ShadowFile, ShadowListener } from './types.ts';

export interface ShadowOptions {
  /** Of the scratch folder: the main file is named after it, so that its broker can be told from others. */
  name: string;
  /** Free ones on 127.0.0.1, one for each listener. */
  ports: readonly number[];
  keys: ScratchKeys;
  witness: Witness;
  /** Whom a broker that is started as root is told to become; null where it is not. */
  user: string | null;
  /**
   * The very passwords, rights and limits, for a rehearsal; nothing is added for a witness. `staged`: files that are not
   * at their place yet, and `waiting`: where some of these are; all others are opened where they are, by whom the broker is.
   */
  rehearses?: { staged: ReadonlySet<string>; waiting: ReadonlyMap<string, string> };
}

/** A scratch file, and from which line of which original each of its lines comes (0: ours). */
interface Written extends ShadowFile {
  original: string;
  lines: number[];
}

/**
 * The same configuration made harmless: every listener on 127.0.0.1 and a port of its own, nothing kept, nothing
 * logged but to standard error, no bridge, no limits, passwords that we know. What decides who may do what stays in its
 * place. Throws RangeError where there are fewer ports than listeners.
 */
export function shadowConf(read: ReadTree, options: ShadowOptions): ShadowConf {
  const listeners = read.listeners.map((original, index) => {
    const port = options.ports[index];
    if (port === undefined) throw new RangeError(`${options.ports.length} ports for more listeners`);
    return shadowListener(read, original, port);
  });
  const copies = scratchCopies(read, options);
  const folders = read.folders.map(({ value, files }, index) => ({ value, files, name: `include${index}` }));
  const implied = listeners.find(({ original }) => original.implied !== null) ?? null;
  const places: Places = {
    portOf: (line) =>
      line.keyword === 'listener'
        ? (listeners.find(({ original }) => isSameLine(line, original.by))?.port ?? 0)
        : (implied?.port ?? 0),
    fileFor: (path) => copies.find(({ original }) => original === path)?.path ?? null,
    folderFor: (value) => folders.find((folder) => folder.value === value)?.name ?? null,
    waitingFor: (path) => options.rehearses?.waiting.get(path) ?? null,
    forcesAnonymous: read.forcesAnonymous,
    version: read.version,
    rehearses: options.rehearses !== undefined,
  };
  const main = written(read.main, `${options.name}.conf`, places, read, {
    head: headLines(read, implied, options.user),
    tail: [
      'persistence false',
      'log_dest stderr',
      ...(options.rehearses === undefined ? unhindered : []),
      ...(read.forcesAnonymous ? ['allow_anonymous true'] : []),
    ],
  });
  const included = folders.flatMap(({ files, name }) =>
    files.map((file, index) =>
      written(file, `${name}/${String(index).padStart(6, '0')}.conf`, places, read, { head: [], tail: [] }),
    ),
  );
  const all = [main, ...included, ...copies];
  const isLocalOnly = implied?.original.implied === 'local-only';
  return {
    folders: folders.map(({ name }) => name),
    files: all.map(({ path, content, mode }) => ({ path, content, mode })),
    args: ['-c', main.path, ...(isLocalOnly ? ['-p', String(implied.port)] : [])],
    listeners,
    translate: (text) =>
      [...(options.rehearses?.waiting ?? [])].reduce(
        (told, [path, staged]) => told.replaceAll(staged, path),
        translated(text, all),
      ),
  };
}

/**
 * What is sent faster than it is read must not be dropped. With 0, which is no limit, 2.0.11 closes the connection of a
 * client that publishes what it may not.
 */
const unhindered = ['set_tcp_nodelay true', 'max_queued_messages 100000'];

/** Above the first listener, for the one that the broker implies; `-p` moves the one that it chooses for itself. */
function headLines(read: ReadTree, implied: ShadowListener | null, user: string | null): string[] {
  const become = user === null ? [] : [`user ${user}`];
  if (implied === null || implied.original.implied === 'local-only') return become;
  const lines = allLines(read);
  const has = (keyword: string): boolean => lines.some(({ line }) => line.keyword === keyword);
  return [
    ...become,
    ...(has('port') ? [] : [`port ${implied.port}`]),
    ...(has('bind_address') ? [] : ['bind_address 127.0.0.1']),
    ...domainLine(implied, read.traits.bindsWebsockets),
  ];
}

/** 2.0.11 binds a websockets listener everywhere unless it is given a family (facts §0 M). */
function domainLine({ original }: ShadowListener, bindsWebsockets: boolean): string[] {
  return original.protocol === 'websockets' && !bindsWebsockets ? ['socket_domain ipv4'] : [];
}

function written(
  { source, lines }: ReadSource,
  path: string,
  places: Places,
  read: ReadTree,
  { head, tail }: { head: readonly string[]; tail: readonly string[] },
): Written {
  const texts: string[] = [...head];
  const numbers = head.map(() => 0);
  const byNumber = new Map<number, ConfLine>(lines.map(({ line }) => [line.line, line]));
  const count = (source.text ?? '').split('\n').length;
  for (let number = 1; number <= count; number += 1) {
    const line = byNumber.get(number);
    const more = line === undefined ? [] : familyFor(line, read);
    texts.push(line === undefined ? '' : beforeNul(shadowLine(line, places)), ...more);
    numbers.push(number, ...more.map(() => number));
  }
  texts.push(...tail);
  return { path, content: `${texts.join('\n')}\n`, mode: 0o600, original: source.path, lines: numbers };
}

/** What stands behind a NUL byte the broker does not see; what we put below it must be. */
function beforeNul(text: string): string {
  return text.split('\0', 1)[0] ?? '';
}

function familyFor(line: ConfLine, { listeners, traits }: ReadTree): string[] {
  if (line.keyword !== 'listener' || traits.bindsWebsockets) return [];
  const own = listeners.find(({ by, implied }) => implied === null && isSameLine(line, by));
  return own?.protocol === 'websockets' ? ['socket_domain ipv4'] : [];
}

function scratchCopies({ tree, named, version, traits }: ReadTree, options: ShadowOptions): Written[] {
  const { keys, witness } = options;
  const made = new Map<string, Written>();
  for (const { path, role } of named) {
    const acl = role === 'acl' ? tree.acls[path] : undefined;
    const secret = role === 'passwords' || role === 'psk' ? tree.secrets[path]?.reveal() : undefined;
    const text = acl ?? secret;
    if (text === undefined || made.has(path)) continue;
    if (options.rehearses !== undefined && !options.rehearses.staged.has(path)) continue;
    const content =
      options.rehearses !== undefined
        ? text
        : role === 'acl'
          ? scratchAcl(text, traits.nulEndsFile, witness)
          : role === 'psk'
            ? scratchPsk(text)
            : scratchPasswords(text, version, keys, witness);
    made.set(path, { path: `${role}-${made.size}.copy`, content, mode: 0o600, original: path, lines: [] });
  }
  return [...made.values()];
}

/** Names and line numbers of the scratch files become those of the originals. */
function translated(text: string, files: readonly Written[]): string {
  let result = text;
  for (const { path, original, lines } of files) {
    const [before, ...parts] = result.split(path);
    result = parts.reduce((told, part) => {
      const number = /^:(\d+)/.exec(part)?.[1];
      const line = number === undefined ? undefined : lines[Number(number) - 1];
      const rest = number === undefined ? part : part.slice(number.length + 1);
      return `${told}${original}${line === undefined || line === 0 ? '' : `:${line}`}${rest}`;
    }, before ?? '');
  }
  return result;
}
