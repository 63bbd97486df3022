import { valueIn } from '../mosquitto/options/by-version.ts';
import type { ByVersion, Value } from '../mosquitto/options/types.ts';
import type { Version } from '../mosquitto/version.ts';

/** What may stand behind an option, in signs that need no language: `true | false`, `0 … 65535`. */
export function expected(value: ByVersion<Value>, version: Version): string {
  const type = valueIn(value, version);
  switch (type.kind) {
    case 'bool':
      return 'true | false';
    case 'int':
      return range(type.min === undefined ? undefined : valueIn(type.min, version), type.max);
    case 'ints':
      return Array.from({ length: type.least }, () => 'N').join(' ');
    case 'words':
      return valueIn(type.words, version).join(' | ');
    case 'log-dest':
      return [...valueIn(type.words, version), 'file PATH'].join(' | ');
    case 'duration':
      return valueIn(type.units, version)
        .split('')
        .map((unit) => `N${unit}`)
        .join(' | ');
    case 'listener':
      return 'PORT [ADDRESS] | 0 SOCKET';
    case 'hosts':
      return 'HOST[:PORT] …';
    case 'bridge-topic':
      return 'TOPIC [out|in|both [QOS [LOCAL-PREFIX [REMOTE-PREFIX]]]]';
    case 'name-and-path':
      return 'NAME PATH';
    case 'path':
      return 'PATH';
    default:
      return 'TEXT';
  }
}

function range(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min === undefined ? 'N' : `≥ ${min}`;
  return `${min ?? ''} … ${max}`.trimStart();
}
