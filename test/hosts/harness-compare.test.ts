import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser, bootStruck, strike } from '../helpers/fault-harness.ts';
import type { TestHost } from '../helpers/host.ts';
import { cli, program } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const ours = '/etc/mosquitto/mqtt-setup.passwd';
const theirs = '/root/base/passwd';
const people = ['ann', 'ben', 'cleo', 'dan', 'eve'];

/** A case, as often as it is tried; each says what was lost, or nothing. */
interface Case {
  name: string;
  ours(host: TestHost): Promise<string[]>;
  theirs(host: TestHost): Promise<string[]>;
}

/** Who of those that were there has no whole line any more. */
async function lost(host: TestHost, file: string, names: readonly string[]): Promise<string[]> {
  const lines = (await host.run(['cat', file])).stdout.split('\n');
  return names.filter(
    (name) =>
      !lines.some(
        (line) => /^[^:]+:\$7\$\d+\$[\w+/=]{16}\$[\w+/=]{88}$/.test(line) && line.startsWith(`${name}:`),
      ),
  );
}

async function namesNow(host: TestHost): Promise<string[]> {
  return (await host.must(`cut -d: -f1 ${ours}`)).split('\n');
}

const fresh = `mkdir -p /root/base; rm -f ${theirs}; touch ${theirs}; ${people.map((name) => `mosquitto_passwd -b ${theirs} ${name} pw`).join('; ')}`;

