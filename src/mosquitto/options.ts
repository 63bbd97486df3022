import { type ConfLine, parseConf } from './formats/conf.ts';
import { options } from './options/registry.ts';

export { type Option, options } from './options/registry.ts';

/** Keywords that open a block which lasts to the end of its file. */
const openers: ReadonlySet<string> = new Set([
  'listener',
  'connection',
  'plugin',
  'global_plugin',
  'plugin_load',
  'auth_plugin',
]);

/**
 * What the broker must do to see one configuration file change from one text into the other: null where it says the
 * same (comments, blanks and line breaks do not count). Any difference in or after the first listener needs a restart,
 * and so does an option that is not in the table.
 */
export function confChangeEffect(beforeText: string, afterText: string): 'reload' | 'restart' | null {
  const before = parseConf(beforeText, '');
  const after = parseConf(afterText, '');
  if (printed(before) === printed(after)) return null;
  const [headBefore, blocksBefore] = split(before);
  const [headAfter, blocksAfter] = split(after);
  if (printed(blocksBefore) !== printed(blocksAfter)) return 'restart';
  const changed = [...new Set([...headBefore, ...headAfter].map((line) => line.keyword))].filter(
    (keyword) => printed(only(headBefore, keyword)) !== printed(only(headAfter, keyword)),
  );
  // Nothing but the order of different options: rare, and not worth knowing which of them mind.
  if (changed.length === 0) return 'restart';
  return changed.every(isReloaded) ? 'reload' : 'restart';
}

/** An include_dir is read again too, but what stands in the other folder is not known here. */
function isReloaded(keyword: string): boolean {
  return keyword !== 'include_dir' && options.get(keyword)?.effect === 'reload';
}

function split(lines: ConfLine[]): [head: ConfLine[], blocks: ConfLine[]] {
  const first = lines.findIndex((line) => openers.has(line.keyword));
  return first === -1 ? [lines, []] : [lines.slice(0, first), lines.slice(first)];
}

function only(lines: ConfLine[], keyword: string): ConfLine[] {
  return lines.filter((line) => line.keyword === keyword);
}

function printed(lines: ConfLine[]): string {
  return lines.map((line) => `${line.keyword} ${line.value}`).join('\n');
}
