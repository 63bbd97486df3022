import { forms } from './fields.ts';
import { defaultProfile, profileNames } from './profiles.ts';
import { printDuration, printSize } from './quantities.ts';
import { resolveDefaults } from './resolve.ts';
import { specSchema } from './schema.ts';
import { schemaAt } from './schema-at.ts';
import type { Profile } from './types.ts';

type Value = string | number | boolean;

/** Keys that must be there, and keys whose text tells what their value follows from. */
const without = new Set([
  'version',
  'log.to',
  'bridges.*.name',
  'bridges.*.remote',
  'bridges.*.topics.*.filter',
  'bridges.*.topics.*.direction',
  'listeners.*.name',
  'listeners.*.port',
  'listeners.*.anonymous',
  'bridges.*.topics.*.local_prefix',
  'bridges.*.topics.*.remote_prefix',
]);

/** What holds with this profile where the file does not name the key, as it would be written there; null where nothing does. */
export function keyDefault(path: string, profile: Profile): Value | null {
  const topics = [{ filter: '#', direction: 'in' as const }];
  const spec: unknown = resolveDefaults({
    version: 1,
    profile,
    listeners: [{ port: 1883 }],
    bridges: [{ name: 'b', remote: 'h', topics }],
  });
  if (path === 'profile') return defaultProfile;
  return without.has(path) ? null : print(path, pick(spec, path.split('.')));
}

/** Has the key no default, or does its text tell it? Where not, and nothing of ours holds, it is left to the broker. */
export function isDefaultTold(path: string): boolean {
  return without.has(path);
}

/** The same for every profile; null where profiles differ. */
export function commonDefault(path: string): Value | null {
  const [first = null, ...others] = profileNames.map((profile) => keyDefault(path, profile));
  return others.every((value) => value === first) ? first : null;
}

function pick(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return null;
  const inner: unknown =
    key === '*' ? Object.values(value)[0] : Object.getOwnPropertyDescriptor(value, key)?.value;
  return pick(inner, rest);
}

function print(path: string, value: unknown): Value | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number') return null;
  switch (formKind(path)) {
    case 'size':
      return printSize(value);
    case 'hours':
      return printDuration(value * 3600);
    case 'duration':
      return printDuration(value);
    default:
      return value;
  }
}

/** Of a field, or of what else than `none` it may be. */
function formKind(path: string): string | undefined {
  const { schema } = schemaAt(specSchema, path.split('.'));
  const options = 'options' in schema ? (schema.options as (typeof schema)[]) : [];
  return [schema, ...options].map((one) => forms.get(one)?.kind).find((kind) => kind !== undefined);
}
