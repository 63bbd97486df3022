import { msg } from '../i18n/messages.ts';
import type { EffectiveListener } from '../mosquitto/effective.ts';
import { effectiveOf, lineText } from './effective.ts';
import type { Check } from './types.ts';

/** The files on disk, merged as the broker merges them, let nobody in without a name. */
export const configAnonymous: Check = {
  id: 'config.anonymous',
  group: 'config',
  severity: 'critical',
  title: msg('checks.config-anonymous.title'),
  needs: ['machine'],
  async run({ facts, spec }) {
    if (facts === null) return { status: 'skip', message: msg('checks.run.needs-machine') };
    const read = effectiveOf(facts);
    if (!read.ok) return { status: 'skip', message: msg('checks.files.unreadable'), evidence: read.unread };

    const declared = new Set(spec?.listeners.filter(({ anonymous }) => anonymous).map(({ port }) => port));
    const open = read.conf.listeners.filter(
      ({ anonymous, port }) => anonymous.allowed && !declared.has(port),
    );
    const [first] = open;
    if (first === undefined) {
      if (declared.size > 0) return { status: 'pass', message: msg('checks.config-anonymous.declared') };
      const { by } = read.conf.anonymous;
      return by === null
        ? { status: 'pass', message: msg('checks.config-anonymous.default') }
        : {
            status: 'pass',
            message: msg('checks.config-anonymous.pass', { place: `${by.file}:${by.line}` }),
          };
    }
    const { by } = first.anonymous;
    return {
      status: 'fail',
      message:
        by === null
          ? msg('checks.config-anonymous.implied')
          : msg('checks.config-anonymous.fail', { place: `${by.file}:${by.line}` }),
      evidence: open.map(listenerText),
      fix: msg('checks.config-anonymous.fix'),
    };
  },
};

function listenerText({ port, address, anonymous, by }: EffectiveListener): string {
  const place = by === null ? 'implied by the broker' : lineText(by);
  const reason = anonymous.by === null ? 'the default' : lineText(anonymous.by);
  return `port ${port} on ${address ?? 'all addresses'} (${place}): open by ${reason}`;
}
