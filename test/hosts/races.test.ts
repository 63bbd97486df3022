import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { install, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const passwd = '/etc/mosquitto/mqtt-setup.passwd';

/**
 * Two of ours and one mosquitto_passwd at the same time, the latter at another moment each round, so that it falls into
 * every part of what the others do. Prints the exit codes.
 */
const round = `
add() { node /opt/mqtt-setup/mqtt-setup.mjs add-user "$1" --role device --generate >"/tmp/$1" 2>&1; echo "$1 $?"; }
add "a$1" & add "b$1" &
( sleep "$2"; mosquitto_passwd -b ${passwd} "o$1" secret >/dev/null 2>&1; echo "o$1 $?" ) &
wait
`;

interface Run {
  name: string;
  code: number;
  said: string;
}

describeHosts('races for the password file', () => {
  // 200 take four minutes; the moment of the swap itself is raced 200 times in `broker/races.test.ts`.
  const rounds = Number(process.env['MQTT_SETUP_TEST_RACES'] ?? 20);
  let host: TestHost;

  beforeAll(async () => {
    host = await bootHost({
      release: 'bookworm',
      init: 'systemd',
      network: 'none',
      preinstall: ['mosquitto', 'mosquitto-clients'],
    });
    const result = await install(host);
    expect(result.code, told(result)).toBe(0);
  });
  afterAll(async () => {
    await host?.stop();
  });

  test(
    'whoever is told that it was done is there, and nobody is lost without a word',
    async () => {
      const ours: string[] = [];
      const whole = await secondsOfOne(host);
      const outcomes = new Map<string, number>();
      for (let index = 0; index < rounds; index += 1) {
        // Mostly in the second half, where the files are replaced.
        const delay = whole * (0.3 + ((index * 37) % 100) / 100);
        const runs = await race(host, index, delay.toFixed(3));
        const names = namesIn(await host.read(passwd));
        const declared = await host.read('/etc/mqtt-setup/accounts.jsonl');
        for (const { name, code, said } of runs) {
          const isOurs = !name.startsWith('o');
          const key = `${isOurs ? 'mqtt-setup' : 'mosquitto_passwd'} ${code}`;
          outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
          if (isOurs) {
            // 1: the broker read the file while mosquitto_passwd had it half written; nothing was proven, and it was taken back.
            expect([0, 1, 65, 75, 78], `${name}: ${said}`).toContain(code);
            if (code === 1) expect(said).toContain('taken back');
            expect(declared.includes(`"${name}"`), `${name}: ${code} ${said}`).toBe(code === 0);
            if (code === 0) ours.push(name);
            else expect(said).not.toBe('');
          } else if (code === 0 && !names.has(name))
            // Its write went into the file that was being replaced: somebody must have said so.
            expect(runs.map((run) => run.said).join('\n')).toMatch(/that change is lost/);
        }
        expect(ours.filter((name) => !names.has(name))).toEqual([]);
        // What mosquitto_passwd added is not declared: it is said, and goes only when it is told to.
        if ([...names].some((name) => name.startsWith('o'))) {
          if (index % 20 === 0) {
            const drift = await host.run('node /opt/mqtt-setup/mqtt-setup.mjs apply --yes');
            expect(drift.code, told(drift)).toBe(78);
          }
          await host.must('node /opt/mqtt-setup/mqtt-setup.mjs apply --yes --overwrite-drift');
        }
      }
      process.stderr.write(`races: ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
      expect(ours.length).toBeGreaterThan(0);
      expect(outcomes.get('mqtt-setup 75') ?? 0).toBeGreaterThan(0);
    },
    30 * 60_000,
  );
});

async function secondsOfOne(host: TestHost): Promise<number> {
  const started = performance.now();
  await host.must('node /opt/mqtt-setup/mqtt-setup.mjs add-user first --role device --generate');
  return (performance.now() - started) / 1000;
}

async function race(host: TestHost, index: number, delay: string): Promise<Run[]> {
  const result = await host.run(['bash', '-c', round, 'race', String(index), delay]);
  return Promise.all(
    result.stdout
      .trim()
      .split('\n')
      .map(async (line) => {
        const [name = '', code = ''] = line.split(' ');
        const said = name.startsWith('o') ? '' : await host.read(`/tmp/${name}`);
        return { name, code: Number(code), said };
      }),
  );
}

function namesIn(text: string): Set<string> {
  return new Set(text.split('\n').map((line) => line.split(':')[0] ?? ''));
}
