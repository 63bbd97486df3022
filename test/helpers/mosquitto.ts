import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword, newSalt } from '../../src/mosquitto/hash.ts';
import { portOf } from './fake-server.ts';

export interface Broker {
  port: number;
  /** A second free port, as `PORT2` in the configuration. */
  port2: number;
  pid: number;
  dir: string;
  /** What the broker has printed so far. */
  log(): string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export interface BrokerFiles {
  /** A mosquitto.conf; DIR, PORT and PORT2 in it stand for the folder and two free ports. */
  conf: string;
  /** Passwords by name: written hashed to DIR/passwd. */
  passwd?: Record<string, string>;
  /** Written to DIR/acl. */
  acl?: string;
}

/** An unpacked package tree (`usr/sbin/mosquitto` …) or nothing, where the machine's own broker is used. */
const root = process.env.MQTT_SETUP_TEST_BROKER_ROOT;

/** Path of a mosquitto that tests may run; null where there is none. */
function brokerBinary(): string | null {
  return (
    [...(root === undefined ? [] : [`${root}/usr/sbin/mosquitto`]), '/usr/sbin/mosquitto'].find(existsSync) ??
    null
  );
}

/** Why tests with a real broker are left out, or null. */
export function noBroker(): string | null {
  return brokerBinary() === null
    ? 'no mosquitto here: install it, or set MQTT_SETUP_TEST_BROKER_ROOT to an unpacked one'
    : null;
}

/** Starts a real mosquitto on these files, on free ports from 20000 up, and waits until it serves. Rejects with its log. */
export async function startMosquitto(files: BrokerFiles): Promise<Broker> {
  const dir = await mkdtemp(join(tmpdir(), 'mqtt-setup-broker-'));
  const [port, port2] = [await freePort(), await freePort()];
  const users = await Promise.all(
    Object.entries(files.passwd ?? {}).map(
      async ([name, password]) => `${name}:${await hashPassword(password, newSalt(), 100)}\n`,
    ),
  );
  const conf = files.conf
    .replaceAll('DIR', dir)
    .replaceAll('PORT2', `${port2}`)
    .replaceAll('PORT', `${port}`);
  // As root the broker would become another user, who may not enter the folder.
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  await writeFile(join(dir, 'passwd'), users.join(''), { mode: 0o600 });
  await writeFile(join(dir, 'acl'), files.acl ?? '', { mode: 0o600 });
  await writeFile(join(dir, 'mosquitto.conf'), `${user}log_dest stderr\n${conf}`);
  const child = spawn(brokerBinary() ?? 'mosquitto', ['-c', join(dir, 'mosquitto.conf')], {
    env:
      root === undefined
        ? {}
        : { LD_LIBRARY_PATH: `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/aarch64-linux-gnu` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await ended(child);
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const log = await serving(child);
    return { port, port2, pid: child.pid ?? 0, dir, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serving(child: ChildProcess): Promise<() => string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/mosquitto version \S+ running/.test(text)) resolve(() => text);
    });
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`mosquitto ended with ${code}: ${text}`)));
  });
}

/**
 * Asks until it has gone: the broker forgets a SIGTERM that comes between its "running" and its main loop
 * (2.0.11 sets `run = 1` after the line is printed).
 */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const again = setInterval(() => child.kill('SIGTERM'), 50);
    child.once('close', () => {
      clearInterval(again);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** A TCP port from 20000 up that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
    });
    await new Promise((resolve) => server.close(resolve));
    if (port >= 20_000) return port;
  }
}
