import type { Layout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';

/** The number of a generation as somebody typed it. Throws 64 for anything else. */
export function generationNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw fail('usage', msg('generations.number', { value: text }));
  return Number(text);
}

/** Generations hold hashes and keys: on a machine they are root's. Throws 77 with the command to type. */
export async function demandRoot(call: Call, layout: Layout): Promise<void> {
  if (layout.mode === 'local' || call.host.user.uid === 0) return;
  throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
}
