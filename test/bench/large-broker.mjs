import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, freePort, tool } from './tools.mjs';

export const users = 10_000;

/** Writes a broker's files for 10,000 users with so many ACL lines, and returns its mosquitto.conf. */
export async function writeLarge(dir, rules) {
  const base64 = (bytes) => randomBytes(bytes).toString('base64');
  const names = Array.from({ length: users }, (_, i) => `user-${i}`);
  const passwd = names.map((name) => `${name}:$7$1000$${base64(12)}$${base64(64)}\n`).join('');
  const perUser = rules / users - 1;
  const acl = names
    .map((name, i) => {
      const topics = Array.from({ length: perUser }, (_, j) => `topic readwrite site/${i}/device/${j}/#\n`);
      return `user ${name}\n${topics.join('')}`;
    })
    .join('');
  writeFileSync(join(dir, 'passwd'), passwd, { mode: 0o600 });
  writeFileSync(join(dir, 'acl'), acl, { mode: 0o600 });
  const user = process.getuid() === 0 ? 'user root\n' : '';
  const conf = join(dir, 'mosquitto.conf');
  writeFileSync(
    conf,
    `${user}log_dest stderr\nlistener ${await freePort()} 127.0.0.1\nallow_anonymous false\npassword_file ${dir}/passwd\nacl_file ${dir}/acl\n`,
  );
  return conf;
}

/** Milliseconds until a broker runs; then it is stopped. */
export function start(conf) {
  const started = performance.now();
  const child = spawn(tool('mosquitto'), ['-c', conf], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let log = '';
    let took = null;
    child.stderr.on('data', (chunk) => {
      log += chunk;
      if (took !== null || !/mosquitto version \S+ running/.test(log)) return;
      took = performance.now() - started;
      // Sent until it has gone: one that comes before its main loop is lost.
      setInterval(() => child.kill('SIGTERM'), 20).unref();
    });
    child.on('close', () => (took === null ? reject(new Error(log)) : resolve(took)));
  });
}
