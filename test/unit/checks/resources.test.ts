import { describe, expect, test } from 'vitest';
import { resourcesClock } from '../../../src/checks/resources-clock.ts';
import { resourcesDescriptors } from '../../../src/checks/resources-descriptors.ts';
import { resourcesSpace } from '../../../src/checks/resources-space.ts';
import { serviceRestarts } from '../../../src/checks/service-restarts.ts';
import type { CheckContext, CheckStatus } from '../../../src/checks/types.ts';
import { systemLayout } from '../../../src/distros/layout.ts';
import { defaultSpec } from '../../../src/spec/resolve.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { contextWith } from '../../helpers/check-context.ts';
import { fileFact, healthyFacts, serverStartedMs, withFile } from '../../helpers/facts.ts';

const facts = healthyFacts();
const mebi = 1024 * 1024;

function on(host: Partial<CheckContext['host']>, more: Partial<CheckContext> = {}): CheckContext {
  const context = contextWith({ facts, spec: defaultSpec('lan'), ...more });
  return { ...context, host: { ...context.host, ...host } };
}

describe('restarts', () => {
  const minutesOn = (minutes: number): Partial<CheckContext['host']> => ({
    now: () => new Date(serverStartedMs + minutes * 60_000),
  });
  test.each<[string, Partial<(typeof facts)['service']>, number, CheckStatus]>([
    ['none', { restarts: 0 }, 1, 'pass'],
    ['nothing counts', { restarts: null }, 1, 'skip'],
    ['one, a moment ago', { restarts: 1 }, 1, 'fail'],
    ['many, long ago', { restarts: 7 }, 60, 'warn'],
    ['it is down again', { restarts: 5, running: false, state: 'activating', startedMs: null }, 60, 'fail'],
  ])('%s', async (_name, service, minutes, status) => {
    const own = { ...facts, service: { ...facts.service, ...service } };
    expect(await serviceRestarts.run(on(minutesOn(minutes), { facts: own }))).toMatchObject({ status });
  });
});

describe('descriptors', () => {
  const process = (soft: string, used: number): Partial<CheckContext['host']> => ({
    read: async (path) =>
      path === '/proc/500/limits'
        ? { ok: true, data: Buffer.from(`Limit Soft Hard Units\nMax open files   ${soft}  524288  files\n`) }
        : { ok: false, reason: 'missing', errno: 'ENOENT' },
    list: async (path) => (path === '/proc/500/fd' ? Array.from({ length: used }, String) : null),
  });
  const capped = (each: number | null, all: number | null): Spec => {
    const spec = defaultSpec('lan');
    return {
      ...spec,
      listeners: spec.listeners.map((listener) => ({ ...listener, max_connections: each })),
      limits: { ...spec.limits, connections: all },
    };
  };
  test.each<[string, Partial<CheckContext['host']>, Spec, CheckStatus]>([
    ['systemd’s default, no declared limit', process('1024', 20), capped(null, null), 'pass'],
    ['nearly all in use', process('1024', 900), capped(null, null), 'fail'],
    ['more clients allowed than files', process('1024', 20), capped(2000, null), 'fail'],
    ['the whole broker’s limit counts', process('1024', 20), capped(2000, 500), 'pass'],
    ['as many as asked for', process('65536', 20), capped(2000, null), 'pass'],
    ['no limit at all', process('unlimited', 20), capped(2000, null), 'pass'],
    ['not to be seen', {}, capped(2000, null), 'skip'],
  ])('%s', async (_name, host, spec, status) => {
    expect(await resourcesDescriptors.run(on(host, { spec }))).toMatchObject({ status });
  });
});

describe('space', () => {
  const disk = (free: number | null, store: number): Partial<CheckContext['host']> => ({
    freeBytes: async (path) => (path === systemLayout.data ? free : null),
    stat: async () =>
      store === 0 ? null : { ...fileFact(''), kind: 'file', uid: 0, gid: 0, ino: 1, size: store },
  });
  test.each<[string, Partial<CheckContext['host']>, CheckStatus]>([
    ['plenty', disk(1000 * mebi, 0), 'pass'],
    ['none', disk(0, 0), 'fail'],
    ['little', disk(8 * mebi, 0), 'warn'],
    ['less than the store itself', disk(150 * mebi, 200 * mebi), 'fail'],
    ['hardly more than the store', disk(250 * mebi, 200 * mebi), 'warn'],
    ['unknown', disk(null, 0), 'skip'],
  ])('%s', async (_name, host, status) => {
    expect(await resourcesSpace.run(on(host))).toMatchObject({ status });
  });
});

describe('the clock', () => {
  test.each<[string, number, CheckStatus]>([
    ['after the files', 60, 'pass'],
    ['a breath before them', -1.5, 'pass'],
    ['days before them', -5000, 'fail'],
  ])('%s', async (_name, minutes, status) => {
    const own = withFile(facts, systemLayout.conf, { mtimeMs: serverStartedMs - 60_000 });
    const now = (): Date => new Date(serverStartedMs + minutes * 60_000);
    expect(await resourcesClock.run(on({ now }, { facts: own }))).toMatchObject({ status });
  });
});
