import { text as readStream } from 'node:stream/consumers';
import type { Secret } from '../../desired/hashes.ts';
import { fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { generatePassword } from '../../mosquitto/hash.ts';
import { normalisePassword, passwordProblem, passwordWarning } from '../../spec/passwords.ts';
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
      return chosen(call, fromEnvironment(call, textOption(call.options, 'passwordEnv') ?? ''));
    case 'file':
      return chosen(call, await fromFile(call, textOption(call.options, 'passwordFile') ?? ''));
  }
}

export function generated(): Secret {
  return { password: new Hidden(generatePassword()), generated: true };
}

/** A password that a person chose, checked; a weak one is accepted and said to be weak. */
export function chosen(call: Pick<Call, 'out' | 't' | 'errorStyle'>, text: string): Secret {
  const password = normalisePassword(text);
  const problem = passwordProblem(password);
  if (problem !== null) throw fail('input', problem);
  const warning = passwordWarning(password);
  if (warning !== null) call.out.note(`${call.errorStyle.yellow('!')} ${call.t(warning)}`);
  return { password: new Hidden(password), generated: false };
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
