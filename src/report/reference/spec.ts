import { msg, type Translate } from '../../i18n/messages.ts';
import type { ReferenceTexts } from '../../i18n/reference-texts.ts';
import type { OptionView } from '../../mosquitto/options/describe.ts';
import type { FieldType } from '../../spec/field-type.ts';
import type { Form } from '../../spec/fields.ts';
import { anchor, code, labelled, page, running } from './markdown.ts';

/** One key of broker.yaml. */
export interface ReferenceKey {
  path: string;
  text: string;
  type: FieldType;
  required: boolean;
  /** What holds where the file does not name it, by profile; null where nothing of ours does. */
  defaults: readonly { profile: string; value: string | null }[];
  /** The options that it becomes, as they are in the oldest version. */
  options: readonly OptionView[];
  /** The option whose own default holds where there is none of ours; null where that says nothing. */
  leftTo: OptionView | null;
  example: string;
}

/** Every key of broker.yaml in its order, as Markdown. `form` puts the form of a value into words. */
export function renderSpecReference(
  keys: readonly ReferenceKey[],
  texts: ReferenceTexts,
  t: Translate,
  { optionsFile, otherFile, form }: { optionsFile: string; otherFile: string; form: (form: Form) => string },
): string {
  const link = ({ name }: OptionView): string => `[${code(name)}](${optionsFile}${anchor(name)})`;
  const sections = keys.flatMap((key) => [
    `${key.path.includes('.') ? '###' : '##'} ${code(key.path)}`,
    running(key.text),
    labelled(
      [
        [t(msg('explain.value')), typeText(key.type, texts, form) + (key.required ? texts.required : '')],
        ...row(t(msg('explain.default')), defaultText(key, texts, t)),
        ...row(texts.becomes, key.options.map(link).join(', ')),
        ...row(texts.since, needed(key.options, texts)),
      ],
      texts,
    ),
    `\`\`\`yaml\n${key.example}\n\`\`\``,
  ]);
  return page([
    `<!-- ${texts.generated} -->`,
    `# ${texts.spec}`,
    `[${texts.other}](${otherFile})`,
    texts.specAbout,
    ...sections,
  ]);
}

function row(label: string, text: string): [string, string][] {
  return text === '' ? [] : [[label, text]];
}

function defaultText(
  { defaults, leftTo, required }: ReferenceKey,
  texts: ReferenceTexts,
  t: Translate,
): string {
  const [first] = defaults;
  if (first === undefined || required) return '';
  if (defaults.some(({ value }) => value !== first.value))
    return defaults
      .map(({ profile, value }) => texts.byProfile({ value: code(value ?? ''), profile: code(profile) }))
      .join(', ');
  if (first.value !== null) return code(first.value);
  if (leftTo === null || leftTo.default === null) return '';
  const later = leftTo.defaultChanges.map(({ since, value }) =>
    t(msg('explain.defaultFrom', { since, value: value ?? t(msg('explain.none')) })),
  );
  const line = code(`${leftTo.name} ${leftTo.default}`);
  return texts.leftToBroker({ line: [line, ...later].join(', ') });
}

/** The version from which on any of the options is there, where that is not every version. */
function needed(options: readonly OptionView[], texts: ReferenceTexts): string {
  const [first] = options;
  if (first === undefined || options.some(({ known }) => known)) return '';
  return texts.sinceText({ version: first.since });
}

function typeText(type: FieldType, texts: ReferenceTexts, form: (form: Form) => string): string {
  switch (type.kind) {
    case 'words':
      return type.words.length === 1
        ? code(type.words.join(''))
        : texts.words({ words: type.words.map(code).join(', ') });
    case 'count':
      return texts.count(type);
    case 'form':
      return form(type.form);
    case 'list':
      return texts.list({ of: typeText(type.of, texts, form) });
    case 'either':
      return type.of.map((one) => typeText(one, texts, form)).join(texts.or);
    default:
      return texts[type.kind];
  }
}
