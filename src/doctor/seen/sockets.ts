import { msg } from '../../i18n/messages.ts';
import type { EffectiveListener } from '../../mosquitto/effective.ts';
import type { Patient } from '../patient.ts';
import type { SeenFamily } from './family.ts';

type Socket = Patient['facts']['network']['listening'][number];

/** Who listens where, and who is turned away before the broker is asked. */
export const sockets = {
  'port.held': {
    severity: 'critical',
    *look({ facts, effective }) {
      const { service, network } = facts;
      for (const { port, by } of tcp(effective.listeners)) {
        const holder = network.listening.find(
          (socket) => socket.port === port && socket.pid !== null && socket.pid !== service.pid,
        );
        if (holder === undefined) continue;
        yield {
          message: msg('doctor.port.held.cause', {
            port,
            process: holder.process ?? '?',
            pid: holder.pid ?? 0,
          }),
          evidence: [socketText(holder), ...(by === null ? [] : [`${by.file}:${by.line}: ${by.raw.trim()}`])],
          ...(by === null ? {} : { place: { file: by.file, line: by.line } }),
          fix: msg('doctor.port.held.fix'),
          commands: [`ps -fp ${holder.pid}`, `kill ${holder.pid}`],
        };
      }
    },
  },
  'port.not-open': {
    severity: 'high',
    *look({ facts, effective, isDeclared }) {
      const { service, network } = facts;
      // Where our own broker.yaml stands, `verify` tells it.
      if (!service.running || isDeclared) return;
      for (const { port, by } of tcp(effective.listeners)) {
        if (network.listening.some((socket) => socket.port === port)) continue;
        yield {
          message: msg('doctor.port.not-open.cause', { port }),
          evidence: by === null ? [] : [`${by.file}:${by.line}: ${by.raw.trim()}`],
          fix: msg('doctor.port.not-open.fix'),
          mends: [{ kind: 'service', operation: 'restart' }],
        };
      }
    },
  },
  'broker.another': {
    severity: 'medium',
    *look({ others, facts: { layout } }) {
      if (layout.mode === 'local') return;
      for (const { pid, argv } of others) {
        yield {
          message: msg('doctor.broker.another.cause', { pid }),
          evidence: [`pid ${pid}: ${argv.join(' ')}`],
          fix: msg('doctor.broker.another.fix'),
          commands: [`kill ${pid}`],
        };
      }
    },
  },
  'listener.local-only': {
    severity: 'medium',
    *look({ effective, tree, facts: { layout, mosquitto }, manner }) {
      const [only] = effective.listeners;
      if (only?.implied !== 'local-only' || mosquitto.binary === null || layout.mode === 'local') return;
      if (tree.main.text === null) return;
      yield {
        message: msg('doctor.listener.local-only.cause'),
        evidence: [`${layout.mainConf}: no "listener" line, in no file that it includes`],
        fix: msg('doctor.listener.local-only.fix'),
        commands: [`${manner.self} install --profile lan${manner.suffix}`],
      };
    },
  },
  'hosts.denied': {
    severity: 'high',
    *look({ files }) {
      const path = '/etc/hosts.deny';
      const text = files[path]?.content;
      if (typeof text !== 'string') return;
      for (const [index, raw] of text.split('\n').entries()) {
        if (!/^\s*(mosquitto|ALL)\s*:/.test(raw)) continue;
        yield {
          message: msg('doctor.hosts.denied.cause'),
          evidence: [`${path}:${index + 1}: ${raw.trim()}`],
          place: { file: path, line: index + 1 },
          fix: msg('doctor.hosts.denied.fix'),
          mends: [{ kind: 'comment-out', path, line: index + 1 }],
        };
      }
    },
  },
  'hosts.no-localhost': {
    severity: 'low',
    *look({ files }) {
      const path = '/etc/hosts';
      const text = files[path]?.content;
      if (typeof text !== 'string' || /^[^#\n]*\slocalhost(\s|$)/m.test(text)) return;
      yield {
        message: msg('doctor.hosts.no-localhost.cause'),
        evidence: [`${path}: no line for localhost`],
        fix: msg('doctor.hosts.no-localhost.fix'),
        mends: [{ kind: 'append-line', path, text: '127.0.0.1 localhost' }],
      };
    },
  },
} as const satisfies SeenFamily;

function tcp(listeners: readonly EffectiveListener[]): EffectiveListener[] {
  return listeners.filter(({ port }) => port > 0);
}

function socketText({ address, port, pid, process }: Socket): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}: ${process ?? '?'} (pid ${pid ?? '?'})`;
}
