import { AppError, type Problem } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { bindProblem } from './binds.ts';
import { isLine } from './fields.ts';
import { parseProfile } from './flags.ts';
import { nameProblem } from './names.ts';
import { portProblem } from './ports.ts';
import { acmeSchema } from './sections/tls.ts';
import { isServerName } from './server-names.ts';
import { nearest } from './suggest.ts';
import { readYaml } from './yaml.ts';

type Found = { message: Message; fix?: Message };

/** A key of the file: what its flag is called in the program, its form, and what is wrong with one text of it. */
interface Answer {
  option: string;
  form: 'text' | 'number' | 'list' | 'flag' | 'path';
  problem?: (text: string, isAlone: boolean) => Found | null;
}

const said = (message: Message | null): Found | null => (message === null ? null : { message });

const serverName = (text: string): Found | null =>
  isServerName(text) ? null : { message: msg('spec.tls.name', { value: shown(text) }) };

const profile = (text: string): Found | null => {
  const parsed = parseProfile(text);
  return parsed.ok ? null : (parsed.problems[0] ?? null);
};

/** Every question of `install`, by its key: the flags' words, with `_` for `-`. */
const answers: Readonly<Record<string, Answer>> = {
  profile: { option: 'profile', form: 'text', problem: profile },
  port: { option: 'port', form: 'number', problem: (text) => said(portProblem(text)) },
  bind: { option: 'bind', form: 'list', problem: bindProblem },
  user: { option: 'user', form: 'text', problem: (text) => said(nameProblem(text)) },
  password_file: { option: 'passwordFile', form: 'path' },
  password_env: { option: 'passwordEnv', form: 'text' },
  generate: { option: 'generate', form: 'flag' },
  names: { option: 'name', form: 'list', problem: serverName },
  cert: { option: 'cert', form: 'path' },
  key: { option: 'key', form: 'path' },
  ca: { option: 'ca', form: 'path' },
  acme: { option: 'acme', form: 'flag' },
  domain: { option: 'domain', form: 'list', problem: serverName },
  email: {
    option: 'email',
    form: 'text',
    problem: (text) =>
      acmeSchema.shape.email.safeParse(text).success
        ? null
        : { message: msg('spec.tls.email', { value: shown(text) }) },
  },
  acme_server: {
    option: 'acmeServer',
    form: 'text',
    problem: (text) =>
      acmeSchema.shape.server.safeParse(text).success
        ? null
        : { message: msg('spec.tls.directory', { value: shown(text) }) },
  },
  ca_passphrase_file: { option: 'caPassphraseFile', form: 'path' },
  firewall: { option: 'firewall', form: 'flag' },
};

/** One question has one answer: only the first of these may stand in a file with none of the others. */
const alternatives: readonly (readonly [string, ...string[]])[] = [
  ['password_file', 'password_env', 'generate'],
  ['password_env', 'generate'],
  ['acme', 'cert', 'key', 'ca'],
];

/** What says nothing by itself: the other one may be a flag. */
const needs: readonly (readonly [string, string])[] = [
  ['acme', 'domain'],
  ['domain', 'acme'],
  ['email', 'acme'],
  ['acme_server', 'acme'],
  ['cert', 'key'],
  ['key', 'cert'],
  ['ca', 'cert'],
];

export const answerKeys: readonly string[] = Object.keys(answers);

/** The answers by the names that the program has for their flags. */
export type Answers = Record<string, string | boolean | string[]>;

/**
 * Reads a file of answers. `file`: its name for messages; `locate` makes a path in it one that can be opened; `isSaid`:
 * was the flag of that name given? Throws one AppError('input') with every problem, each with line and column.
 */
export function loadAnswers(
  text: string,
  file: string,
  locate: (path: string) => string,
  isSaid: (option: string) => boolean = () => false,
): Answers {
  const yaml = readYaml(text, file);
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
    throw new AppError('input', [{ message: msg('answers.root'), place: yaml.placeOf([]) }]);
  const problems: Problem[] = [];
  const found: Answers = {};
  for (const [key, value] of Object.entries(yaml.value)) {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined) problems.push({ ...unknown(key), place: yaml.placeOfKey([key]) });
    else {
      const wrong = wrongIn(answer, value);
      problems.push(...wrong.map(({ at, ...rest }) => ({ ...rest, place: yaml.placeOf([key, ...at]) })));
      if (wrong.length === 0) found[answer.option] = taken(answer, value, locate);
    }
  }
  for (const { key, message } of misfits(yaml.value, found, isSaid))
    problems.push({ message, place: yaml.placeOfKey([key]) });
  if (problems.length > 0) throw new AppError('input', problems);
  return found;
}

/**
 * Answers that cannot stand together, and those that lack another one. What is wrong by itself asks for nothing, and
 * counts where another one asks for it.
 */
function misfits(
  given: object,
  found: Answers,
  isSaid: (option: string) => boolean,
): { key: string; message: Message }[] {
  const optionOf = (key: string): string => answers[key]?.option ?? key;
  const stands = (key: string): boolean => (found[optionOf(key)] ?? false) !== false;
  const answered = (key: string): boolean => Object.hasOwn(given, key) || isSaid(optionOf(key));
  return [
    ...alternatives.flatMap(([key, ...others]) =>
      others
        .filter((other) => stands(key) && stands(other))
        .map((other) => ({ key: other, message: msg('answers.oneOf', { key: other, other: key }) })),
    ),
    ...needs
      .filter(([key, other]) => stands(key) && !answered(other))
      .map(([key, other]) => ({ key, message: msg('answers.needs', { key, other }) })),
  ];
}

function unknown(key: string): Found {
  if (/^(password|passphrase|pw)$/i.test(key))
    return { message: msg('answers.password'), fix: msg('answers.passwordFix') };
  const word = nearest(key, answerKeys);
  return {
    message: msg('spec.key.unknown', { key: shown(key) }),
    fix:
      word === null
        ? msg('spec.key.known', { keys: answerKeys.join(', ') })
        : msg('spec.did-you-mean', { word }),
  };
}

function wrongIn(answer: Answer, value: unknown): (Found & { at: number[] })[] {
  const written = shown(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const one = (found: Found | null): (Found & { at: number[] })[] =>
    found === null ? [] : [{ ...found, at: [] }];
  switch (answer.form) {
    case 'flag':
      return typeof value === 'boolean' ? [] : one({ message: msg('spec.expects.flag', { value: written }) });
    case 'number':
      if (typeof value !== 'number' && typeof value !== 'string')
        return one(answer.problem?.(written, true) ?? null);
      return one(answer.problem?.(String(value), true) ?? null);
    case 'list': {
      const texts: unknown[] = Array.isArray(value) ? value : [value];
      if (texts.length === 0) return one({ message: msg('answers.empty') });
      return texts.flatMap((text, index) => {
        const problem = isText(text)
          ? answer.problem?.(text, texts.length === 1)
          : { message: msg('answers.text') };
        return problem === null || problem === undefined
          ? []
          : [{ ...problem, at: Array.isArray(value) ? [index] : [] }];
      });
    }
    case 'text':
    case 'path':
      return one(isText(value) ? (answer.problem?.(value, true) ?? null) : { message: msg('answers.text') });
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && isLine(value);
}

function taken(
  answer: Answer,
  value: unknown,
  locate: (path: string) => string,
): string | boolean | string[] {
  if (typeof value === 'boolean') return value;
  if (answer.form === 'list') return (Array.isArray(value) ? value : [value]).map(String);
  return answer.form === 'path' && value !== '-' ? locate(String(value)) : String(value);
}
