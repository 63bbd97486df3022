import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/mqtt-setup.mjs', import.meta.url));
const rounds = 7;
const users = 10_000;
const goal = 3;

/** `check` of a large tree against the broker's own start on it, until it says that it runs. */
export async function checkTimes() {
  const root = process.env.MQTT_SETUP_TEST_BROKER_ROOT;
  const binary = [`${root}/usr/sbin/mosquitto`, '/usr/sbin/mosquitto'].find(existsSync);
  if (binary === undefined)
    throw new Error('no mosquitto here: set MQTT_SETUP_TEST_BROKER_ROOT to an unpacked one');
  if (!existsSync(program)) throw new Error('dist/ is not built');
  const rows = [];
  for (const rules of [50_000, 100_000]) {
    const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
    try {
      const conf = await writeLarge(dir, rules);
      const pairs = [];
      for (let round = -1; round < rounds; round++) {
        const pair = [check(conf), await start(binary, root, conf)];
        if (round >= 0) pairs.push(pair);
      }
      const what = `check, ${users} users, ${rules} ACL lines`;
      rows.push({ what, than: 'start of the broker', goal, pairs });
    } finally {
      rmSync(dir, { recursive: true });
    }
  }
  return rows;
}

async function writeLarge(dir, rules) {
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

function check(conf) {
  const started = performance.now();
  const argv = [program, 'check', conf, '--mosquitto-version', '2.0.11', '--json'];
  const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr}`);
  return took;
}

/** Milliseconds until it runs; then it is stopped. */
function start(binary, root, conf) {
  const started = performance.now();
  const env = root
    ? { LD_LIBRARY_PATH: `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/aarch64-linux-gnu` }
    : {};
  const child = spawn(binary, ['-c', conf], { env, stdio: ['ignore', 'ignore', 'pipe'] });
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

function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
