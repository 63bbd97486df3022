import { msg } from '../i18n/messages.ts';
import type { Placed, View } from '../lint/view.ts';
import { confBoolean } from '../mosquitto/formats/conf.ts';
import type { AdoptOptions } from './adopt.ts';
import { numberIn, seconds } from './broker.ts';
import type { Collected } from './collect.ts';

/** What survives a restart, where it is kept, and how often it is written. */
export function adoptStorage(
  view: View,
  { dataFolder }: Pick<AdoptOptions, 'dataFolder'>,
  collected: Collected,
): void {
  const named = view.lines.filter(({ option }) => option.group === 'persistence');
  let isEnabled = false;
  for (const placed of named) {
    const { line, option } = placed;
    const isPersistence = (option.sameAs ?? option.name) === 'persistence';
    if (isPersistence && collected.isInEffect(placed)) isEnabled = confBoolean(line.value) === true;
    if (collected.has(line)) continue;
    if (!collected.isInEffect(placed)) collected.overrule(line);
    else if (isPersistence) collected.say(line, 'understood', 'persistence.enabled');
    else if (option.name === 'persistence_location') adoptLocation(placed, dataFolder, collected);
  }
  // The broker keeps nothing where nothing is said; mqtt-setup keeps everything.
  if (!isEnabled) collected.put(['persistence', 'enabled'], false);
  adoptAutosave(named, view, collected);
}

/** The data stays where it is, except where another broker goes on living on it. */
function adoptLocation({ line }: Placed, dataFolder: string | null, collected: Collected): void {
  const folder = line.value.replace(/\/+$/, '');
  if (dataFolder === null) collected.say(line, 'ours', null, msg('adopt.data'));
  else if (folder === dataFolder) collected.say(line, 'ours');
  else collected.set(line, ['persistence', 'location'], line.value);
}

/** The interval counts changes where autosave_on_changes says so. */
function adoptAutosave(named: readonly Placed[], view: View, collected: Collected): void {
  const lastOf = (keyword: string): Placed | undefined =>
    named.findLast(({ line }) => line.keyword === keyword);
  const interval = lastOf('autosave_interval');
  const changes = lastOf('autosave_on_changes');
  const onChanges = changes !== undefined && confBoolean(changes.line.value) === true;
  const usual = 1800;
  const number = interval === undefined ? usual : numberIn(interval, view.version);
  const by = interval?.line ?? changes?.line;
  if (by === undefined) return;
  if (onChanges) collected.set(by, ['persistence', 'autosave'], { changes: number });
  else if (interval !== undefined) collected.set(by, ['persistence', 'autosave'], seconds(number) ?? 0);
  if (changes !== undefined) collected.say(changes.line, 'understood', 'persistence.autosave');
}
