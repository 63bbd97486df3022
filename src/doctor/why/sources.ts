import type { Door } from '../../lint/doors.ts';
import type { Placed, View } from '../../lint/view.ts';
import type { ConfLine } from '../../mosquitto/formats/conf.ts';
import { firstWord, trimBlanks } from '../../mosquitto/formats/conf.ts';
import { isPerListener } from './lines.ts';

/** Somebody the broker asks at a door whether a name and a password are right. */
export type Source =
  | { kind: 'file'; path: string; by: ConfLine }
  /** The dynamic security plugin; the path is null where it is told none. */
  | { kind: 'dynsec'; path: string | null; by: ConfLine }
  /** A plugin of which nothing is known. */
  | { kind: 'plugin'; path: string; by: ConfLine };

/** A plugin that counts at a door, with what it is told. */
export interface Plugin {
  path: string;
  by: ConfLine;
  options: Readonly<Record<string, ConfLine>>;
}

/** Plugins that come with the broker and let nobody in by themselves. */
const silent =
  /\/mosquitto_(?:acl_file|persist_sqlite|sparkplug_aware|payload_\w+|topic_jail|connection_state|wildcard_temp|client_\w+)\.so$/;

/** Who is asked at a door, in no order: one that says yes is enough (facts §10). */
export function sourcesAt(view: View, door: Door): Source[] {
  const { passwordFile } = door.listener;
  const own: Source[] =
    passwordFile === null ? [] : [{ kind: 'file', path: passwordFile.value, by: passwordFile.by }];
  return [...own, ...pluginsAt(view, door).flatMap(sourceOf)];
}

function sourceOf({ path, by, options }: Plugin): Source[] {
  if (path.endsWith('/mosquitto_password_file.so')) {
    const file = options['password_file'];
    return file === undefined ? [] : [{ kind: 'file', path: file.value, by: file }];
  }
  if (path.endsWith('/mosquitto_dynamic_security.so')) {
    const file = options['config_file'];
    return [{ kind: 'dynsec', path: file?.value ?? null, by: file ?? by }];
  }
  return silent.test(path) ? [] : [{ kind: 'plugin', path, by }];
}

/** The plugins that count at a door. */
export function pluginsAt(view: View, door: Door): Plugin[] {
  return view.lines.flatMap((placed) => {
    const { line } = placed;
    if (!isAt(placed, view, door)) return [];
    if (line.keyword !== 'plugin_use')
      return [{ path: line.value, by: line, options: optionsOf(view, line) }];
    const load = view.lines.find(
      (one) => one.line.keyword === 'plugin_load' && firstWord(one.line.value) === firstWord(line.value),
    )?.line;
    if (load === undefined) return [];
    const path = trimBlanks(load.value.slice(firstWord(load.value).length));
    return [{ path, by: line, options: optionsOf(view, load) }];
  });
}

function isAt({ line, holder }: Placed, view: View, door: Door): boolean {
  switch (line.keyword) {
    case 'global_plugin':
      return true;
    case 'plugin_use':
      return holder === door.block;
    case 'plugin':
    case 'auth_plugin':
      return isPerListener(view) ? holder === door.block : true;
    default:
      return false;
  }
}

function optionsOf(view: View, opener: ConfLine): Plugin['options'] {
  const own = view.lines.filter(({ plugin }) => plugin === opener);
  return Object.fromEntries(
    own.flatMap(({ line }) => {
      const name = /^(?:plugin|auth)_opt_(.+)$/.exec(line.keyword)?.[1];
      return name === undefined ? [] : [[name, line] as const];
    }),
  );
}
