import type { Secret } from '../desired/hashes.ts';
import { msg } from '../i18n/messages.ts';
import type { SpecChanges } from '../spec/flags.ts';
import { nameProblem } from '../spec/names.ts';
import { usualPolicy } from '../spec/passwords.ts';
import type { Call } from './context.ts';
import { chosen, generated, passwordSource, typedProblem } from './flow/passwords.ts';
import { askChoice, askNewPassword, askText } from './prompt.ts';

interface Answers {
  changes: SpecChanges;
  user: string | undefined;
  password: Secret | null;
}

/** The few questions of a first install; what a flag has already said is not asked. */
export async function wizard(
  call: Call,
  changes: SpecChanges,
  user: string | undefined,
  initialName: string,
): Promise<Answers> {
  call.out.note(`${call.errorStyle.bold(call.t(msg('cli.wizard.hello')))}\n`);
  const profile =
    changes.profile ??
    (await askChoice(call, msg('cli.wizard.who'), [
      { value: 'lan' as const, text: msg('cli.wizard.lan'), why: msg('cli.wizard.lanWhy') },
      { value: 'internet' as const, text: msg('cli.wizard.internet'), why: msg('cli.wizard.internetWhy') },
      { value: 'local' as const, text: msg('cli.wizard.local'), why: msg('cli.wizard.localWhy') },
    ]));
  const name = user ?? (await askText(call, msg('cli.wizard.name'), initialName, nameProblem));
  return { changes: { ...changes, profile }, user: name, password: await askPassword(call, name) };
}

async function askPassword(call: Call, name: string): Promise<Secret | null> {
  if (passwordSource(call) !== null) return null;
  const how = await askChoice(call, msg('cli.wizard.password', { name }), [
    { value: 'generate' as const, text: msg('cli.wizard.generate'), why: msg('cli.wizard.generateWhy') },
    { value: 'type' as const, text: msg('cli.wizard.type'), why: msg('cli.wizard.typeWhy') },
  ]);
  if (how === 'generate') return generated();
  return chosen(
    await askNewPassword(call, msg('cli.ask.password', { name }), typedProblem(name, usualPolicy)),
  );
}
