import { msg } from '../../i18n/messages.ts';
import type { Mend } from '../mends/types.ts';
import type { SeenFamily } from './family.ts';

/** What dpkg knows of the broker. */
export const packages = {
  'package.interrupted': {
    severity: 'high',
    *look({ facts }) {
      if (facts.packages?.interrupted !== true) return;
      yield {
        message: msg('doctor.package.interrupted.cause'),
        evidence: facts.packages.audit
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(0, 6),
        fix: msg('doctor.package.interrupted.fix'),
        mends: [{ kind: 'configure-packages' }],
      };
    },
  },
  'package.missing': {
    severity: 'critical',
    *look({ facts, isDeclared, manner }) {
      if (facts.mosquitto.binary !== null) return;
      const mends: Mend[] = isDeclared ? [{ kind: 'converge' }] : [];
      yield {
        message: msg('doctor.package.missing.cause'),
        evidence: Object.entries(facts.packages?.installed ?? {}).flatMap(([name, version]) =>
          version === null ? [`${name}: not installed`] : [],
        ),
        fix: msg('doctor.package.missing.fix'),
        mends,
        ...(isDeclared ? {} : { commands: [`${manner.self} install${manner.suffix}`] }),
      };
    },
  },
  'package.new-configuration': {
    severity: 'low',
    *look({ tree }) {
      const waiting = tree.folders.flatMap(({ value, others }) =>
        others.filter((name) => /\.(dpkg|ucf)-(dist|new)$/.test(name)).map((name) => `${value}/${name}`),
      );
      if (waiting.length === 0) return;
      yield {
        message: msg('doctor.package.new-configuration.cause', { count: waiting.length }),
        evidence: waiting,
        fix: msg('doctor.package.new-configuration.fix'),
      };
    },
  },
  'user.missing': {
    severity: 'critical',
    *look({ tree, facts, effective }) {
      if (tree.broker !== null || facts.mosquitto.binary === null || facts.layout.mode === 'local') return;
      const by = effective.lines.findLast(({ keyword }) => keyword === 'user');
      if (by !== undefined) {
        yield {
          message: msg('doctor.user.missing.named', { user: by.value }),
          evidence: [`${by.file}:${by.line}: ${by.raw.trim()}`],
          place: { file: by.file, line: by.line },
          fix: msg('doctor.user.missing.namedFix'),
          mends: [{ kind: 'comment-out', path: by.file, line: by.line }],
        };
        return;
      }
      yield {
        message: msg('doctor.user.missing.cause'),
        evidence: ['/etc/passwd'],
        fix: msg('doctor.user.missing.fix'),
        commands: ['adduser --system --group --home /var/lib/mosquitto --no-create-home mosquitto'],
      };
    },
  },
} as const satisfies SeenFamily;
