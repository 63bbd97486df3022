import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addUser,
  bootStruck,
  changeLimit,
  changingCalls,
  type Deed,
  look,
  removeUser,
  renewCertificate,
  type Strike,
  strike,
  violations,
  watchDoors,
} from '../helpers/fault-harness.ts';
import type { TestHost } from '../helpers/host.ts';
import { program } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Release } from '../helpers/host-tree.ts';
import { randomFrom } from '../helpers/random.ts';

/** `npm run test:faults` takes every point, 200 signals and a finer sweep, which takes half an hour. */
const isWhole = process.env['MQTT_SETUP_EVERY_FAULT'] === '1';

/** In the shorter form the oldest and the newest: a minute and a half of each run of CI. */
const releases: readonly Release[] = isWhole ? ['bookworm', 'trixie', 'forky'] : ['bookworm', 'forky'];
const everyDeed = [
  ['an account is added', addUser],
  ['the broker restarts', changeLimit],
  ['an account goes', removeUser],
  ['a certificate is renewed', renewCertificate],
] as const;

/** The scores, as they come. */
function tell(score: string): void {
  process.stderr.write(`${score}\n`);
}

/** In the shorter form the first, and one of the others. */
function deedsOf(release: Release) {
  const [first, restart, , renewal] = everyDeed;
  return isWhole ? everyDeed : ([first, release === 'bookworm' ? renewal : restart] as const);
}

describeHosts('the fault harness', () => {
  describe.each(releases)('%s', (release) => {
    let host: TestHost;
    let opened: () => Promise<string[]>;

    beforeAll(async () => {
      host = await bootStruck(release);
      opened = await watchDoors(host, [1883]);
    });
    afterAll(async () => host?.stop());

    /** Strikes the deed at call 1, 2, 3 … until a run passes untouched; every `stride`-th in the shorter form. */
    async function sweep(
      make: (host: TestHost) => Deed | Promise<Deed>,
      what: (at: number) => Strike['what'],
      stride: number,
    ): Promise<void> {
      const wrong: string[] = [];
      let points = 0;
      for (let at = 1; ; at += isWhole ? 1 : stride) {
        const deed = await make(host);
        if (deed.prepare !== undefined) await host.must(deed.prepare);
        const before = await look(host);
        const struck = await strike(host, { calls: changingCalls, at, what: what(at) }, deed);
        const found = await violations(host, before, deed, struck.result.code);
        wrong.push(...found.map((text) => `${what(at)} at call ${at}: ${text}`));
        if (!struck.touched) break;
        points += 1;
      }
      tell(`${release}: ${what(1)} …, ${points} points, ${wrong.length} not survived`);
      expect(wrong).toEqual([]);
      expect(points).toBeGreaterThan(isWhole ? 40 : 2);
    }

    test.each(deedsOf(release))(
      'SIGKILL at each call that changes something: %s',
      { timeout: 3_600_000 },
      async (_name, make) => sweep(make, () => 'signal=KILL', 23),
    );

    const errors = ['error=ENOSPC', 'error=EIO', 'error=EROFS'] as const;
    test.each(deedsOf(release))(
      'each of these calls fails once: %s',
      { timeout: 3_600_000 },
      async (_name, make) => sweep(make, (at) => errors[at % 3] ?? 'error=EIO', 23),
    );

    test('a disk with less and less room', { timeout: 3_600_000 }, async () => {
      const wrong: string[] = [];
      const sizes = isWhole ? Array.from({ length: 16 }, (_, index) => 4 * index) : [0, 16, 40];
      for (const folder of ['/etc/mosquitto', '/var/lib/mqtt-setup'])
        for (const kilobytes of sizes) {
          await host.must(`cp -a ${folder} /root/full.copy`);
          const used = Number((await host.must(`du -sk ${folder}`)).split('\t')[0]);
          await host.must(
            `mount -t tmpfs -o size=${used + kilobytes}k,mode=$(stat -c %a ${folder}) tmpfs ${folder} && cp -a /root/full.copy/. ${folder}/ || true`,
          );
          const before = await look(host);
          const deed = addUser();
          const result = await host.run([...program, ...deed.args], { input: deed.input });
          await host.must(`rm -rf /root/full.copy; mount -o remount,size=64m ${folder}`);
          const found = await violations(host, before, deed, result.code);
          wrong.push(...found.map((text) => `${kilobytes} kB free in ${folder}: ${text}`));
          await host.must(
            `cp -a ${folder} /root/full.back; umount ${folder}; rm -rf ${folder}; mv /root/full.back ${folder}`,
          );
        }
      tell(`${release}: full disk, ${sizes.length * 2} sizes, ${wrong.length} not survived`);
      expect(wrong).toEqual([]);
    });

    test('signals at any moment', { timeout: 3_600_000 }, async () => {
      const random = randomFrom();
      const rounds = isWhole ? 200 : 8;
      const wrong: string[] = [];
      const codes = new Map<number, number>();
      for (let round = 0; round < rounds; round += 1) {
        const before = await look(host);
        const deed = addUser();
        const signal = ['INT', 'TERM', 'HUP'][round % 3] ?? 'INT';
        const wait = (random.below(700) / 1000).toFixed(3);
        await host.must('cat > /root/secret', { input: deed.input });
        // Bash lets what it starts in the background ignore SIGINT; a program of its own session does not.
        const run = `setsid ${[...program, ...deed.args].map((word) => `'${word}'`).join(' ')} < /root/secret > /root/said 2>&1 & pid=$!`;
        const result = await host.run(
          `exec 2>/dev/null; ${run}; sleep ${wait}; kill -${signal} $pid; sleep 0.02; kill -${signal} $pid; wait $pid`,
        );
        codes.set(result.code, (codes.get(result.code) ?? 0) + 1);
        const found = await violations(host, before, deed, result.code);
        wrong.push(...found.map((text) => `SIG${signal} after ${wait} s, code ${result.code}: ${text}`));
      }
      tell(
        `${release}: signals, ${rounds} rounds (codes ${JSON.stringify(Object.fromEntries(codes))}), ${wrong.length} not survived`,
      );
      expect(wrong, `seed ${random.seed}`).toEqual([]);
    });

    test('not for a single moment was anything open', async () => {
      expect(await opened()).toEqual([]);
    });
  });
});
