import { parseVersion, type Version } from '../version.ts';
import { everyValue, isSince, valueIn } from './by-version.ts';
import { isKnownIn, type Option } from './registry.ts';
import type { Again, Deprecation, Effect, Scope, TextForm, Unit, Value, VersionText } from './types.ts';

/** What a value may be in one version: as in the table, without its history. */
export interface ValueView {
  kind: Value['kind'];
  words?: readonly string[];
  min?: number;
  max?: number;
  unit?: Unit;
  form?: TextForm;
  maxBytes?: number;
  /** Letters of a duration's units. */
  units?: string;
  is?: 'file' | 'folder' | 'plugin';
  access?: 'read' | 'write';
}

/** One option as it is in one version, as plain data. */
export interface OptionView {
  name: string;
  scope: Scope;
  /** Does this version know it? */
  known: boolean;
  value: ValueView;
  default: string | null;
  /** Later versions in which the default is another. */
  defaultChanges: { since: VersionText; value: string | null }[];
  again: Again;
  effect: Effect;
  /** For a file: what a change of its content needs. */
  contents: 'reload' | 'restart' | null;
  since: VersionText;
  removed: VersionText | null;
  deprecated: Deprecation | null;
  /** Is it deprecated in this version already? */
  isDeprecated: boolean;
  sameAs: string | null;
  plugin: string | null;
  secret: 'value' | 'file' | null;
  beware: 'security' | 'trap' | null;
}

/**
 * The option as it is in `version`, or in its own first one where that is later. An unknown version (null) counts as
 * the oldest.
 */
export function describeOption(option: Option, version: Version | null): OptionView {
  const { name, scope, since, removed, deprecated, sameAs, plugin, secret, beware } = option;
  const shown = isSince(version, since) ? version : parseVersion(since);
  return {
    name,
    scope,
    known: isKnownIn(option, version),
    value: viewValue(valueIn(option.value, shown), shown),
    default: valueIn(option.default, shown),
    defaultChanges: everyValue(option.default).flatMap(({ since, value }) =>
      since === null || isSince(shown, since) ? [] : [{ since, value }],
    ),
    again: valueIn(option.again, shown),
    effect: valueIn(option.effect, shown),
    contents: option.contents === null ? null : valueIn(option.contents, shown),
    since,
    removed,
    deprecated,
    isDeprecated: deprecated !== null && isSince(version, deprecated.since),
    sameAs,
    plugin,
    secret,
    beware,
  };
}

function viewValue(value: Value, version: Version | null): ValueView {
  switch (value.kind) {
    case 'words':
    case 'log-dest':
      return { kind: value.kind, words: valueIn(value.words, version) };
    case 'int': {
      const min = value.min === undefined ? Number.NEGATIVE_INFINITY : valueIn(value.min, version);
      return {
        kind: 'int',
        ...(Number.isFinite(min) ? { min } : {}),
        ...(value.max === undefined ? {} : { max: value.max }),
        ...(value.unit === undefined ? {} : { unit: value.unit }),
      };
    }
    case 'text':
      return {
        kind: 'text',
        ...(value.form === undefined ? {} : { form: value.form }),
        ...(value.maxBytes === undefined ? {} : { maxBytes: valueIn(value.maxBytes, version) }),
      };
    case 'duration':
      return { kind: 'duration', units: valueIn(value.units, version) };
    case 'path':
      return { kind: 'path', is: value.is, access: value.access };
    default:
      return { kind: value.kind };
  }
}
