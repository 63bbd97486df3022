import { type ConfLine, confBoolean, confInteger, firstWord } from './formats/conf.ts';
import { valueIn } from './options/by-version.ts';
import type { Option } from './options/registry.ts';
import { isAtLeast, type Version, version21 } from './version.ts';

/** What 2.0 does not look at when it decides whether there is a listener of its own to open. */
const unnoticed: ReadonlySet<string> = new Set([
  'max_topic_alias',
  'tls_version',
  'tls_keyform',
  'http_dir',
  'acl_file',
  'allow_anonymous',
  'allow_zero_length_clientid',
  'auto_id_prefix',
]);

/**
 * Does this line, which stands above any listener, make the broker open one of its own (measured on 2.0.11, 2.0.21 and
 * 2.1.2)? 2.0 goes by the value: what says no more than the default opens nothing. Since 2.1 every option of listeners
 * does. `option` is one of a listener's, or a security option of a listener's own.
 */
export function opensListener(line: ConfLine, option: Option, version: Version | null): boolean {
  if (valueIn(option.value, version).kind === 'ignored') return false;
  if (isAtLeast(version, version21)) return option.scope !== 'security' && !isRefusedAlone(option, version);
  if (unnoticed.has(line.keyword)) return false;
  if (option.scope === 'default-listener') return true;
  const type = valueIn(option.value, version);
  switch (type.kind) {
    case 'bool':
      return confBoolean(line.value) === true;
    case 'int':
      return line.keyword === 'max_connections'
        ? confInteger(line.value) >= 0
        : String(confInteger(line.value)) !== valueIn(option.default, version);
    case 'words':
      return firstWord(line.value) !== valueIn(option.default, version);
    default:
      return true;
  }
}

/** Since 2.1 the listener that a line opens is the one that the lines below it belong to, also below another. */
export function entersListener(option: Option, hasListener: boolean, version: Version | null): boolean {
  if (!isAtLeast(version, version21) || valueIn(option.value, version).kind === 'ignored') return false;
  if (option.scope === 'default-listener') return true;
  return !hasListener && option.scope === 'listener' && !isRefusedAlone(option, version);
}

function isRefusedAlone({ alone }: Option, version: Version | null): boolean {
  return alone !== null && valueIn(alone, version) === 'refused';
}
