import type { Door } from '../../lint/doors.ts';
import type { Named, View } from '../../lint/view.ts';
import { parsePasswd } from '../../mosquitto/formats/passwd.ts';
import { isPerListener } from './lines.ts';

/**
 * Why a `password_file` line says nothing of a door: it belongs to another listener; it stands above every listener, or
 * above per_listener_settings, where each has its own; a later line has taken its place.
 */
export type Elsewhere = 'other-listener' | 'above-listeners' | 'above-switch' | 'replaced';

export interface Stray {
  named: Named;
  why: Elsewhere;
}

/** The password files of the tree that are not read for a door. */
export function strayFiles(view: View, door: Door): Stray[] {
  return view.named.flatMap((named): Stray[] => {
    const { role, line, placed } = named;
    if (role !== 'passwords' || line.keyword !== 'password_file') return [];
    if (line === door.listener.passwordFile?.by) return [];
    if (!isPerListener(view) || placed.holder === door.block) return [{ named, why: 'replaced' }];
    if (!placed.perListener) return [{ named, why: 'above-switch' }];
    return [{ named, why: placed.listener === null ? 'above-listeners' : 'other-listener' }];
  });
}

/** Other files of the tree in which that name stands. */
export function strayWith(view: View, door: Door, user: string): { stray: Stray; line: number }[] {
  return strayFiles(view, door).flatMap((stray) => {
    const text = view.tree.secrets[stray.named.path]?.reveal();
    if (text === undefined) return [];
    const entry = parsePasswd(text).find((line) => line.kind === 'entry' && line.name === user);
    return entry === undefined ? [] : [{ stray, line: entry.line }];
  });
}
