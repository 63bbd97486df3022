import { spawn } from 'node:child_process';
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { formatPidRecord, parsePidRecord } from '../../src/facts/broker-process.ts';
import { gather } from '../../src/facts/gather.ts';
import { bootId, identity, startTicksOf } from '../../src/facts/process.ts';
import { gatherService } from '../../src/facts/service.ts';
import { performService } from '../../src/host/init/index.ts';
import { tail } from '../../src/host/logs.ts';
import { realHost } from '../../src/host/real.ts';
import { en } from '../../src/i18n/en.ts';
import { say } from '../../src/i18n/translate.ts';
import { type BrokerFolder, brokerFolder } from '../helpers/local-broker-files.ts';
import { unpackedBroker } from '../helpers/unpacked-broker.ts';

const root = await unpackedBroker();
const host = realHost();

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function failureOf(promise: Promise<unknown>): Promise<{ exit: string; text: string }> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return { exit: error.exit, text: error.problems.map((problem) => say(en, problem.message)).join('\n') };
}

describe.skipIf(root === null)('a broker without an init system', () => {
  let broker: BrokerFolder;
  const seen = () => gatherService(host, broker.ref);

  beforeEach(async () => {
    broker = await brokerFolder(root ?? '');
  });
  afterEach(() => broker.remove());

  test('is started, found, reloaded, restarted and stopped', async () => {
    expect(await seen()).toMatchObject({ exists: true, running: false, pid: null, state: 'stopped' });
    await performService(host, 'start', broker.ref);
    expect(await accepts(broker.port)).toBe(true);
    const first = await seen();
    expect(first).toMatchObject({ running: true, state: 'running', enabled: null });
    expect(Math.abs(Date.now() - (first.startedMs ?? 0))).toBeLessThan(10_000);
    expect((await stat(broker.ref.pidFile)).mode & 0o777).toBe(0o600);
    expect((await stat(broker.ref.stderrFile)).mode & 0o777).toBe(0o600);

    await performService(host, 'start', broker.ref);
    expect((await seen()).started).toBe(first.started);

    await performService(host, 'reload', broker.ref);
    await expect.poll(() => readFile(broker.layout.log, 'utf8')).toMatch(/Reloading config/);
    expect((await seen()).started).toBe(first.started);

    await performService(host, 'restart', broker.ref);
    const second = await seen();
    expect(second.running).toBe(true);
    expect(second.started).not.toBe(first.started);

    await performService(host, 'stop', broker.ref);
    expect(await seen()).toMatchObject({ running: false, pid: null, started: null });
    expect(await accepts(broker.port)).toBe(false);
    await performService(host, 'stop', broker.ref);
    expect((await failureOf(performService(host, 'reload', broker.ref))).exit).toBe('no');
  });

  test('outlives the process that started it, and is found without its pid file', async () => {
    await performService(host, 'start', broker.ref);
    const { pid } = await seen();
    // A session of its own: closing the terminal of whoever started it does not end it.
    expect((await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[3]).toBe(String(pid));
    await writeFile(broker.ref.pidFile, 'rubbish');
    expect((await seen()).pid).toBe(pid);
  });

  test('killed behind our back it counts as stopped, and starts again', async () => {
    await performService(host, 'start', broker.ref);
    const { pid } = await seen();
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await seen()).running).toBe(false);
    await performService(host, 'start', broker.ref);
    expect((await seen()).running).toBe(true);
  });

  test('a number that was given to another process is not the broker, and is left alone', async () => {
    const boot = await bootId(host);
    const ticks = (await startTicksOf(host, process.pid)) ?? 0;
    // Once with our own very process, once with the right number and another start.
    for (const started of [identity(boot, ticks), identity(boot, 1)]) {
      await writeFile(broker.ref.pidFile, formatPidRecord({ pid: process.pid, started }));
      expect((await seen()).running).toBe(false);
      await performService(host, 'stop', broker.ref);
    }
    await performService(host, 'start', broker.ref);
    expect(parsePidRecord(await readFile(broker.ref.pidFile, 'utf8'))?.pid).toBe((await seen()).pid);
  });

  test.each([
    ['a line that the broker does not know (said on standard error)', 'no_such_option 1\n', /no_such_option/],
    ['an ACL file that is not there (said in the log file)', 'acl_file /nowhere/acl\n', /\/nowhere\/acl/],
    ['an address of another machine', 'listener 1999 203.0.113.7\n', /[Cc]annot assign/],
  ])('a failed start tells the reason: %s', async (_name, line, reason) => {
    await appendFile(broker.layout.log, '1: Error: an old complaint\n');
    await broker.configure(line);
    const { exit, text } = await failureOf(performService(host, 'start', broker.ref));
    expect(exit).toBe('no');
    expect(text).toMatch(reason);
    expect(text).not.toContain('old complaint');
    expect((await seen()).running).toBe(false);
    await expect(stat(broker.ref.pidFile)).rejects.toThrow('ENOENT');
  });

  test('a port that is taken', async () => {
    const other = await brokerFolder(root ?? '');
    try {
      await performService(host, 'start', other.ref);
      await broker.configure(`listener ${other.port} 127.0.0.1\n`);
      expect((await failureOf(performService(host, 'start', broker.ref))).text).toMatch(
        /[Aa]ddress already in use/,
      );
      expect((await gatherService(host, other.ref)).running).toBe(true);
    } finally {
      await other.remove();
    }
  });

  test.skipIf(process.getuid?.() !== 0)(
    'a broker of a container with the same command line is not ours',
    async () => {
      const [program = '', ...args] = broker.ref.argv;
      // A process namespace of its own is what every container has.
      const child = spawn('unshare', ['--pid', '--fork', '--kill-child', program, ...args], {
        env: { PATH: '/usr/bin', ...broker.ref.env },
        stdio: 'ignore',
      });
      try {
        await expect.poll(() => accepts(broker.port)).toBe(true);
        expect((await seen()).running).toBe(false);
        await performService(host, 'stop', broker.ref);
        expect(await accepts(broker.port)).toBe(true);
      } finally {
        child.kill('SIGKILL');
        await expect.poll(() => accepts(broker.port)).toBe(false);
      }
    },
  );

  test('no broker at all', async () => {
    const ref = { ...broker.ref, argv: ['/nowhere/mosquitto', '-c', broker.layout.conf] };
    expect((await failureOf(performService(host, 'start', ref))).text).toMatch(
      /\/nowhere\/mosquitto.*ENOENT/,
    );
  });

  test('its facts: nothing is run but what the system is asked, and the socket is its own', async () => {
    await performService(host, 'start', broker.ref);
    const facts = await gather(host, broker.layout, { ports: [broker.port] });
    expect(facts.service.running).toBe(true);
    expect(facts.network.listening.find((socket) => socket.port === broker.port)).toMatchObject({
      address: '127.0.0.1',
      pid: facts.service.pid,
      process: 'mosquitto',
    });
    expect(() => JSON.stringify(facts)).not.toThrow();
  });

  test('its log', async () => {
    await performService(host, 'start', broker.ref);
    const lines = await tail(host, broker.layout, broker.ref, { lines: 3 });
    expect(lines.length).toBe(3);
    expect(lines.at(-1)?.text).toMatch(/running/);
    expect(await tail(host, broker.layout, broker.ref, { lines: 3, sinceMs: Date.now() + 60_000 })).toEqual(
      [],
    );
  });
});
