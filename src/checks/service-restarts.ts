import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';

/** A broker that came back less than this ago may go again at any moment. */
const settledMs = 10 * 60_000;

/** Systemd counts how often it had to start the broker again since somebody last started it. */
export const serviceRestarts: Check = {
  id: 'service.restarts',
  group: 'service',
  severity: 'high',
  title: msg('checks.service-restarts.title'),
  needs: ['machine'],
  async run({ facts, host }) {
    const service = facts?.service;
    if (service === undefined || service.restarts === null)
      return { status: 'skip', message: msg('checks.service-restarts.uncounted') };
    const times = service.restarts;
    if (times === 0) return { status: 'pass', message: msg('checks.service-restarts.pass') };
    const since = service.startedMs;
    const settled = service.running && since !== null && host.now().getTime() - since > settledMs;
    return {
      status: settled ? 'warn' : 'fail',
      message: msg(settled ? 'checks.service-restarts.warn' : 'checks.service-restarts.fail', { times }),
      evidence: [
        `NRestarts ${times}, state ${service.state}`,
        ...(since === null ? [] : [`running since ${new Date(since).toISOString()}`]),
      ],
      fix: msg('checks.service-restarts.fix'),
    };
  },
};
