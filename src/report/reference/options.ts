import { type Message, msg, type Translate } from '../../i18n/messages.ts';
import type { OptionText } from '../../i18n/option-text.ts';
import type { ReferenceTexts } from '../../i18n/reference-texts.ts';
import type { OptionView } from '../../mosquitto/options/describe.ts';
import { optionSides } from '../option.ts';
import { anchor, code, labelled, page, running } from './markdown.ts';

/** One option in each of the versions, oldest first, that are told apart. */
export interface ReferenceOption {
  name: string;
  views: readonly { version: string; view: OptionView }[];
  text: OptionText;
  /** What mqtt-setup writes, and why; null where it does not. */
  ours: Message | null;
}

export interface ReferenceGroup {
  title: string;
  options: readonly ReferenceOption[];
}

/** Every option of mosquitto.conf by group, as Markdown. */
export function renderOptionReference(
  groups: readonly ReferenceGroup[],
  texts: ReferenceTexts,
  t: Translate,
  otherFile: string,
): string {
  const first = groups[0]?.options[0]?.views ?? [];
  const versions = first.map(({ version }) => version).join(', ');
  return page([
    `<!-- ${texts.generated} -->`,
    `# ${texts.options}`,
    `[${texts.other}](${otherFile})`,
    texts.optionsAbout({ versions }),
    groups.map((group) => contents(group, texts)).join('\n'),
    ...groups.flatMap(({ title, options }) => [
      `## ${title}`,
      ...options.flatMap((option) => section(option, texts, t)),
    ]),
  ]);
}

function contents({ title, options }: ReferenceGroup, texts: ReferenceTexts): string {
  const links = options.map(({ name }) => `[${code(name)}](${anchor(name)})`);
  return labelled([[title, links.join(', ')]], texts);
}

function section(
  { name, views, text, ours }: ReferenceOption,
  texts: ReferenceTexts,
  t: Translate,
): string[] {
  const [{ view: oldest } = { view: null }] = views;
  if (oldest === null) return [];
  const { removed, beware } = oldest;
  const isGone = views.every(({ view }) => !view.known);
  const danger: [string, string][] =
    text.trap === undefined
      ? []
      : [[t(beware === 'security' ? msg('explain.security') : msg('explain.beware')), text.trap]];
  const rows: [string, string][] = [
    ...(isGone ? [] : merged(views, t)),
    ...(removed === null ? [] : [[texts.removed, removed] satisfies [string, string]]),
    ...danger,
    ...(isGone
      ? []
      : [[t(msg('explain.ours')), t(ours ?? msg('explain.notOurs'))] satisfies [string, string]]),
  ];
  return [
    `### ${code(name)}`,
    running(text.does),
    labelled(
      rows.map(([label, body]) => [label, running(body)]),
      texts,
    ),
  ];
}

/** Each side once, or once for each group of versions in which it is alike. Defaults tell their own history. */
function merged(views: ReferenceOption['views'], t: Translate): [string, string][] {
  const known = views.filter(({ view }) => view.known);
  const labels = new Map<string, Map<string, string[]>>();
  for (const { version, view } of known)
    for (const [label, body] of optionSides(view, t)) {
      const bodies = labels.get(t(label)) ?? new Map<string, string[]>();
      labels.set(t(label), bodies);
      if (label.key === 'explain.default' && bodies.size > 0) continue;
      bodies.set(body, [...(bodies.get(body) ?? []), version]);
    }
  return [...labels].map(([label, bodies]) => [label, alternatives(bodies)]);
}

function alternatives(bodies: ReadonlyMap<string, readonly string[]>): string {
  if (bodies.size === 1) return [...bodies.keys()].join('');
  return [...bodies].map(([body, versions]) => `${body} (${versions.join(', ')})`).join(' · ');
}
