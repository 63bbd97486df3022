import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, freePort, inFolder, inTurn, ours, pairsOf, password, tool } from './tools.mjs';
import { untilConnack, untilDelivered } from './traffic.mjs';

const rounds = 11;
const connects = 10;
const messages = 100_000;
const login = { username: 'bench', password };

/** What `install` renders, beside the configuration that Debian's package has, each with one more TLS listener; all run at once. */
export function runningTimes() {
  return inFolder(async (dir) => {
    const [calm, fast] = [await rendered(join(dir, 'calm'), false), await rendered(join(dir, 'fast'), true)];
    try {
      const stock = await asDebian(join(dir, 'stock'), calm.dir);
      try {
        const connect = (broker, account) => () =>
          middleOf(connects, () => untilConnack(broker.tls, account));
        const carry = (broker, account) => () => untilDelivered(broker.plain, account, messages);
        const all = await inTurn(rounds, {
          connect: connect(calm, login),
          stockConnect: connect(stock, {}),
          carry: carry(calm, login),
          carryFast: carry(fast, login),
          stockCarry: carry(stock, {}),
        });
        const row = (id, what, goal, pairs, atLeast) => ({
          id,
          what,
          than: "Debian's default",
          goal,
          pairs,
          atLeast,
        });
        return [
          row('tls', 'TLS, connect to CONNACK', 0.15, pairsOf(all, 'connect', 'stockConnect'), false),
          row('qos0', 'QoS 0 messages a second', 0.75, pairsOf(all, 'stockCarry', 'carry'), true),
          row(
            'qos0-throughput',
            'the same, `throughput: true`',
            0.95,
            pairsOf(all, 'stockCarry', 'carryFast'),
            true,
          ),
        ];
      } finally {
        await stock.stop();
      }
    } finally {
      for (const broker of [calm, fast])
        ours('uninstall', '--purge', '--yes', '--json', '--local', broker.dir);
    }
  });
}

async function rendered(dir, throughput) {
  const [plain, tls] = [await freePort(), await freePort()];
  mkdirSync(dir);
  const listeners = `listeners:\n  - { port: ${plain}, bind: loopback }\n  - { port: ${tls}, bind: loopback, tls: own }\n`;
  writeFileSync(
    join(dir, 'broker.yaml'),
    `version: 1\nprofile: local\nthroughput: ${throughput}\n${listeners}`,
  );
  const account = ['--user', 'bench', '--password-env', 'PW'];
  ours('install', '--local', dir, '--yes', '--json', ...account);
  return { dir, plain: { port: plain }, tls: { port: tls, ca: authorityOf(dir) } };
}

/** A file that a mosquitto.conf names. */
function fileOf(dir, option) {
  const conf = readFileSync(join(dir, 'mosquitto.conf'), 'utf8');
  return new RegExp(`^${option} (.+)$`, 'm').exec(conf)[1];
}

function authorityOf(dir) {
  return readFileSync(join(dir, 'certs/mqtt-setup-ca.crt'), 'utf8');
}

/** mosquitto.conf of the package (comments left out), with what a TLS listener and one without need; `from`: whose certificate. */
async function asDebian(dir, from) {
  const [plain, tls] = [await freePort(), await freePort()];
  mkdirSync(dir);
  const lines = [
    ...(process.getuid() === 0 ? ['user root'] : []),
    'persistence true',
    `persistence_location ${dir}/`,
    `log_dest file ${dir}/mosquitto.log`,
    'allow_anonymous true',
    `listener ${plain} 127.0.0.1`,
    `listener ${tls} 127.0.0.1`,
    `certfile ${fileOf(from, 'certfile')}`,
    `keyfile ${fileOf(from, 'keyfile')}`,
  ];
  writeFileSync(join(dir, 'mosquitto.conf'), `${lines.join('\n')}\n`);
  const child = spawn(tool('mosquitto'), ['-c', join(dir, 'mosquitto.conf')], {
    env: environment,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const broker = { plain: { port: plain }, tls: { port: tls, ca: authorityOf(from) } };
  await answers(broker.plain);
  return {
    ...broker,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function answers(door) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await untilConnack(door, {});
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((later) => setTimeout(later, 100));
    }
  }
}

async function middleOf(times, measure) {
  const took = [];
  for (let time = 0; time < times; time += 1) took.push(await measure());
  return took.toSorted((a, b) => a - b)[times >> 1];
}
