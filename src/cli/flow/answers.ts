import { dirname, resolve } from 'node:path';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Answers, loadAnswers } from '../../spec/answers.ts';
import { type Call, type Options, textOption } from '../context.ts';

/** Of these only one counts: a flag of a group is the answer to the whole of it. */
const groups = [
  ['passwordFile', 'passwordEnv', 'generate'],
  ['cert', 'key', 'ca', 'acme', 'domain', 'email', 'acmeServer'],
];

/**
 * The call with what a file of answers says (`--answers`, or MQTT_SETUP_ANSWERS) where no flag says it. Paths in the
 * file are relative to its folder. Throws 65 with every problem of the file.
 */
export async function withAnswers(call: Call): Promise<Call> {
  const flag = textOption(call.options, 'answers');
  if (flag === '') throw fail('usage', msg('cli.usage.optionValue', { option: '--answers' }));
  const file = flag ?? (call.env['MQTT_SETUP_ANSWERS'] || undefined);
  if (file === undefined) return call;
  const path = resolve(file);
  const read = await call.host.read(path, { maxBytes: 1024 * 1024, followLinks: true, pipes: true });
  if (!read.ok) throw fail('input', msg('cli.password.noFile', { path: file, errno: read.errno }));
  const answers = loadAnswers(
    read.data.toString('utf8'),
    file,
    (other) => resolve(dirname(path), other),
    (option) => isGiven(call.options, option),
  );
  return { ...call, options: merged(call.options, answers) };
}

function isGiven(options: Options, name: string): boolean {
  const value = options[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** Flags win. */
function merged(options: Options, answers: Answers): Options {
  const isSaid = (name: string): boolean => isGiven(options, name);
  const isAnswered = (name: string): boolean =>
    isSaid(name) || groups.some((group) => group.includes(name) && isOther(group, name, isSaid));
  return {
    ...options,
    ...Object.fromEntries(Object.entries(answers).filter(([name]) => !isAnswered(name))),
  };
}

/** Does a flag say something that the answer of that name cannot stand beside? */
function isOther(group: readonly string[], name: string, isSaid: (name: string) => boolean): boolean {
  const files = ['cert', 'key', 'ca'];
  return group.some(
    (other) => isSaid(other) && (!group.includes('cert') || files.includes(other) !== files.includes(name)),
  );
}
