import { msg } from '../i18n/messages.ts';
import { isNewest, newest, printVersion } from '../mosquitto/traits.ts';
import type { Version } from '../mosquitto/version.ts';
import { type RuleRow, rules } from './registry.ts';
import type { Found } from './rule.ts';
import type { ConfTree, Finding } from './types.ts';
import { parseTexts, type View, viewOf } from './view.ts';

/** Findings of one rule in one file that are told one by one; of the others the number is told. */
const mostPerFile = 20;

/** Findings of one rule after which nobody counts any more: a file of a million wrong lines is no configuration. */
const mostCounted = 2000;

/**
 * Everything that is wrong with a configuration when a broker of this version reads it, by file and line. What only a
 * newer broker will refuse comes as information, with `from`. Never throws; the output is bounded.
 */
export function lint(tree: ConfTree, version: Version): Finding[] {
  const texts = parseTexts(tree, version);
  const now = findings(viewOf(tree, version, texts));
  if (isNewest(version)) return sorted(now, tree);
  const known = new Set(now.map(keyOf));
  const refusedNow = new Set(now.filter(({ refused }) => refused === true).map(keyOf));
  const newestTexts = hasNul(tree) ? parseTexts(tree, newest) : texts;
  const later = findings(viewOf(tree, newest, newestTexts))
    .filter((finding) => finding.refused === true && !refusedNow.has(keyOf(finding)))
    .map((finding) => upgrade(finding, known.has(keyOf(finding))));
  return sorted([...now, ...later], tree);
}

/** Only then may versions read more of a file, or less. */
function hasNul({ acls, secrets }: ConfTree): boolean {
  const all = [...Object.values(acls), ...Object.values(secrets).map((text) => text.reveal())];
  return all.some((text) => text.includes('\0'));
}

function upgrade({ id, place, message, why, fix }: Finding, isKnown: boolean): Finding {
  // A person who mends the one has mended the other: only what is new needs its cure.
  const cure = isKnown || fix === undefined ? {} : { fix };
  return { id, severity: 'info', place, message, why, ...cure, from: printVersion(newest) };
}

function keyOf({ id, place }: Finding): string {
  return `${id} ${place.file} ${place.line ?? ''}`;
}

function findings(view: View): Finding[] {
  return rules.flatMap((rule) => {
    const counts = new Map<string, number>();
    const kept: Finding[] = [];
    let all = 0;
    for (const found of rule.check(view)) {
      const count = (counts.get(found.place.file) ?? 0) + 1;
      counts.set(found.place.file, count);
      if (count <= mostPerFile) kept.push(findingOf(rule, found));
      all += 1;
      if (all === mostCounted) break;
    }
    const isCut = all === mostCounted;
    const more = [...counts].filter(([, count]) => count > mostPerFile);
    return [...kept, ...more.map(([file, count]) => moreOf(rule, kept, file, count - mostPerFile, isCut))];
  });
}

function findingOf({ id, severity, why }: RuleRow, found: Found): Finding {
  const { place, message, fix, refused } = found;
  const base: Finding = { id, severity: found.severity ?? severity, place, message, why };
  return { ...base, ...(fix === undefined ? {} : { fix }), ...(refused === true ? { refused: true } : {}) };
}

function moreOf(
  { id, severity, why }: RuleRow,
  kept: readonly Finding[],
  file: string,
  count: number,
  isCut: boolean,
): Finding {
  const message = isCut ? msg('lint.moreThan', { count }) : msg('lint.more', { count });
  const first = kept.find(({ place }) => place.file === file);
  return { id, severity: first?.severity ?? severity, place: { file }, message, why };
}

/** In the order in which the broker reads the files, then by line; what is about a whole file stands first. */
function sorted(all: readonly Finding[], { main, folders }: ConfTree): Finding[] {
  const order = [main, ...folders.flatMap(({ files }) => files)].map(({ path }) => path);
  const rank = (file: string): number => {
    const index = order.indexOf(file);
    return index === -1 ? order.length : index;
  };
  return all.toSorted(
    (a, b) =>
      rank(a.place.file) - rank(b.place.file) ||
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0),
  );
}
