import { type Message, msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { selfArgv } from '../self.ts';

/**
 * This very call as a person would type it with root's rights: node and script (or the executable) by their full paths, since sudo knows
 * another PATH than the user of a Node version manager. Where there is no sudo, as on many a minimal server, by su.
 */
export async function commandLine({ host }: Pick<Call, 'host'>): Promise<string> {
  const words = [...selfArgv(), ...process.argv.slice(2)].map(quoted).join(' ');
  return (await host.stat('/usr/bin/sudo')) === null ? `su -c ${quoted(words)}` : `sudo ${words}`;
}

/** The cure for a lack of rights. */
export async function runAsRoot(call: Pick<Call, 'host'>): Promise<Message> {
  return msg('cli.runThis', { command: await commandLine(call) });
}

/** A word as a shell reads it back. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
