import type { Secret } from '../desired/hashes.ts';
import type { Layout } from '../distros/layout.ts';
import { type Message, msg } from '../i18n/messages.ts';
import type { SpecChanges } from '../spec/flags.ts';
import { nameProblem } from '../spec/names.ts';
import { usualPolicy } from '../spec/passwords.ts';
import type { Profile } from '../spec/types.ts';
import type { Call } from './context.ts';
import { chosen, generated, passwordSource, typedProblem } from './flow/passwords.ts';
import { sameCommand } from './flow/same-command.ts';
import { askChoice, askNewPassword, askText } from './prompt.ts';

interface Answers {
  changes: SpecChanges;
  user: string | undefined;
  password: Secret | null;
}

/**
 * The few questions of a first install; what a flag has already said is not asked. Ends in the command that would do the
 * same without questions.
 */
export async function wizard(
  call: Call,
  layout: Layout,
  changes: SpecChanges,
  user: string | undefined,
  initialName: string,
): Promise<Answers> {
  call.out.note(`${call.errorStyle.bold(call.t(msg('cli.wizard.hello')))}\n`);
  const profile = changes.profile ?? (await askProfile(call));
  const name = user ?? (await askName(call, initialName));
  const password = await askPassword(call, name);
  const isTyped = password?.generated === false;
  const command = sameCommand(call, layout, { ...changes, profile }, { name, isTyped });
  call.out.note(`\n${call.t(msg(isTyped ? 'answers.sameTyped' : 'answers.same'))}\n  $ ${command}\n`);
  return { changes: { ...changes, profile }, user: name, password };
}

/** One line of why, before the question. */
function because(call: Call, why: Message): void {
  call.out.note(call.errorStyle.dim(call.t(why)));
}

function askProfile(call: Call): Promise<Profile> {
  because(call, msg('answers.whyProfile'));
  return askChoice(call, msg('cli.wizard.who'), [
    { value: 'lan', text: msg('cli.wizard.lan'), why: msg('cli.wizard.lanWhy') },
    { value: 'internet', text: msg('cli.wizard.internet'), why: msg('cli.wizard.internetWhy') },
    { value: 'local', text: msg('cli.wizard.local'), why: msg('cli.wizard.localWhy') },
  ]);
}

function askName(call: Call, initial: string): Promise<string> {
  because(call, msg('answers.whyName'));
  return askText(call, msg('cli.wizard.name'), initial, nameProblem);
}

async function askPassword(call: Call, name: string): Promise<Secret | null> {
  if (passwordSource(call) !== null) return null;
  because(call, msg('answers.whyPassword'));
  const how = await askChoice(call, msg('cli.wizard.password', { name }), [
    { value: 'generate' as const, text: msg('cli.wizard.generate'), why: msg('cli.wizard.generateWhy') },
    { value: 'type' as const, text: msg('cli.wizard.type'), why: msg('cli.wizard.typeWhy') },
  ]);
  if (how === 'generate') return generated();
  return chosen(
    await askNewPassword(call, msg('cli.ask.password', { name }), typedProblem(name, usualPolicy)),
  );
}
