import { msg } from '../../i18n/messages.ts';
import type { Mend } from '../mends/types.ts';
import { isOurs } from '../own-files.ts';
import type { Patient } from '../patient.ts';
import type { SeenFamily } from './family.ts';

/** How the broker is kept running, and why it does not. */
export const service = {
  'service.masked': {
    severity: 'critical',
    *look({ facts, unit }) {
      if (!facts.service.masked) return;
      yield {
        message: msg('doctor.service.masked.cause'),
        evidence: [`UnitFileState=${unit?.unitFileState ?? ''} LoadState=${unit?.loadState ?? ''}`],
        fix: msg('doctor.service.masked.fix'),
        mends: [
          { kind: 'service', operation: 'unmask' },
          { kind: 'service', operation: 'start' },
        ],
      };
    },
  },
  'service.overridden': {
    severity: 'high',
    *look(patient) {
      const { unit, facts } = patient;
      if (unit === null || unit.argv.length === 0) return;
      const found = strangeness(patient);
      if (found.length === 0) return;
      const foreign = [...unit.dropIns, unit.fragment].filter(
        (path) => path.startsWith('/etc/') && !isOurs(path, facts),
      );
      yield {
        message: msg('doctor.service.overridden.cause', { conf: facts.layout.mainConf }),
        evidence: [...found, ...foreign],
        fix: msg('doctor.service.overridden.fix'),
        mends: foreign.map((path): Mend => ({ kind: 'aside', path, reload: true })),
      };
    },
  },
  'service.not-reloaded': {
    severity: 'medium',
    *look({ unit }) {
      if (unit?.needsReload !== true) return;
      yield {
        message: msg('doctor.service.not-reloaded.cause'),
        evidence: ['NeedDaemonReload=yes', ...unit.dropIns],
        fix: msg('doctor.service.not-reloaded.fix'),
        mends: [{ kind: 'daemon-reload' }],
      };
    },
  },
  'service.disabled': {
    severity: 'medium',
    *look({ facts: { service: found } }) {
      if (!found.exists || found.masked || found.enabled !== false) return;
      yield {
        message: msg('doctor.service.disabled.cause'),
        evidence: [
          found.ref.init === 'systemd' ? 'systemctl is-enabled: disabled' : 'no start link in /etc/rc2.d',
        ],
        fix: msg('doctor.service.disabled.fix'),
        mends: [{ kind: 'service', operation: 'enable' }],
      };
    },
  },
  'service.start-forbidden': {
    severity: 'medium',
    *look({ facts }) {
      if (facts.service.running || !facts.init.startForbidden) return;
      yield {
        message: msg('doctor.service.start-forbidden.cause'),
        evidence: ['/usr/sbin/policy-rc.d'],
        fix: msg('doctor.service.start-forbidden.fix'),
      };
    },
  },
} as const satisfies SeenFamily;

/** What differs from the unit of the package: program, configuration, user. */
function strangeness({ unit, facts }: Patient): string[] {
  if (unit === null) return [];
  const at = unit.argv.indexOf('-c');
  const isStrange =
    !/^\/usr\/s?bin\/mosquitto$/.test(unit.argv[0] ?? '') || unit.argv[at + 1] !== facts.layout.mainConf;
  return [
    ...(isStrange ? [`ExecStart=${unit.argv.join(' ')}`] : []),
    ...(['', 'mosquitto'].includes(unit.user) ? [] : [`User=${unit.user}`]),
  ];
}
