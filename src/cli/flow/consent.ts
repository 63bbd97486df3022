import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { demandSomebody } from './next-step.ts';

/** Asks whether to go on, where somebody can be asked; throws where the answer is no, or where nobody can answer. */
export async function consent(call: Call, implied: boolean): Promise<void> {
  if (call.options['step'] === true) demandSomebody(call);
  if (saidYes(call)) return;
  if (!call.interactive) {
    if (implied) return;
    throw fail('usage', msg('cli.needsYes'), { fix: msg('cli.needsYesFix') });
  }
  const { askConfirm } = await import('../prompt.ts');
  if (!(await askConfirm(call, msg('cli.ask.goOn')))) throw fail('no', msg('cli.nothingChanged'));
}

/** `--yes`, or the same by the environment. */
export function saidYes({ options, env }: Call): boolean {
  return options['yes'] === true || env['MQTT_SETUP_YES'] === '1' || env['MQTT_SETUP_YES'] === 'true';
}
