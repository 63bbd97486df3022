import { msg } from '../i18n/messages.ts';
import { type Door, doorsOf } from '../lint/doors.ts';
import type { Placed, View } from '../lint/view.ts';
import { type ConfLine, firstWord } from '../mosquitto/formats/conf.ts';
import type { Collected } from './collect.ts';

/** The files that decide who gets in and does what; the lines that name them. */
export interface Sources {
  passwords: ConfLine | null;
  acl: ConfLine | null;
}

type Side = keyof Sources;

/** Of each side: the broker's own option, the one of the plugin in Debian's package, and what becomes of their lines. */
const sides = {
  passwords: { option: 'password_file', plugin: 'plugin_opt_password_file', to: 'accounts.jsonl' },
  acl: { option: 'acl_file', plugin: 'plugin_opt_acl_file', to: 'roles' },
} as const;

/** Which files count. mqtt-setup knows one of each for all listeners: where they differ, that is said. */
export function adoptSources(view: View, collected: Collected): Sources {
  for (const placed of view.lines) sayLine(placed, view, collected);
  const { perListenerSettings } = view.effective;
  if (perListenerSettings !== null)
    for (const { line } of view.lines)
      if (line.keyword === 'per_listener_settings') collected.say(line, 'ours');
  const doors = doorsOf(view);
  return {
    passwords: sourceOf('passwords', doors, view, collected),
    acl: sourceOf('acl', doors, view, collected),
  };
}

function sayLine(placed: Placed, view: View, collected: Collected): void {
  const { line } = placed;
  const side = Object.values(sides).find(({ option, plugin }) =>
    [option, plugin].some((one) => one === line.keyword),
  );
  if (line.keyword === 'allow_anonymous' || side?.option === line.keyword) {
    if (collected.isInEffect(placed)) collected.say(line, 'understood', side?.to ?? 'anonymous');
    else collected.overrule(line);
  } else if (side !== undefined && placed.plugin !== null && isOurPlugin(placed.plugin, view))
    collected.say(line, 'understood', side.to);
  else if (isOurPlugin(line, view)) collected.say(line, 'ours');
}

/** The first file that counts; a word where there are several, or where not every listener has it. */
function sourceOf(side: Side, doors: readonly Door[], view: View, collected: Collected): ConfLine | null {
  const byDoor = doors.map((door) => linesOf(side, door, view));
  const paths = new Set(byDoor.map((lines) => lines.map(({ value }) => value).join('\n')));
  const first = byDoor.flat()[0] ?? null;
  if (paths.size > 1 || byDoor.some((lines) => new Set(lines.map(({ value }) => value)).size > 1))
    collected.note(msg(side === 'acl' ? 'adopt.several-acls' : 'adopt.several-passwords'), true);
  return first;
}

/** The lines that name files of this kind for a listener. */
function linesOf(side: Side, { listener, block }: Door, view: View): ConfLine[] {
  const isPerListener = view.effective.perListenerSettings?.value === true;
  const holder = isPerListener ? listener : view.effective;
  const own = side === 'acl' ? holder.aclFile : holder.passwordFile;
  const used = new Set(
    block.lines.flatMap(({ keyword, value }) => (keyword === 'plugin_use' ? [value] : [])),
  );
  const byPlugins = view.lines.flatMap(({ line, plugin, listener: at }) => {
    if (line.keyword !== sides[side].plugin || plugin === null || !isOurPlugin(plugin, view)) return [];
    if (plugin.keyword === 'plugin_load') return used.has(firstWord(plugin.value)) ? [line] : [];
    return !isPerListener || (at ?? view.implied) === block ? [line] : [];
  });
  return [...(own === null ? [] : [own.by]), ...byPlugins];
}

/** The two plugins of Debian's package that read password and ACL files; a `plugin_use` names one that was loaded. */
function isOurPlugin({ keyword, value }: ConfLine, view: View): boolean {
  const known = /\/mosquitto_(?:password|acl)_file\.so$/;
  if (keyword === 'plugin' || keyword === 'plugin_load') return known.test(value);
  return (
    keyword === 'plugin_use' &&
    view.lines.some(
      ({ line }) =>
        line.keyword === 'plugin_load' && known.test(line.value) && firstWord(line.value) === value,
    )
  );
}
