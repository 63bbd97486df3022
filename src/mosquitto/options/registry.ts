import type { Version } from '../version.ts';
import { bridgeTls } from './bridge-tls.ts';
import { bridges } from './bridges.ts';
import { isSince, valueIn } from './by-version.ts';
import { general } from './general.ts';
import { limits } from './limits.ts';
import { listeners } from './listeners.ts';
import { logging } from './logging.ts';
import { obsolete } from './obsolete.ts';
import { persistence } from './persistence.ts';
import { pluginOptions } from './plugin-options.ts';
import { plugins } from './plugins.ts';
import { security } from './security.ts';
import { tls } from './tls.ts';
import type {
  Again,
  ByVersion,
  Deprecation,
  Effect,
  Group,
  Row,
  Scope,
  Value,
  VersionText,
} from './types.ts';

/** Groups of options, as they are shown: register one here. */
export const groups = {
  general,
  listeners,
  security,
  tls,
  limits,
  persistence,
  logging,
  plugins,
  pluginOptions,
  bridges,
  bridgeTls,
  obsolete,
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;

/** The name of every row: what the catalogues must have a text for. */
export type OptionName = { [G in GroupName]: keyof (typeof groups)[G]['rows'] }[GroupName];

/** One option of mosquitto.conf, with everything that holds for it. */
export interface Option {
  /** The keyword. `plugin_opt_*` and `auth_opt_*` stand for all that begin so. */
  name: OptionName;
  group: GroupName;
  scope: Scope;
  value: ByVersion<Value>;
  default: ByVersion<string | null>;
  again: ByVersion<Again>;
  sameAs: string | null;
  since: VersionText;
  removed: VersionText | null;
  deprecated: Deprecation | null;
  effect: ByVersion<Effect>;
  contents: ByVersion<'reload' | 'restart'> | null;
  /** Null for options that need no listener. */
  alone: ByVersion<'refused' | 'default-listener'> | null;
  secret: 'value' | 'file' | null;
  emptyRefusedSince: VersionText | null;
  plugin: string | null;
  beware: 'security' | 'trap' | null;
}

/**
 * Every option of mosquitto.conf from 2.0.11 to 2.1.2, by keyword. Measured on Debian's packages; the host test asks
 * them row by row.
 */
export const options: ReadonlyMap<string, Option> = new Map(
  Object.entries(groups).flatMap(([group, { rows, ...common }]) =>
    Object.entries<Row>(rows).map(([name, row]) => [name, complete(name, group as GroupName, row, common)]),
  ),
);

function complete(name: string, group: GroupName, row: Row, common: Omit<Group, 'rows'>): Option {
  const scope = row.scope ?? common.scope;
  return {
    name: name as OptionName,
    group,
    scope,
    value: row.value,
    default: row.default,
    again: row.again ?? usualAgain(valueIn(row.value, null)),
    sameAs: row.sameAs ?? null,
    since: row.since ?? common.since,
    removed: row.removed ?? null,
    deprecated: row.deprecated ?? null,
    effect: row.effect ?? common.effect,
    contents: row.contents ?? null,
    alone: scope === 'listener' ? (row.alone ?? 'default-listener') : null,
    secret: row.secret ?? null,
    emptyRefusedSince: row.emptyRefusedSince ?? null,
    plugin: row.plugin ?? null,
    beware: row.beware ?? null,
  };
}

/** The broker's reader of texts refuses to read one twice; its readers of numbers, switches and words do not mind. */
function usualAgain({ kind }: Value): Again {
  return kind === 'text' || kind === 'path' ? 'fatal' : 'wins';
}

/** The option that a keyword names, in any version; null where there is none. */
export function findOption(keyword: string): Option | null {
  const exact = options.get(keyword);
  if (exact !== undefined) return exact;
  const prefix = ['plugin_opt_', 'auth_opt_'].find((start) => keyword.startsWith(start));
  return prefix === undefined ? null : (options.get(`${prefix}*`) ?? null);
}

/** Does this version's broker know the option? One that it does not know stops it. */
export function isKnownIn({ since, removed }: Option, version: Version | null): boolean {
  return isSince(version, since) && (removed === null || !isSince(version, removed));
}
