import { firstWord } from '../mosquitto/formats/conf.ts';
import { valueIn } from '../mosquitto/options/by-version.ts';
import type { Option } from '../mosquitto/options/registry.ts';
import type { Version } from '../mosquitto/version.ts';
import { doorsOf, printDoor } from './doors.ts';
import type { ConfTree } from './types.ts';
import { type Placed, viewOf } from './view.ts';

/** A line that counts, as it stands; secrets are masked. */
export interface EffectiveLine {
  keyword: string;
  value: string;
  file: string;
  line: number;
  /** The line that opens the block it belongs to: `listener 1883`, `connection x`; null for the whole broker. */
  block: string | null;
}

export interface Effective {
  lines: EffectiveLine[];
  /** What will be open, as `*:1883`, and whether anybody gets in there. */
  listeners: { address: string; protocol: string; anonymous: boolean; by: string | null }[];
}

/** The merged configuration: every line that counts, with its place. What a later line overrides is left out. */
export function effective(tree: ConfTree, version: Version): Effective {
  const view = viewOf(tree, version);
  const last = new Map<object, Map<string, Placed>>();
  for (const placed of view.lines) {
    const { holder, option } = placed;
    if (holder === null) continue;
    const own = last.get(holder) ?? new Map<string, Placed>();
    last.set(holder, own);
    own.set(nameOf(option), placed);
  }
  const reset = resetLines(view.lines);
  const counts = (placed: Placed): boolean => {
    const { holder, option } = placed;
    if (holder === null) return true;
    if (valueIn(option.again, version) === 'adds') return !reset.has(placed);
    return last.get(holder)?.get(nameOf(option)) === placed;
  };
  return {
    lines: view.lines.filter(counts).map(lineOf),
    listeners: doorsOf(view).map((door) => {
      const { by, protocol } = door.listener;
      return {
        address: printDoor(door),
        protocol,
        anonymous: door.anonymous.allowed,
        by: by === null ? null : `${by.file}:${by.line}`,
      };
    }),
  };
}

/** Lines of the log that a later `none` takes away: where messages go, and which. */
function resetLines(lines: readonly Placed[]): ReadonlySet<Placed> {
  const gone = new Set<Placed>();
  const isNoneBelow = { log_dest: false, log_type: false };
  for (const placed of lines.toReversed()) {
    const { keyword, value } = placed.line;
    if (keyword !== 'log_dest' && keyword !== 'log_type') continue;
    if (isNoneBelow[keyword]) gone.add(placed);
    if (firstWord(value) === 'none') isNoneBelow[keyword] = true;
  }
  return gone;
}

function nameOf({ sameAs, name }: Option): string {
  return sameAs ?? name;
}

function lineOf({ line, option, holder }: Placed): EffectiveLine {
  const { keyword, file, value } = line;
  const by = holder?.by ?? null;
  return {
    keyword,
    value: isSecret(keyword, option) ? '********' : value,
    file,
    line: line.line,
    block: by === null || by === line ? null : `${by.keyword} ${by.value}`,
  };
}

/** What plugins are told is not in the table; a word like `password` in its name is taken for what it says. */
function isSecret(keyword: string, option: Option): boolean {
  return (
    option.secret === 'value' || /_opt_.*(pass(?!word_file|word_init)|secret|token|apikey)/.test(keyword)
  );
}
