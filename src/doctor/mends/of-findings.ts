import type { Finding } from '../../lint/types.ts';
import type { Patient } from '../patient.ts';
import type { Mend } from './types.ts';

/** Rules whose line the broker cannot read: without it, it starts, and what the line was to say is not said either. */
const lineOut: ReadonlySet<string> = new Set([
  'conf.unknown-option',
  'conf.newer-option',
  'conf.removed-option',
  'conf.wrong-value',
  'conf.missing-value',
  'conf.upper-case',
  'conf.assignment',
  'conf.tab',
  'conf.duplicate',
  'conf.reopened',
  'conf.lenient-number',
  'conf.indented-comment',
  'conf.control-character',
  'conf.outside-bridge',
  'conf.outside-listener',
  'conf.outside-plugin',
  'include.nested',
  'acl.invalid-line',
  'acl.word-as-topic',
  'passwd.undecodable',
  'passwd.plaintext',
  'passwd.empty',
  'passwd.junk',
  'psk.invalid-line',
]);

/** What `--fix` can do about what `check` has found; nothing where only the owner can know what is right. */
export function mendsOfFinding(finding: Finding, patient: Patient): Mend[] {
  const { id, place, refused, message } = finding;
  if (isOurs(place.file, patient) && !aboutPaths.has(id)) return [{ kind: 'converge' }];
  // A file that is read twice repeats itself: none of its lines is one too many.
  if (id === 'conf.duplicate' && message.params?.['first'] === `${place.file}:${place.line}`) return [];
  if (lineOut.has(id) && place.line !== undefined)
    return [{ kind: 'comment-out', path: place.file, line: place.line }];
  const mends = aboutPaths.has(id) ? mendsOfPath(finding, patient) : [];
  // What broker.yaml does not say is not missed where the broker does not start with it.
  return mends.length === 0 && refused === true && isForeign(place.file, patient)
    ? [{ kind: 'aside', path: place.file }]
    : mends;
}

const aboutPaths = new Set([
  'file.broker-cannot-read',
  'include.broker-cannot-read',
  'file.missing',
  'file.link',
  'file.pid-folder',
  'file.socket-folder',
  'file.log-folder',
  'file.database-folder',
  'file.no-database-folder',
]);

function mendsOfPath({ id, message }: Finding, patient: Patient): Mend[] {
  const { user, tree } = patient;
  const [path, folder] = [absolute(message.params?.['path']), absolute(message.params?.['folder'])];
  if (id === 'file.broker-cannot-read' && folder !== null)
    // Elsewhere a closed folder may well be closed on purpose.
    return folder.startsWith('/etc/mosquitto')
      ? [{ kind: 'folder', path: folder, owner: 'root', group: 'root', mode: 0o755 }]
      : [];
  if (path === null) return [];
  const own = { path, owner: user, group: user };
  if (id === 'file.link') return [{ kind: 'copy-of-link', ...own, mode: 0o600 }];
  if (isOurs(path, patient)) return [{ kind: 'converge' }];
  switch (id) {
    case 'file.broker-cannot-read':
      return tree.paths[path]?.kind === 'file' ? [{ kind: 'mode', ...own, mode: 0o600 }] : [];
    case 'include.broker-cannot-read':
      return [{ kind: 'mode', path, owner: 'root', group: user, mode: 0o640 }];
    case 'file.missing':
      return isSecret(path, patient) ? [{ kind: 'empty-file', ...own, mode: 0o600 }] : [];
    default:
      return [{ kind: 'folder', path: folder ?? path, owner: user, group: user, mode: 0o750 }];
  }
}

const absolute = (value: string | number | undefined): string | null =>
  typeof value === 'string' && value.startsWith('/') ? value : null;

/** A file of somebody's in the folder that ours is in. */
function isForeign(path: string, { facts: { layout }, isDeclared }: Patient): boolean {
  return (
    isDeclared && layout.confDir !== null && path.startsWith(`${layout.confDir}/`) && path !== layout.conf
  );
}

/** A file that we write from broker.yaml. */
export function isOurs(path: string, { facts, isDeclared }: Patient): boolean {
  const { conf, passwd, acl } = facts.layout;
  return isDeclared && [conf, passwd, acl].includes(path);
}

/** Named by a line that makes it a password or ACL file: empty, it lets nobody in. */
function isSecret(path: string, { effective }: Patient): boolean {
  return effective.lines.some(
    ({ keyword, value }) => value === path && /^(plugin_opt_)?(password_file|acl_file)$/.test(keyword),
  );
}
