import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';

/** How a broker took a configuration file: it said that it runs (and was stopped), it ended by itself, or neither in time. */
export type Verdict = 'runs' | 'ends' | 'hangs';

/**
 * Starts a real mosquitto on this very file, untouched. As root the file must say `user root`. A broker that says
 * nothing, since its log goes elsewhere, runs if it listens on `port`.
 */
export function startOn(conf: string, port: number, timeoutMs = 2000): Promise<Verdict> {
  const root = process.env['MQTT_SETUP_TEST_BROKER_ROOT'];
  const unpacked = `${root}/usr/sbin/mosquitto`;
  const isUnpacked = root !== undefined && existsSync(unpacked);
  const child = spawn(isUnpacked ? unpacked : '/usr/sbin/mosquitto', ['-c', conf], {
    env: isUnpacked
      ? { LD_LIBRARY_PATH: `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/aarch64-linux-gnu` }
      : {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let verdict: Verdict = 'ends';
    let log = '';
    // A SIGTERM between "running" and its main loop is lost on the broker, so it is asked until it has gone.
    const ask = (): void => void setInterval(() => child.kill('SIGTERM'), 20).unref();
    const timer = setTimeout(() => {
      const socket = connect(port, '127.0.0.1');
      const end = (found: Verdict) => (): void => {
        verdict = found;
        socket.destroy();
        child.kill('SIGKILL');
      };
      socket.on('connect', end('runs'));
      socket.on('error', end('hangs'));
    }, timeoutMs);
    const look = (chunk: Buffer): void => {
      log += chunk.toString();
      if (verdict !== 'runs' && /mosquitto version \S+ running/.test(log)) {
        verdict = 'runs';
        ask();
      }
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(verdict);
    });
  });
}
