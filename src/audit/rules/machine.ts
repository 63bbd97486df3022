import { msg } from '../../i18n/messages.ts';
import { isOpenTo } from '../modes.ts';
import { vulnerabilitiesDate } from '../vulnerabilities.ts';
import type { AuditFamily } from './family.ts';

/** More than this is no cage any more; Debian's own unit has 9.6, ours 1.2 to 1.3 (measured). */
const mostExposure = 3;

/** The machine around the broker: its process, its unit, its package, the files beside its own. */
export const machine = {
  'service.root': {
    severity: 'high',
    sees: ({ uid }) => (uid === null ? msg('audit.unseen.stopped') : null),
    *look({ uid, patient }) {
      // In a folder of one's own the broker is whoever started it.
      if (uid !== 0 || patient.facts.layout.mode === 'local') return;
      yield { message: msg('audit.service.root.found'), fix: msg('audit.service.root.fix') };
    },
  },
  'service.exposure': {
    severity: 'medium',
    sees: ({ exposure }) => (exposure === null ? msg('audit.unseen.noSystemd') : null),
    *look({ exposure }) {
      if (exposure === null || exposure <= mostExposure) return;
      yield {
        message: msg('audit.service.exposure.found', { exposure: exposure.toFixed(1) }),
        evidence: [`systemd-analyze security: ${exposure.toFixed(1)}`],
        fix: msg('audit.service.exposure.fix'),
      };
    },
  },
  'service.changed': {
    severity: 'high',
    sees: ({ patient }) => (patient.facts.service.startedMs === null ? msg('audit.unseen.stopped') : null),
    *look({ patient: { facts } }) {
      const { startedMs } = facts.service;
      if (startedMs === null) return;
      const { layout, included, files, records } = facts;
      const loaded = records?.loaded;
      const read = [layout.mainConf, ...included.map((name) => `${layout.confDir}/${name}`)];
      const newer = read.filter((path) => {
        const fact = files[path];
        if (fact === undefined || fact.kind !== 'file') return false;
        // Ours are known by their content: a file that was written again as it was is no change.
        const known = loaded?.started === facts.service.started ? loaded?.files[path] : undefined;
        return known === undefined ? fact.mtimeMs > startedMs + 1000 : known !== fact.sha256;
      });
      if (newer.length === 0) return;
      yield {
        message: msg('audit.service.changed.found', { files: newer.join(', ') }),
        evidence: newer,
        fix: msg('audit.service.changed.fix'),
      };
    },
  },
  'files.copies': {
    severity: 'high',
    *look({ strays }) {
      for (const { path, mode, hasSecrets } of strays) {
        if (!hasSecrets || !isOpenTo('others', mode)) continue;
        yield {
          message: msg('audit.files.copies.found', { path, mode: mode.toString(8).padStart(4, '0') }),
          evidence: [path],
          fix: msg('audit.files.copies.fix'),
          commands: [`rm ${path}`],
        };
      }
    },
  },
  'files.waiting': {
    severity: 'medium',
    *look({ strays }) {
      const waiting = strays.filter(({ path }) => /\.(?:dpkg-(?:dist|new)|ucf-dist)$/.test(path));
      if (waiting.length === 0) return;
      const files = waiting.map(({ path }) => path);
      yield {
        message: msg('audit.files.waiting.found', { files: files.join(', ') }),
        evidence: files,
        fix: msg('audit.files.waiting.fix'),
      };
    },
  },
  'files.repository': {
    severity: 'low',
    *look({ etcRepository }) {
      if (etcRepository === null) return;
      yield {
        message: msg('audit.files.repository.found', { path: etcRepository }),
        fix: msg('audit.files.repository.fix'),
      };
    },
  },
  'package.fixes': {
    severity: 'high',
    sees: ({ fixes }) => (fixes === null ? msg('audit.unseen.release', { date: vulnerabilitiesDate }) : null),
    *look({ fixes }) {
      if (fixes?.isOld !== true) return;
      const { installed, needed } = fixes;
      yield {
        message: msg('audit.package.fixes.found', { installed, needed, date: vulnerabilitiesDate }),
        fix: msg('audit.package.fixes.fix'),
        commands: ['apt-get update', 'apt-get install --only-upgrade mosquitto'],
      };
    },
  },
} as const satisfies AuditFamily;
