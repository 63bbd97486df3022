import type { Door } from '../../lint/doors.ts';
import { lineIn, type View } from '../../lint/view.ts';
import { type ConfLine, confBoolean } from '../../mosquitto/formats/conf.ts';
import { findOption } from '../../mosquitto/options/registry.ts';
import { shown } from '../../shown.ts';

/** A line of a configuration as evidence. Only for options that hold no secret. */
export function quote({ file, line, raw }: ConfLine): string {
  return `${file}:${line}: ${shown(raw.trim(), 200)}`;
}

export function quotes(...lines: readonly (ConfLine | null | undefined)[]): string[] {
  return lines.flatMap((line) => (line === null || line === undefined ? [] : [quote(line)]));
}

/** Do listeners have their own password files, ACL files and plugins? */
export function isPerListener({ effective }: View): boolean {
  return effective.perListenerSettings?.value === true;
}

/** The line that counts at a door: its own, or that of the broker where listeners have none of their own. */
export function settingAt(view: View, door: Door, keyword: string): ConfLine | null {
  const own = lineIn(door.block, keyword);
  if (own !== null) return own;
  if (isPerListener(view) && findOption(keyword)?.scope === 'security') return null;
  const wide = view.lines.findLast(
    ({ line, holder }) => line.keyword === keyword && holder !== null && holder.by === null,
  );
  return wide?.line ?? null;
}

/** Is a switch on at a door? */
export function isOnAt(view: View, door: Door, keyword: string): boolean {
  const line = settingAt(view, door, keyword);
  return line !== null && confBoolean(line.value) === true;
}
