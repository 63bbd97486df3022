import { confBoolean, confInteger, firstWord } from '../formats/conf.ts';
import { isAtLeast, type Version, version21 } from '../version.ts';
import { acceptsBridgeTopic } from './bridge-topic.ts';
import { isSince, valueIn } from './by-version.ts';
import type { Option } from './registry.ts';
import type { IntValue, Value, WordsValue } from './types.ts';

/**
 * Does the broker take `value` (the rest of the line, trimmed) for this option when it reads the file? Files, plugins
 * and addresses that it opens or looks up later may still stop it. An unknown version counts as the oldest.
 */
export function acceptsValue(option: Option, value: string, version: Version | null): boolean {
  const type = valueIn(option.value, version);
  if (type.kind === 'ignored') return true;
  if (value === '') return option.emptyRefusedSince !== null && !isSince(version, option.emptyRefusedSince);
  return fits(type, value, version);
}

function fits(type: Exclude<Value, { kind: 'ignored' }>, value: string, version: Version | null): boolean {
  switch (type.kind) {
    case 'bool':
      return confBoolean(value) !== null;
    case 'int':
      return fitsInt(type, value, version);
    case 'ints':
      return fitsInts(type, value.split(/ +/), version);
    case 'words':
      return fitsWord(type, type.whole ? value : firstWord(value), version);
    case 'log-dest': {
      const word = firstWord(value);
      return word === 'file' ? value !== 'file' : valueIn(type.words, version).includes(word);
    }
    case 'duration': {
      const word = firstWord(value);
      return valueIn(type.units, version).includes(word.slice(-1)) && confInteger(word.slice(0, -1)) > 0;
    }
    case 'text':
      return fitsText(type, value, version);
    case 'listener':
      return fitsListener(value, version);
    case 'hosts':
      return fitsHosts(value);
    case 'bridge-topic':
      return acceptsBridgeTopic(value);
    case 'name-and-path':
      return value.includes(' ');
    case 'path':
    case 'name':
    case 'plugin-value':
      return true;
  }
}

function fitsWord({ words, lax, anyCase }: WordsValue, word: string, version: Version | null): boolean {
  return lax === true || valueIn(words, version).includes(anyCase ? word.toLowerCase() : word);
}

function fitsInt({ min, max, lax }: IntValue, value: string, version: Version | null): boolean {
  const number = readInt(firstWord(value), lax === true, version);
  if (number === null) return false;
  return (min === undefined || number >= valueIn(min, version)) && (max === undefined || number <= max);
}

/** A number as this version's broker reads it: null for what it refuses to take for one. */
export function readInt(word: string, lax: boolean, version: Version | null): number | null {
  if (lax || !isAtLeast(version, version21)) return confInteger(word);
  // strtol with base 0: hexadecimal and octal are numbers too, and space before one does not matter.
  const found = /^\s*([+-]?)(?:0[xX]([\da-fA-F]+)|0([0-7]+)|(0|[1-9]\d*))$/.exec(word);
  if (found === null) return null;
  const [, sign, hex, octal, decimal] = found;
  const size = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal);
  const number = sign === '-' ? -size : size;
  return number > 2147483647 || number < -2147483648 ? null : number;
}

function fitsInts(
  { min, least, most, lax }: Extract<Value, { kind: 'ints' }>,
  words: readonly string[],
  version: Version | null,
): boolean {
  const numbers = words
    .slice(0, valueIn(most, version))
    .map((word) => readInt(word, lax === true, version))
    .filter((number) => number !== null && number >= min);
  if (numbers.length < Math.min(words.length, valueIn(most, version)) || numbers.length < least) return false;
  return lax !== true || fitsWaiting(numbers.map(Number));
}

/** A bridge's waiting times: shortest, longest, and how long a connection must hold. */
function fitsWaiting([base = 0, cap = Number.POSITIVE_INFINITY, stable = 0]: readonly number[]): boolean {
  return cap >= Math.min(Math.max(base, 1), 3600) && stable >= 0;
}

function fitsText(
  { form, maxBytes }: Extract<Value, { kind: 'text' }>,
  value: string,
  version: Version | null,
): boolean {
  if (form === 'topic-prefix' && /[+#]/.test(value)) return false;
  return Buffer.byteLength(value) <= (maxBytes === undefined ? 65_535 : valueIn(maxBytes, version));
}

function fitsListener(value: string, version: Version | null): boolean {
  const [port = '', address] = value.split(/ +/);
  const number = readInt(port, false, version);
  if (number === 0) return address !== undefined && !address.startsWith('#');
  return number !== null && number >= 1 && number <= 65_535;
}

function fitsHosts(value: string): boolean {
  const words = value.split(/ +/);
  const comment = words.findIndex((word) => word.startsWith('#'));
  const hosts = comment === -1 ? words : words.slice(0, comment);
  return hosts.length > 0 && hosts.every(hasPort);
}

/** After the last colon stands a port; without any colon there is none to be wrong. */
function hasPort(host: string): boolean {
  const colon = host.lastIndexOf(':');
  if (colon === -1) return true;
  const port = confInteger(host.slice(colon + 1));
  return port >= 1 && port <= 65_535;
}
