import type { Resource } from '../../engine/types.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { commentOutConfLines, readConf, setConfValue } from '../../mosquitto/formats/conf-document.ts';
import { asidePath } from './command.ts';
import type { Mend } from './types.ts';

/** A mend with the reason that its steps are shown with. */
export interface Chosen {
  mend: Mend;
  why: Message;
}

/** What the machine should be like once these mends are done; the service comes last. */
export interface Mended {
  /** What gets out of the way: to be compared with the facts as they are now. */
  moved: Resource[];
  resources: Resource[];
  /** Facts as they are when the files are seen to: a link that is set aside is not in the way any more. */
  facts: Facts;
}

/** What has to be known beside the facts. */
export interface Around {
  /** Contents that links lead to, by the path of the link. */
  targets: Readonly<Record<string, Uint8Array>>;
  /** Paths of password and PSK files: what stands in them is not shown. */
  secrets: ReadonlySet<string>;
}

/** Every path that mends act on: facts are needed of each. */
export function pathsOf(mends: readonly Mend[]): string[] {
  return [...new Set(mends.flatMap((mend) => ('path' in mend ? [mend.path, asidePath(mend.path)] : [])))];
}

/**
 * Mends as resources, for the plan. Several edits of one file become one. Throws RangeError where a line is not there
 * any more.
 */
export function mendResources(chosen: readonly Chosen[], facts: Facts, { targets, secrets }: Around): Mended {
  const moved: Resource[] = [];
  const resources: Resource[] = [];
  const files: Record<string, FileFact> = { ...facts.files };
  const leaving = new Set(chosen.flatMap(({ mend }) => (mend.kind === 'aside' ? [mend.path] : [])));
  for (const [path, edits] of editsByFile(chosen.filter(({ mend }) => !isEditOf(mend, leaving))))
    resources.push(edited(path, edits, facts, secrets.has(path)));
  for (const { mend, why } of chosen) {
    const resource = single(mend, why);
    if (resource !== null) (resource.kind === 'moved' ? moved : resources).push(resource);
    if (mend.kind === 'copy-of-link') {
      const found = files[mend.path];
      if (found !== undefined) files[mend.path] = { ...found, kind: 'missing', sha256: null, content: null };
      const { path, owner, group, mode } = mend;
      resources.push(fileAt(path, targets[path] ?? '', { owner, group, mode }, why, secrets.has(path)));
    }
    if (mend.kind === 'aside' && mend.reload === true) resources.push(daemonReload(why));
  }
  return { moved, resources, facts: { ...facts, files } };
}

/** A file that is set aside as a whole needs no other line. */
function isEditOf(mend: Mend, paths: ReadonlySet<string>): boolean {
  const isEdit = mend.kind === 'comment-out' || mend.kind === 'set-value' || mend.kind === 'append-line';
  return isEdit && paths.has(mend.path);
}

type Edit = Chosen & { mend: Extract<Mend, { kind: 'comment-out' | 'set-value' | 'append-line' }> };

function editsByFile(chosen: readonly Chosen[]): Map<string, Edit[]> {
  const byFile = new Map<string, Edit[]>();
  for (const { mend, why } of chosen) {
    if (mend.kind !== 'comment-out' && mend.kind !== 'set-value' && mend.kind !== 'append-line') continue;
    byFile.set(mend.path, [...(byFile.get(mend.path) ?? []), { mend, why }]);
  }
  return byFile;
}

/** Lines keep their numbers in each edit, so that the order does not matter. */
function edited(path: string, edits: readonly Edit[], facts: Facts, isSecret: boolean): Resource {
  const found = facts.files[path];
  if (found === undefined || found.content === null) throw new RangeError(`no content of ${path}`);
  const text = found.content instanceof Hidden ? found.content.reveal() : found.content;
  let document = readConf(Buffer.from(text, 'utf8'), path);
  const added: string[] = [];
  for (const { mend } of edits) {
    if (mend.kind === 'comment-out') document = commentOutConfLines(document, [mend.line]);
    else if (mend.kind === 'set-value') document = setConfValue(document, mend.line, mend.value);
    else added.push(mend.text);
  }
  const bytes = Buffer.concat([document.bytes, Buffer.from(tail(document.bytes, added), 'utf8')]);
  const { owner, group, mode } = found;
  return fileAt(path, bytes, { owner, group, mode }, edits[0]?.why ?? msg('doctor.mend.why'), isSecret);
}

function tail(bytes: Buffer, added: readonly string[]): string {
  if (added.length === 0) return '';
  const isEnded = bytes.length === 0 || bytes.at(-1) === 0x0a;
  return `${isEnded ? '' : '\n'}${added.join('\n')}\n`;
}

function fileAt(
  path: string,
  content: string | Uint8Array,
  owned: { owner: string; group: string; mode: number },
  why: Message,
  isSecret: boolean,
): Resource {
  return {
    kind: 'file',
    id: `mend.${path}`,
    path,
    content,
    ...owned,
    secret: isSecret ? 'behind-colon' : 'remote-password',
    notify: 'restart',
    why,
  };
}

function single(mend: Mend, why: Message): Resource | null {
  switch (mend.kind) {
    case 'mode': {
      const { path, owner, group, mode } = mend;
      return { kind: 'ownership', id: `mend.${path}`, path, owner, group, mode, notify: 'restart', why };
    }
    case 'folder': {
      const { path, owner, group, mode } = mend;
      return { kind: 'directory', id: `mend.${path}`, path, owner, group, mode, why };
    }
    case 'empty-file': {
      const { path, owner, group, mode } = mend;
      return fileAt(path, '', { owner, group, mode }, why, false);
    }
    case 'copy-of-link':
    case 'aside': {
      const { path } = mend;
      return { kind: 'moved', id: `aside.${path}`, path, to: asidePath(path), notify: 'restart', why };
    }
    case 'service':
      return mend.operation === 'unmask'
        ? command('unmask', ['systemctl', 'unmask', 'mosquitto'], why)
        : null;
    case 'daemon-reload':
      return daemonReload(why);
    case 'configure-packages':
      return command('packages', ['dpkg', '--configure', '-a'], why, 600_000);
    default:
      return null;
  }
}

function daemonReload(why: Message): Resource {
  return command('daemon-reload', ['systemctl', 'daemon-reload'], why);
}

function command(name: string, argv: string[], why: Message, timeoutMs = 60_000): Resource {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return {
    kind: 'command',
    id: `mend.${name}`,
    subject: argv.join(' '),
    why,
    action: { type: 'exec', argv, env, timeoutMs },
  };
}
