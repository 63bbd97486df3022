import type { Layout } from '../../distros/layout.ts';
import type { Pending } from '../../engine/pending.ts';
import { fail } from '../../errors.ts';
import { bootId } from '../../facts/process.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { parseDuration } from '../../spec/quantities.ts';
import { type Call, textOption } from '../context.ts';
import { selfArgv } from '../self.ts';

/** systemd's names of the timer and of what it starts. */
const unit = 'mqtt-setup-revert';

/** Seconds: below, nobody could type the word; above, nobody would remember. */
const [least, most] = [10, 86_400];

/** Seconds that `--confirm` gives, or null without it. Throws 64 for what is no time. */
export function confirmSeconds(call: Call): number | null {
  const text = textOption(call.options, 'confirm');
  if (text === undefined) return null;
  const seconds = parseDuration(text);
  if (seconds === null || seconds < least || seconds > most)
    throw fail('usage', msg('confirm.time', { value: text }));
  return seconds;
}

/**
 * Has what was applied taken back after so many seconds, whatever becomes of this terminal, its session or the network.
 * Answers what goes into the journal.
 */
export async function armRevert(call: Call, { layout, init }: Facts, seconds: number): Promise<Pending> {
  const where = layout.dir === null ? [] : ['--local', layout.dir];
  const argv = [...selfArgv(), 'recover', '--expired', '--no-input', ...where];
  const timed =
    init.kind === 'systemd' && layout.mode === 'system'
      ? [
          'systemd-run',
          '--quiet',
          '--collect',
          `--unit=${unit}`,
          `--on-active=${seconds}`,
          '--timer-property=AccuracySec=100ms',
          '--',
          ...argv,
        ]
      : // A session of its own, which no terminal ends.
        ['setsid', '--fork', 'sh', '-c', sleeper, 'sh', String(seconds), ...argv];
  await call.host.perform({ type: 'exec', argv: timed, timeoutMs: 30_000 });
  // A little earlier than the timer: what it finds then is over.
  const until = new Date(call.host.now().getTime() + seconds * 1000 - 50).toISOString();
  return { until, boot: await bootId(call.host) };
}

const sleeper = 'exec < /dev/null > /dev/null 2>&1; sleep "$1"; shift; exec "$@"';

/** The timer has nothing left to do. One that is not there any more, or that runs just now, finds nothing. */
export async function cancelRevert(call: Call, layout: Layout): Promise<void> {
  if (layout.mode === 'system') await call.host.query(['systemctl', 'stop', `${unit}.timer`]);
}
