import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';

/** A minute: file systems and clocks need not agree better than that. */
const toleranceMs = 60_000;

/**
 * A machine without a battery for its clock starts in the past. Certificates are then not valid yet, and sessions and
 * messages end at the wrong time. Files of ours that were written "later than now" tell.
 */
export const resourcesClock: Check = {
  id: 'resources.clock',
  group: 'resources',
  severity: 'medium',
  title: msg('checks.resources-clock.title'),
  needs: ['machine'],
  async run({ facts, host }) {
    const now = host.now().getTime();
    const ahead = Object.entries(facts?.files ?? {}).filter(
      ([, file]) => file.kind === 'file' && file.mtimeMs > now + toleranceMs,
    );
    const clock = new Date(now).toISOString();
    if (ahead.length === 0) return { status: 'pass', message: msg('checks.resources-clock.pass', { clock }) };
    return {
      status: 'fail',
      message: msg('checks.resources-clock.fail', { clock }),
      evidence: ahead.map(([path, { mtimeMs }]) => `${path}: written ${new Date(mtimeMs).toISOString()}`),
      fix: msg('checks.resources-clock.fix'),
    };
  },
};
