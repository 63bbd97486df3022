import { writtenOptions } from '../desired/written.ts';
import type { Language, Translate } from '../i18n/messages.ts';
import type { OptionText } from '../i18n/option-text.ts';
import { optionTexts } from '../i18n/option-texts.ts';
import { referenceTexts } from '../i18n/reference-texts.ts';
import { docOf, specTexts } from '../i18n/spec-texts.ts';
import { translator } from '../i18n/translate.ts';
import { describeOption } from '../mosquitto/options/describe.ts';
import { findOption, groups, type Option, options } from '../mosquitto/options/registry.ts';
import { parseVersion } from '../mosquitto/version.ts';
import { renderOptionReference } from '../report/reference/options.ts';
import { renderSpecReference } from '../report/reference/spec.ts';
import { fieldType } from '../spec/field-type.ts';
import { pathsOf } from '../spec/json-schema/paths.ts';
import { specJsonSchema } from '../spec/json-schema/spec.ts';
import { isDefaultTold, keyDefault } from '../spec/key-defaults.ts';
import { printForm } from '../spec/print-form.ts';
import { profileNames } from '../spec/profiles.ts';
import { specKeys } from '../spec/spec-keys.ts';

/** Debian 11 and 12, 13, and the one after it. */
const versions = ['2.0.11', '2.0.21', '2.1.2'];

/** The pages of this folder by file name, in both languages: what `npm run reference` writes, and a test compares. */
export async function references(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const language of ['en', 'fr'] as const) {
    const t = await translator(language);
    pages.set(`options.${language}.md`, await optionReference(language, t));
    pages.set(`spec.${language}.md`, await specReference(language, t));
  }
  return pages;
}

async function optionReference(language: Language, t: Translate): Promise<string> {
  const texts = await referenceTexts(language);
  const said: Readonly<Record<string, OptionText>> = await optionTexts(language);
  const named: Readonly<Record<string, string>> = texts.groups;
  const shown = Object.keys(groups).map((group) => ({
    title: named[group] ?? group,
    options: [...options.values()]
      .filter((option) => option.group === group)
      .map((option) => ({
        name: option.name,
        views: versions.map((version) => ({ version, view: viewIn(option, version) })),
        text: said[option.name] ?? { does: '' },
        ours: writtenOptions.get(option.name) ?? null,
      })),
  }));
  return renderOptionReference(shown, texts, t, `options.${otherThan(language)}.md`);
}

async function specReference(language: Language, t: Translate): Promise<string> {
  const [texts, said] = await Promise.all([referenceTexts(language), specTexts(language)]);
  const keys = pathsOf(specJsonSchema(() => '')).map(({ path, required }) => {
    const { options: names, example } = specKeys[path] ?? { options: [], example: '' };
    const views = names
      .flatMap((name) => findOption(name) ?? [])
      .map((option) => viewIn(option, versions[0] ?? ''));
    const [only = null] = views;
    return {
      path,
      text: docOf(said, path) ?? '',
      type: fieldType(path),
      required,
      defaults: profileNames.map((profile) => ({ profile, value: asText(keyDefault(path, profile)) })),
      options: views,
      leftTo: views.length > 1 || isDefaultTold(path) ? null : only,
      example,
    };
  });
  return renderSpecReference(keys, texts, t, {
    optionsFile: `options.${language}.md`,
    otherFile: `spec.${otherThan(language)}.md`,
    form: (form) => printForm(form, said),
  });
}

function viewIn(option: Option, version: string): ReturnType<typeof describeOption> {
  return describeOption(option, parseVersion(version));
}

function asText(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}

function otherThan(language: Language): Language {
  return language === 'en' ? 'fr' : 'en';
}
