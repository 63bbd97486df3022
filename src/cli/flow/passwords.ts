import { text as readStream } from 'node:stream/consumers';
import type { Secret } from '../../desired/hashes.ts';
import { fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { generatePassword, verifyHash } from '../../mosquitto/hash.ts';
import { normalisePassword, passwordProblem, passwordWeakness } from '../../spec/passwords.ts';
import type { PasswordPolicy } from '../../spec/types.ts';
import { type Call, textOption } from '../context.ts';

const maxBytes = 64 * 1024;

/** How a password was said on the command line; null where it was not. Throws where two ways were. */
export function passwordSource(call: Call): 'file' | 'env' | 'generate' | null {
  const { options } = call;
  const given = [
    ...(textOption(options, 'passwordFile') === undefined ? [] : (['file'] as const)),
    ...(textOption(options, 'passwordEnv') === undefined ? [] : (['env'] as const)),
    ...(options['generate'] === true ? (['generate'] as const) : []),
  ];
  if (given.length > 1) throw fail('usage', msg('cli.password.twoWays'));
  return given[0] ?? null;
}

/** The password from the way that was said; null where none was. Never from an argument: everybody can see those. */
export async function givenPassword(call: Call): Promise<Secret | null> {
  switch (passwordSource(call)) {
    case null:
      return null;
    case 'generate':
      return generated();
    case 'env':
      return chosen(fromEnvironment(call, textOption(call.options, 'passwordEnv') ?? ''));
    case 'file':
      return chosen(await fromFile(call, textOption(call.options, 'passwordFile') ?? ''));
  }
}

/** A password that somebody else has set, byte for byte; null where none was given. */
export async function asTheyAre(call: Call): Promise<Hidden | null> {
  const source = passwordSource(call);
  if (source === 'env')
    return new Hidden(fromEnvironment(call, textOption(call.options, 'passwordEnv') ?? ''));
  if (source === 'file')
    return new Hidden(await fromFile(call, textOption(call.options, 'passwordFile') ?? ''));
  return null;
}

export function generated(): Secret {
  return { password: new Hidden(generatePassword()), generated: true };
}

/** A password that a person chose, in the form in which it is hashed. Throws where it cannot be one. */
export function chosen(text: string): Secret {
  const password = normalisePassword(text);
  const problem = passwordProblem(password);
  if (problem !== null) throw fail('input', problem);
  return { password: new Hidden(password), generated: false };
}

/** What is wrong with a password that somebody is typing for this account; null where nothing is. */
export function typedProblem(name: string, policy: PasswordPolicy): (text: string) => Message | null {
  return (text) => passwordProblem(normalisePassword(text)) ?? passwordWeakness(text, name, policy);
}

/**
 * Throws 65 for a password that is easily guessed. The one that is stored already is taken, with a note: to give it
 * again changes nothing.
 */
export async function demandStrong(
  call: Pick<Call, 'out' | 't' | 'errorStyle'>,
  { password, generated }: Secret,
  name: string,
  policy: PasswordPolicy,
  stored: string | undefined,
): Promise<void> {
  const weakness = generated ? null : passwordWeakness(password.reveal(), name, policy);
  if (weakness === null) return;
  if (stored === undefined || !(await verifyHash(password.reveal(), stored)))
    throw fail('input', weakness, { fix: msg('accounts.password.fix') });
  const said = [msg('accounts.password.already'), weakness].map(call.t).join(' ');
  call.out.note(`${call.errorStyle.yellow('!')} ${said}`);
}

function fromEnvironment({ env }: Call, name: string): string {
  const value = env[name];
  if (value === undefined) throw fail('usage', msg('cli.password.noEnv', { name }));
  return value;
}

async function fromFile({ host }: Call, path: string): Promise<string> {
  if (path === '-') return withoutLineEnd(await readStream(process.stdin));
  const found = await host.read(path, { maxBytes, followLinks: true, pipes: true });
  if (!found.ok) throw fail('input', msg('cli.password.noFile', { path, errno: found.errno }));
  return withoutLineEnd(found.data.toString('utf8'));
}

/** Every editor and echo ends a line: one line end is not part of the password. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
