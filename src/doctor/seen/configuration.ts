import type { Place } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Mend } from '../mends/types.ts';
import type { Patient } from '../patient.ts';
import type { SeenFamily } from './family.ts';

/** The start of a process is known to a few hundredths of a second. */
const clockSlackMs = 100;

/** Whether what stands on disk is what the broker reads. */
export const configuration = {
  'config.missing': {
    severity: 'critical',
    *look({ tree: { main }, facts, unseen }) {
      if (main.text !== null || facts.mosquitto.binary === null || unseen.includes(main.path)) return;
      if (main.fact.kind === 'unseen' || main.fact.unread === 'denied') return;
      // A unit that names another file is told as that.
      if (main.path !== facts.layout.mainConf) return;
      yield {
        message: msg('doctor.config.missing.cause', { file: main.path }),
        evidence: [`${main.path}: ${main.fact.kind}`],
        fix: msg('doctor.config.missing.fix'),
        commands: ['apt-get install --reinstall -o Dpkg::Options::=--force-confmiss mosquitto'],
      };
    },
  },
  'config.folder-not-read': {
    severity: 'critical',
    *look({ facts: { layout }, tree: { main, folders }, isDeclared }) {
      const { confDir } = layout;
      if (confDir === null || !isDeclared || main.text === null) return;
      if (folders.some(({ value }) => value.replace(/\/+$/, '') === confDir)) return;
      yield {
        message: msg('doctor.config.folder-not-read.cause', { file: main.path, folder: confDir }),
        evidence: [`${main.path}: no line "include_dir ${confDir}"`],
        place: { file: main.path },
        fix: msg('doctor.config.folder-not-read.fix'),
        mends: [{ kind: 'append-line', path: main.path, text: `include_dir ${confDir}` }],
      };
    },
  },
  // Where our own broker.yaml stands, `verify` tells it, by the contents.
  'config.not-loaded': {
    severity: 'medium',
    *look(patient) {
      if (patient.isDeclared) return;
      const newer = newerThanBroker(patient);
      if (newer.length === 0) return;
      yield {
        message: msg('doctor.config.not-loaded.cause', { count: newer.length }),
        evidence: newer,
        fix: msg('doctor.config.not-loaded.fix'),
        mends: [{ kind: 'service', operation: 'restart' }],
      };
    },
  },
  'passwords.lost': {
    severity: 'critical',
    *look({ facts: { layout, files }, isDeclared, manner }) {
      const accounts = files[layout.accounts]?.content;
      if (!isDeclared || files[layout.passwd]?.kind !== 'missing') return;
      const count =
        typeof accounts === 'string' ? accounts.split('\n').filter((line) => line !== '').length : 0;
      if (count === 0) return;
      yield {
        message: msg('doctor.passwords.lost.cause', { file: layout.passwd, count }),
        evidence: [`${layout.passwd}: missing`, `${layout.accounts}: ${count} accounts`],
        fix: msg('doctor.passwords.lost.fix'),
        commands: [`${manner.self} apply --generate${manner.suffix}`],
        covers: layout.passwd,
      };
    },
  },
  // broker.yaml that cannot be read, a link in the place of a file of ours.
  'setup.refused': {
    severity: 'high',
    *look({ refusals, facts: { files }, user }) {
      for (const { message, place, fix } of refusals) {
        const path = place?.file ?? '';
        yield {
          message,
          evidence: place === undefined ? [] : [placeText(place)],
          ...(place === undefined ? {} : { place }),
          fix: fix ?? msg('doctor.setup.refused.fix'),
          mends: mendsOfKind(path, files[path]?.kind, user),
        };
      }
    },
  },
  'setup.unfinished': {
    severity: 'high',
    *look({ files, facts: { layout }, manner }) {
      const path = `${layout.state}/journal`;
      if (files[path]?.kind !== 'directory') return;
      yield {
        message: msg('doctor.setup.unfinished.cause'),
        evidence: [path],
        fix: msg('doctor.setup.unfinished.fix'),
        mends: [{ kind: 'converge' }],
        commands: [`${manner.self} apply${manner.suffix}`],
      };
    },
  },
} as const satisfies SeenFamily;

const placeText = ({ file, line, column }: Place): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** A link gives way to what it leads to, anything else to what broker.yaml says. */
function mendsOfKind(path: string, kind: string | undefined, user: string): Mend[] {
  if (kind === 'symlink') return [{ kind: 'copy-of-link', path, owner: user, group: user, mode: 0o600 }];
  return kind === 'fifo' || kind === 'socket' || kind === 'device' || kind === 'directory'
    ? [{ kind: 'aside', path }, { kind: 'converge' }]
    : [];
}

function newerThanBroker({ facts: { service, files, layout, included } }: Patient): string[] {
  const { startedMs } = service;
  if (!service.running || startedMs === null) return [];
  const read = [layout.mainConf, ...included.map((name) => `${layout.confDir ?? ''}/${name}`)];
  return read.flatMap((path) => {
    const fact = files[path];
    if (fact === undefined || fact.kind === 'missing' || fact.mtimeMs <= startedMs + clockSlackMs) return [];
    return [
      `${path}: changed ${new Date(fact.mtimeMs).toISOString()}, broker started ${new Date(startedMs).toISOString()}`,
    ];
  });
}
