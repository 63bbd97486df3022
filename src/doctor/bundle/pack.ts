import { formsOf, shortest } from './forms.ts';
import { byLook } from './patterns.ts';
import { byPlace } from './places.ts';
import type { Block, Bundle, Leak, Section, Span, Told } from './types.ts';

/**
 * One text for asking others, in Markdown: every secret in it is a token, the same one wherever that secret stands. What
 * is known to be secret is then looked for once more, in every form; where it is still there, the bundle has leaks.
 */
export function pack(title: string, sections: readonly Section[], told: readonly Told[]): Bundle {
  const secrets = new Map<string, Secret>();
  for (const { value, where } of told.flatMap(valuesOf)) learn(secrets, value, where, []);
  const spans = new Map<Block, Span[]>();
  for (const section of sections)
    for (const block of section.blocks) {
      const found =
        block.text === null ? [] : [...byPlace(block.kind, block.text), ...byLook(block.kind, block.text)];
      spans.set(block, found);
      for (const { value, aliases = [], isSure } of found)
        if (isSure) learn(secrets, value, `${section.title}: ${block.heading ?? ''}`, aliases);
    }
  const tokens = new Tokens(secrets);
  const clean = sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({
      ...block,
      heading: block.heading === null ? null : tokens.everywhere(block.heading),
      about: block.about.map((line) => tokens.everywhere(line)),
      text:
        block.text === null ? null : tokens.everywhere(tokens.inPlace(block.text, spans.get(block) ?? [])),
    })),
  }));
  return {
    text: render(title, clean),
    secrets: tokens.used(),
    unsearched: [...secrets.values()].flatMap(({ where, isSearched }) => (isSearched ? [] : [where])),
    leaks: leaksIn(clean, secrets),
  };
}

interface Secret {
  where: string;
  aliases: string[];
  /** Long enough to be looked for everywhere. */
  isSearched: boolean;
}

function learn(secrets: Map<string, Secret>, value: string, where: string, aliases: readonly string[]): void {
  if (value.trim() === '') return;
  const known = secrets.get(value);
  const isSearched = value.trim().length >= shortest;
  secrets.set(value, {
    where: known?.where ?? where,
    aliases: [...(known?.aliases ?? []), ...aliases],
    isSearched,
  });
}

function valuesOf({ form, text, where }: Told): { value: string; where: string }[] {
  const whole = text.reveal();
  if (form === 'value') return [{ value: whole.trim(), where }];
  return whole.split('\n').flatMap((line, at) => {
    const value = (form === 'lines' ? line : line.slice(line.indexOf(':') + 1)).trim();
    const isSecret = value !== '' && !line.startsWith('#') && (form === 'lines' || line.includes(':'));
    return isSecret ? [{ value, where: `${where}:${at + 1}` }] : [];
  });
}

/** Tokens in the order in which they are first needed. */
class Tokens {
  readonly #secrets: ReadonlyMap<string, Secret>;
  readonly #numbers = new Map<string, number>();
  /** Every form of every secret that is looked for, the longest first. */
  readonly #forms: readonly (readonly [form: string, value: string])[];

  constructor(secrets: ReadonlyMap<string, Secret>) {
    this.#secrets = secrets;
    const forms = [...secrets].flatMap(([value, { aliases, isSearched }]) =>
      isSearched
        ? [value, ...aliases].flatMap((one) => formsOf(one).map((form) => [form, value] as const))
        : [],
    );
    this.#forms = forms.toSorted(([one], [other]) => other.length - one.length);
  }

  used(): number {
    return this.#numbers.size;
  }

  inPlace(text: string, spans: readonly Span[]): string {
    let at = 0;
    let out = '';
    for (const { start, end, value } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < at) continue;
      out += text.slice(at, start) + this.#token(value);
      at = end;
    }
    return out + text.slice(at);
  }

  everywhere(text: string): string {
    return this.#forms.reduce(
      (left, [form, value]) => (left.includes(form) ? left.replaceAll(form, () => this.#token(value)) : left),
      text,
    );
  }

  #token(value: string): string {
    const number = this.#numbers.get(value) ?? this.#numbers.size + 1;
    this.#numbers.set(value, number);
    return `‹secret ${number}${this.#secrets.has(value) ? '' : '?'}›`;
  }
}

function leaksIn(sections: readonly Section[], secrets: ReadonlyMap<string, Secret>): Leak[] {
  return [...secrets].flatMap(([value, { where, isSearched, aliases }]) =>
    isSearched
      ? [value, ...aliases].flatMap((one) => formsOf(one)).flatMap((form) => leakOf(form, where, sections))
      : [],
  );
}

function leakOf(form: string, where: string, sections: readonly Section[]): Leak[] {
  return sections.flatMap(({ title, blocks }) =>
    blocks.flatMap(({ heading, about, text }) => {
      const whole = [heading ?? '', ...about, text ?? ''].join('\n');
      const isBroken = !whole.includes(form) && form.length >= 12 && withoutBreaks(whole).includes(form);
      if (!whole.includes(form) && !isBroken) return [];
      const at = text?.indexOf(form) ?? -1;
      return [
        {
          where,
          section: title,
          heading,
          line: at < 0 ? null : (text ?? '').slice(0, at).split('\n').length,
        },
      ];
    }),
  );
}

/** A long line may have been broken on its way into a log. */
const withoutBreaks = (text: string): string => text.replace(/\s*\n\s*/g, '');

function render(title: string, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ title: name, blocks }) => [`## ${name}`, ...blocks.flatMap(renderBlock)]);
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`;
}

function renderBlock({ heading, about, text, language }: Block): string[] {
  const longest = Math.max(0, ...[...(text ?? '').matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [
    ...(heading === null ? [] : [`### ${heading}`]),
    ...(about.length === 0 ? [] : [about.join('\n')]),
    ...(text === null ? [] : [`${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`]),
  ];
}
