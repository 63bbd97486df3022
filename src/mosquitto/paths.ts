import type { ConfLine } from './formats/conf.ts';
import { firstWord, trimBlanks } from './formats/conf.ts';
import { valueIn } from './options/by-version.ts';
import { findOption, isKnownIn } from './options/registry.ts';
import type { Version } from './version.ts';

/** What a path in a configuration is for; 'plain' where nothing more is known than that it is opened. */
export type PathRole =
  | 'passwords'
  | 'acl'
  | 'psk'
  | 'certificate'
  | 'key'
  | 'authority'
  | 'plugin'
  | 'folder'
  | 'include'
  | 'log'
  | 'pid'
  | 'database'
  | 'socket'
  | 'plain';

/** A file or folder that a line of the configuration names. */
export interface NamedPath {
  /** As the broker takes it: without quotes, escapes or `~`, which it does not know. */
  path: string;
  role: PathRole;
  line: ConfLine;
}

const roles: Readonly<Record<string, PathRole>> = {
  password_file: 'passwords',
  plugin_opt_password_file: 'passwords',
  acl_file: 'acl',
  plugin_opt_acl_file: 'acl',
  psk_file: 'psk',
  certfile: 'certificate',
  bridge_certfile: 'certificate',
  keyfile: 'key',
  bridge_keyfile: 'key',
  cafile: 'authority',
  bridge_cafile: 'authority',
  capath: 'folder',
  bridge_capath: 'folder',
  http_dir: 'folder',
  persistence_location: 'database',
  pid_file: 'pid',
};

/** The path that a line names in this version; null where it names none. */
export function namedPath(line: ConfLine, version: Version): NamedPath | null {
  if (line.keyword === 'include_dir') return { path: untrimmed(line, 'include_dir'), role: 'include', line };
  if (line.keyword === 'log_dest' && firstWord(line.value) === 'file')
    return line.value === 'file' ? null : { path: untrimmed(line, 'file'), role: 'log', line };
  if (line.keyword === 'listener') {
    const [port = '', path] = line.value.split(/ +/, 2);
    return /^[+-]?0+$/.test(port) && path !== undefined && !path.startsWith('#')
      ? { path, role: 'socket', line }
      : null;
  }
  const option = findOption(line.keyword);
  if (option === null || !isKnownIn(option, version) || line.value === '') return null;
  const type = valueIn(option.value, version);
  if (type.kind === 'name-and-path') {
    const path = trimBlanks(line.value.slice(firstWord(line.value).length));
    return path === '' ? null : { path, role: 'plugin', line };
  }
  if (type.kind !== 'path') return null;
  if (type.is === 'plugin') return { path: line.value, role: 'plugin', line };
  return { path: line.value, role: roles[line.keyword] ?? 'plain', line };
}

/** The broker takes blanks at the end of these two for a part of the name. */
function untrimmed({ raw }: ConfLine, word: string): string {
  return raw.slice(raw.indexOf(word) + word.length).replace(/^ +/, '');
}

/** Does the file hold secrets: passwords, keys, what a plugin keeps of them? */
export function isSecretFile({ line }: NamedPath): boolean {
  return findOption(line.keyword)?.secret === 'file';
}
