import { describe, expect, test } from 'vitest';
import { endpointsOf, remoteEndpoint } from '../../../src/checks/context.ts';
import { gentle } from '../../../src/checks/handshakes.ts';
import { checks } from '../../../src/checks/registry.ts';
import { runChecks } from '../../../src/checks/run.ts';
import type { Check, CheckContext, ConnectOptions, ConnectResult } from '../../../src/checks/types.ts';
import { AppError, fail } from '../../../src/errors.ts';
import { Hidden } from '../../../src/hidden.ts';
import { msg } from '../../../src/i18n/messages.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { contextWith } from '../../helpers/check-context.ts';
import { healthyFacts } from '../../helpers/facts.ts';
import { specBound } from '../../helpers/specs.ts';

const pass = { status: 'pass', message: msg('checks.service-enabled.pass') } as const;

function check(id: string, more: Partial<Check> = {}): Check {
  return {
    id,
    group: 'service',
    severity: 'low',
    title: msg('checks.service-active.title'),
    needs: [],
    run: async () => pass,
    ...more,
  };
}

describe('runChecks', () => {
  test('an exception inside a check is its failure, with its text', async () => {
    const report = await runChecks(contextWith({}), {}, [
      check('a', { run: () => Promise.reject(new Error('boom')) }),
      check('b', {
        run: () => Promise.reject(fail('unreachable', msg('checks.wire.lost', { seen: 'gone' }))),
      }),
      check('c'),
    ]);
    expect(report.checks.map(({ status }) => status)).toEqual(['fail', 'fail', 'pass']);
    expect(report.checks[0]?.message).toEqual(msg('checks.run.crashed', { error: 'boom' }));
    expect(report.checks[1]?.message).toEqual(msg('checks.wire.lost', { seen: 'gone' }));
    expect(report).toMatchObject({ ok: false, summary: { pass: 1, fail: 2, warn: 0, skip: 0 } });
  });

  const reachable = { endpoints: [remoteEndpoint('127.0.0.1', 1883)] };
  const login = { credentials: { username: 'a', password: new Hidden('b') } };
  test.each<[name: string, needs: Check['needs'], given: Partial<CheckContext>, key: string | null]>([
    ['machine', ['machine'], {}, 'checks.run.needs-machine'],
    ['machine', ['machine'], { facts: healthyFacts() }, null],
    ['broker', ['broker'], {}, 'checks.run.needs-broker'],
    ['broker', ['broker'], reachable, null],
    ['login', ['broker', 'login'], reachable, 'checks.run.needs-login'],
    ['login', ['broker', 'login'], { ...reachable, ...login }, null],
    ['probe', ['login', 'probe'], login, 'checks.run.needs-probe'],
    ['probe', ['login', 'probe'], { ...login, isProbeAccount: true }, null],
  ])('a check that needs %s (%#)', async (_, needs, given, key) => {
    const report = await runChecks(contextWith(given), {}, [check('a', { needs })]);
    expect(report.checks[0]?.status).toBe(key === null ? 'pass' : 'skip');
    if (key !== null) expect(report.checks[0]?.message.key).toBe(key);
    // Nothing proven is not a success.
    expect(report.ok).toBe(key === null);
  });

  test('a selection by id and by group', async () => {
    const all = [check('a'), check('b', { group: 'auth' }), check('c', { group: 'auth' })];
    const ids = async (selection: Parameters<typeof runChecks>[1]) =>
      (await runChecks(contextWith({}), selection, all)).checks.map(({ id }) => id);
    expect(await ids({})).toEqual(['a', 'b', 'c']);
    expect(await ids({ only: ['auth'] })).toEqual(['b', 'c']);
    expect(await ids({ only: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(await ids({ skip: ['auth'] })).toEqual(['a']);
    await expect(ids({ only: ['atuh'] })).rejects.toBeInstanceOf(AppError);
  });

  test('every registered check has its own id, and the group it begins with', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(checks.filter(({ id, group }) => !id.startsWith(`${group}.`))).toEqual([]);
  });

  test('with nothing known, nothing passes', async () => {
    const report = await runChecks(contextWith({}));
    // What a broker has not (TLS, bridges), nothing is asked about.
    const usual = checks.filter((check) => check.deep !== true && !('concerns' in check));
    expect(report.summary).toEqual({ pass: 0, fail: 0, warn: 0, skip: usual.length });
    expect(report.ok).toBe(false);
  });
});

describe('checks that restart the broker', () => {
  /** Each tells when it begins, when it is ready, and when it is over. */
  function story(ids: readonly string[], more: Partial<Check> = {}): { checks: Check[]; told: string[] } {
    const told: string[] = [];
    const checksOf = ids.map((id) =>
      check(id, {
        deep: true,
        async run({ restart }) {
          told.push(`${id} leaves`);
          await restart?.();
          told.push(`${id} looks`);
          return pass;
        },
        ...more,
      }),
    );
    return { checks: checksOf, told };
  }

  test('come after all others, and share one restart', async () => {
    const { checks: deep, told } = story(['a', 'b']);
    const usual = check('c', {
      async run() {
        await new Promise((resolve) => setImmediate(resolve));
        told.push('c');
        return pass;
      },
    });
    const restart = async () => {
      told.push('restart');
      return healthyFacts();
    };
    const report = await runChecks(contextWith({ restart }), {}, [...deep, usual]);
    expect(told).toEqual(['c', 'a leaves', 'b leaves', 'restart', 'a looks', 'b looks']);
    expect(report.checks.map(({ id, status }) => `${id} ${status}`)).toEqual(['a pass', 'b pass', 'c pass']);
  });

  test('one that needs no restart, or breaks before it, does not keep the others waiting', async () => {
    const { checks: deep } = story(['a']);
    let restarts = 0;
    const restart = async () => {
      restarts += 1;
      return healthyFacts();
    };
    const idle = check('b', { deep: true });
    const broken = check('c', { deep: true, run: () => Promise.reject(new Error('boom')) });
    const report = await runChecks(contextWith({ restart }), {}, [...deep, idle, broken]);
    expect(report.checks.map(({ status }) => status)).toEqual(['pass', 'pass', 'fail']);
    expect(restarts).toBe(1);
    await runChecks(contextWith({ restart }), {}, [idle]);
    expect(restarts).toBe(1);
  });

  test('each fails where the broker does not come back', async () => {
    const { checks: deep } = story(['a', 'b']);
    const restart = () => Promise.reject(fail('no', msg('host.init.startFailed')));
    const report = await runChecks(contextWith({ restart }), {}, deep);
    expect(report.summary).toMatchObject({ fail: 2 });
  });

  test.each<[string, Partial<CheckContext>, string[], string]>([
    ['nobody wants one', {}, ['a'], 'checks.run.needs-deep'],
    ['something is wrong already', { restart: async () => healthyFacts() }, [], 'checks.run.unwell'],
  ])('are left out where %s', async (_, given, only, key) => {
    const { checks: deep, told } = story(['a']);
    const wrong = check('b', { run: async () => ({ ...pass, status: 'fail' }) });
    const report = await runChecks(contextWith(given), { only }, [...deep, wrong]);
    expect(report.checks[0]).toMatchObject({ status: 'skip', message: { key } });
    expect(told).toEqual([]);
    // Where nobody names them, nobody is told of them.
    if (only.length > 0)
      expect((await runChecks(contextWith(given), {}, [...deep, wrong])).checks).toHaveLength(1);
  });
});

describe('gentle', () => {
  const options: ConnectOptions = {
    endpoint: remoteEndpoint('127.0.0.1', 1883),
    protocolVersion: 4,
    clientId: 'x',
    timeoutMs: 100,
  };

  test('never more handshakes at once than it may, and all of them done', async () => {
    let now = 0;
    let most = 0;
    const connect = gentle(async (): Promise<ConnectResult> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { outcome: 'closed' };
    }, 3);
    const results = await Promise.all(Array.from({ length: 20 }, () => connect(options)));
    expect(results).toHaveLength(20);
    expect(most).toBe(3);
  });

  test('an address that nobody answers at is asked once', async () => {
    let asked = 0;
    const connect = gentle(async () => {
      asked += 1;
      return { outcome: 'unreachable', error: 'ETIMEDOUT' };
    });
    expect(await connect(options)).toEqual({ outcome: 'unreachable', error: 'ETIMEDOUT' });
    expect(await connect(options)).toEqual({ outcome: 'unreachable', error: 'ETIMEDOUT' });
    expect(asked).toBe(1);
    await connect({ ...options, protocolVersion: 5 });
    expect(asked).toBe(2);
  });
});

const spec = (bind: Spec['listeners'][number]['bind']): Spec => specBound(bind, { name: 'lan' });

describe('endpointsOf', () => {
  const facts = healthyFacts();
  const noIpv6 = { network: { ...facts.network, ipv6Loopback: false } };
  const alone = {
    network: { ...facts.network, addresses: facts.network.addresses.filter(({ internal }) => internal) },
  };
  test.each([
    ['all', spec('all'), facts, ['127.0.0.1', '::1', '192.0.2.7']],
    ['all, no IPv6', spec('all'), noIpv6, ['127.0.0.1', '192.0.2.7']],
    ['all, no network', spec('all'), alone, ['127.0.0.1', '::1']],
    ['loopback', spec('loopback'), facts, ['127.0.0.1', '::1']],
    ['addresses', spec(['192.0.2.7', '::']), facts, ['192.0.2.7', '::1']],
  ])('%s', (_, wanted, machine, hosts) => {
    expect(endpointsOf(wanted, machine)).toEqual(
      hosts.map((host) => ({ listener: 'lan', host, port: 1883, transport: 'tcp' })),
    );
  });
});