const cases: readonly Case[] = [
  {
    name: 'killed at each call that changes the file',
    async ours(host) {
      const found: string[] = [];
      for (let at = 1; ; at += 8) {
        // Whom a run that was killed had added nobody was told of.
        await cli(host, ['recover']);
        const before = await namesNow(host);
        const { touched } = await strike(host, { calls: 'rename,fsync', at, what: 'signal=KILL' }, addUser());
        found.push(...(await lost(host, ours, before)));
        if (!touched) return found;
      }
    },
    async theirs(host) {
      const calls = 'write,ftruncate,rename,unlink';
      for (let at = 1; at < 40; at += 1) {
        await host.must(fresh);
        const result = await host.run(
          `strace -f -qq -o /dev/null -etrace=${calls} -einject=${calls}:signal=KILL:when=${at} mosquitto_passwd -b ${theirs} new pw`,
        );
        const gone = await lost(host, theirs, people);
        if (gone.length > 0 || result.code === 0) return gone;
      }
      return [];
    },
  },
  {
    name: 'a full disk',
    async ours(host) {
      const before = await namesNow(host);
      await host.must(
        'mkdir /root/f; cp -a /etc/mosquitto/. /root/f/; mount -t tmpfs -o size=80k tmpfs /etc/mosquitto; cp -a /root/f/. /etc/mosquitto/; head -c 100k /dev/zero > /etc/mosquitto/fill || true',
      );
      const deed = addUser();
      const result = await host.run([...program, ...deed.args], { input: deed.input });
      const gone = await lost(host, ours, before);
      const said = result.code === 0 && (await lost(host, ours, [deed.concerns?.name ?? ''])).length > 0;
      await host.must('umount /etc/mosquitto; rm -rf /root/f');
      return [...gone, ...(said ? ['it said that it was done'] : [])];
    },
    async theirs(host) {
      const found: string[] = [];
      await host.must('mkdir -p /root/base; mount -t tmpfs -o size=12k tmpfs /root/base');
      await host.run(`${fresh}; head -c 100k /dev/zero > /root/base/fill`);
      const before = people;
      for (const name of ['x'.repeat(200), 'y'.repeat(2000), 'z'.repeat(2000)]) {
        const result = await host.run(`mosquitto_passwd -b ${theirs} ${name} pw`);
        const gone = await lost(host, theirs, before);
        if (gone.length > 0) found.push(...gone);
        else if (result.code === 0 && (await lost(host, theirs, [name])).length > 0)
          found.push('it said that it was done');
      }
      await host.must('umount /root/base');
      return found;
    },
  },
  {
    name: 'twenty at once',
    async ours(host) {
      const deeds = Array.from({ length: 20 }, addUser);
      const results = await Promise.all(
        deeds.map(({ args, input }) => host.run([...program, ...args], { input })),
      );
      const done = deeds.flatMap(({ concerns }, index) =>
        results[index]?.code === 0 && concerns ? [concerns.name] : [],
      );
      return lost(host, ours, done);
    },
    async theirs(host) {
      await host.must(fresh);
      const names = Array.from({ length: 20 }, (_, index) => `r${index}`);
      const results = await Promise.all(
        names.map((name) => host.run(`mosquitto_passwd -b ${theirs} ${name} pw`)),
      );
      return lost(
        host,
        theirs,
        names.filter((_, index) => results[index]?.code === 0),
      );
    },
  },
  {
    name: 'a comment in the first line',
    async ours(host) {
      await host.must(`cp -a ${ours} /root/kept; sed -i '1i # mine' ${ours}`);
      const before = (await namesNow(host)).filter((name) => !name.startsWith('#'));
      const deed = addUser();
      await host.run([...program, ...deed.args], { input: deed.input });
      const gone = await lost(host, ours, before);
      await host.must(`cp -a /root/kept ${ours}`);
      return gone;
    },
    async theirs(host) {
      await host.must(`${fresh}; sed -i '1i # mine' ${theirs}`);
      await host.run(`mosquitto_passwd -b ${theirs} new pw`);
      return lost(host, theirs, people);
    },
  },
  {
    name: 'no line end in the last line',
    async ours(host) {
      await host.must(`cp -a ${ours} /root/kept; truncate -s -1 ${ours}`);
      const before = await namesNow(host);
      const deed = addUser();
      await host.run([...program, ...deed.args], { input: deed.input });
      const gone = await lost(host, ours, before);
      await host.must(`cp -a /root/kept ${ours}`);
      return gone;
    },
    async theirs(host) {
      await host.must(`${fresh}; truncate -s -1 ${theirs}`);
      await host.run(`mosquitto_passwd -b ${theirs} new pw`);
      return lost(host, theirs, people);
    },
  },
  {
    name: 'the password as an argument that everybody sees',
    // Who takes passwords from a file or a pipe alone has no way to be called wrongly.
    ours: async (host) =>
      (await cli(host, ['add-user', 'seen', '--password', 'pw', '--yes'])).code === 64 ? [] : ['pw'],
    theirs: async (host) =>
      (await host.run(`${fresh}; mosquitto_passwd -b ${theirs} seen pw`)).code === 0 ? ['pw'] : [],
  },
];

describeHosts('the same faults for mosquitto_passwd', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await bootStruck('bookworm');
  });
  afterAll(async () => host?.stop());

  test('both scores, side by side', { timeout: 300_000 }, async () => {
    const rows: string[] = [];
    const survived = { ours: 0, theirs: 0 };
    const wrong: string[] = [];
    for (const one of cases) {
      const [a, b] = [await one.ours(host), await one.theirs(host)];
      survived.ours += Number(a.length === 0);
      survived.theirs += Number(b.length === 0);
      wrong.push(...a.map((text) => `${one.name}: ${text}`));
      rows.push(
        `  ${one.name}: mqtt-setup ${a.length === 0 ? 'holds' : 'fails'}, mosquitto_passwd ${b.length === 0 ? 'holds' : `fails (${b.length} lost)`}`,
      );
    }
    const sum = `mqtt-setup ${survived.ours} of ${cases.length}, mosquitto_passwd ${survived.theirs} of ${cases.length}`;
    process.stderr.write(`${rows.join('\n')}\n  ${sum}\n`);
    expect(wrong).toEqual([]);
    expect(survived.theirs).toBeLessThan(survived.ours);
  });
});
