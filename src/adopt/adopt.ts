import { msg } from '../i18n/messages.ts';
import type { ConfTree } from '../lint/types.ts';
import { type View, viewOf } from '../lint/view.ts';
import { firstWord } from '../mosquitto/formats/conf.ts';
import { acceptsValue } from '../mosquitto/options/accepts.ts';
import type { Version } from '../mosquitto/version.ts';
import type { SpecInput } from '../spec/schema.ts';
import { adoptAccess } from './access.ts';
import { adoptBridges } from './bridges.ts';
import { adoptBroker, unlimited } from './broker.ts';
import { Collected } from './collect.ts';
import { adoptListeners, adoptNobodys } from './listeners.ts';
import { adoptLog, adoptLogTypes } from './log.ts';
import { adoptSources } from './sources.ts';
import { adoptStorage } from './storage.ts';
import type { Adopted } from './types.ts';

export interface AdoptOptions {
  version: Version;
  /** The folder that our own file is in and that the main file will go on to load; null for a broker in a folder. */
  confDir: string | null;
  /** Does the main file stay, with what only it can say? */
  keepsMain: boolean;
  /** Included files that say nothing that we would. */
  staying: ReadonlySet<string>;
  /** May a log go to the journal? */
  hasJournal: boolean;
  /** Where our log file is. */
  ourLog: string;
  /** Where our data is, if the broker's own may stay where it is; null where another broker goes on using it. */
  dataFolder: string | null;
  /** Where the password of a bridge will be kept. */
  passwordFile: (bridge: string) => string;
}

/** Of the main file, what a file that it includes cannot say, or need not. */
const mains = [
  'pid_file',
  'user',
  'persistence',
  'retained_persistence',
  'persistence_location',
  'persistence_file',
];

/**
 * Reads somebody's configuration into what mqtt-setup declares: the same listeners, accounts with their hashes, rights,
 * bridges and settings, with a word for every line. What cannot be said is refused, never guessed. Pure.
 */
export function adoptTree(tree: ConfTree, options: AdoptOptions): Adopted {
  const view = viewOf(tree, options.version);
  const collected = new Collected(view);
  collected.put(['limits'], unlimited(options.version));
  refusedLines(view, collected);
  stayingLines(view, options, collected);
  const sources = adoptSources(view, collected);
  const doors = adoptListeners(view, collected);
  adoptNobodys(view, collected);
  const { accounts, hashes } = adoptAccess(view, sources, doors, collected);
  const bridgePasswords = adoptBridges(view, options.passwordFile, collected);
  adoptLog(view, options, collected);
  adoptLogTypes(view, collected);
  adoptStorage(view, options, collected);
  adoptBroker(view, collected);
  for (const { line } of view.lines)
    if (!collected.has(line)) collected.refuse(line, msg('adopt.no-equal', { option: line.keyword }));
  return {
    input: collected.root as SpecInput,
    accounts,
    hashes,
    bridgePasswords,
    lines: collected.lines(),
    notes: collected.notes,
  };
}

/** What the broker itself does not know, or does not take. */
function refusedLines(view: View, collected: Collected): void {
  for (const { line } of [...view.unknown.values()].flat())
    collected.refuse(line, msg('adopt.unknown', { option: line.keyword }));
  for (const { line, option } of view.lines)
    if (!acceptsValue(option, line.value, view.version) || line.value.includes('\uFFFD'))
      collected.refuse(line, msg('adopt.not-taken', { version: view.versionText }));
}

function stayingLines(view: View, { keepsMain, staying, confDir }: AdoptOptions, collected: Collected): void {
  const main = view.tree.main.path;
  for (const { line } of view.lines) {
    const { file, keyword, value } = line;
    if (staying.has(file)) collected.say(line, 'stays');
    else if (keyword === 'include_dir')
      collected.say(line, keepsMain && value.replace(/\/+$/, '') === confDir ? 'stays' : 'ours');
    else if (!keepsMain && (keyword === 'pid_file' || keyword === 'user')) collected.say(line, 'ours');
    else if (keepsMain && file === main && (mains.includes(keyword) || isLogFile(keyword, value)))
      collected.say(line, 'stays');
  }
}

function isLogFile(keyword: string, value: string): boolean {
  return keyword === 'log_dest' && firstWord(value) === 'file';
}
