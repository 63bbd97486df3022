import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn, publish, retained } from '../helpers/host-broker.ts';
import { applyJson, cli, failures, install, json, owner, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const topic = 'home/hall';

describeHosts('a backup of a machine', () => {
  test('makes the same broker of a bare one, with another version of Mosquitto', async () => {
    const [from, to] = await Promise.all([
      bootHost({
        release: 'bookworm',
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      }),
      bootHost({ release: 'trixie', init: 'systemd', network: 'apt' }),
    ]);
    try {
      const done = await install(from);
      expect(done.code, told(done)).toBe(0);
      const added = await cli(
        from,
        ['add-user', 'roof', '--role', 'device', '--password-file', '-', '--yes'],
        {
          input: 'The roof of 4711\n',
        },
      );
      expect(added.code, told(added)).toBe(0);
      await publish(from, owner, topic, 'bonjour');
      const made = await cli(from, ['backup', '/root/broker.backup', '--password-file', '-'], {
        input: 'a long passphrase\n',
      });
      expect(made.code, told(made)).toBe(0);
      await writeFile(to.path('/root/broker.backup'), await readFile(from.path('/root/broker.backup')));

      const restored = await cli(to, ['restore', '/root/broker.backup', '--yes', '--password-file', '-'], {
        input: 'a long passphrase\n',
      });
      expect(restored.code, told(restored)).toBe(0);
      expect(await retained(to, owner, topic)).toBe('bonjour');
      expect(await mayLogIn(to, { name: 'roof', password: 'The roof of 4711' })).toBe(true);
      expect(failures((await verify(to)).report)).toEqual([]);
      const gone = await cli(to, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      // Our CA is worth what the data are: it goes with --purge.
      expect(
        (await to.run('ls -A /var/lib/mqtt-setup /etc/mqtt-setup')).stdout.trim().split('\n').at(-1),
      ).toBe('ca');
    } finally {
      await Promise.all([from.stop(), to.stop()]);
    }
  });
});

const upgradeJson = applyJson.extend({
  upgrade: z.object({ from: z.string(), to: z.string() }).nullable(),
  verify: z.unknown(),
});

/** A package source of the machine's own: the package as it is, under a later version, and perhaps with a fault in it. */
const offer = (version: string, fault: string): string => `
set -e
mkdir -p /srv; cd /srv
[ -d repo ] || { mkdir repo build; cd build; apt-get -q -o APT::Sandbox::User=root download mosquitto; cd ..; cp build/*.deb repo/; }
rm -rf tree; dpkg-deb -R build/mosquitto_*.deb tree
sed -i 's/^Version: .*/Version: ${version}/' tree/DEBIAN/control
${fault}
dpkg-deb -b tree repo/mosquitto_new-${version}.deb > /dev/null
: > repo/Packages
for deb in repo/*.deb; do
  dpkg-deb -f $deb >> repo/Packages
  echo "Filename: ./$(basename $deb)" >> repo/Packages
  echo "Size: $(stat -c %s $deb)" >> repo/Packages
  echo "SHA256: $(sha256sum < $deb | cut -d ' ' -f 1)" >> repo/Packages
  echo >> repo/Packages
done
echo 'deb [trusted=yes] file:/srv/repo ./' > /etc/apt/sources.list.d/own.list
`;

describeHosts('upgrade', () => {
  describe('bookworm', () => {
    let host: TestHost;
    const installed = () => host.must("dpkg-query -f '${Version}' -W mosquitto");
    const upgrade = (...more: string[]) => cli(host, ['upgrade', '--yes', '--json', ...more]);

    beforeAll(async () => {
      host = await bootHost({
        release: 'bookworm',
        init: 'systemd',
        network: 'apt',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
      const done = await install(host);
      expect(done.code, told(done)).toBe(0);
      await publish(host, owner, topic, 'bonjour');
    });
    afterAll(async () => host?.stop());

    async function expectWhole(): Promise<void> {
      expect(await brokers(host)).toHaveLength(1);
      expect(await retained(host, owner, topic)).toBe('bonjour');
      expect(failures((await verify(host)).report)).toEqual([]);
      expect((await host.run('ls /var/lib/mqtt-setup/packages /var/lib/mqtt-setup/journal')).stdout).toBe('');
    }

    test('has nothing to do where nothing newer is offered', async () => {
      const before = await brokers(host);
      const result = await upgrade();
      expect(result.code, told(result)).toBe(0);
      expect(json(upgradeJson, result)).toMatchObject({ changes: [], upgrade: null });
      expect(await brokers(host)).toEqual(before);
    });

    test('shows what it would do, does it, and proves it', async () => {
      await host.must(offer('2.0.11-9+new', ''));
      const old = await installed();
      await host.must('apt-get -q update');
      const dry = await cli(host, ['upgrade', '--dry-run']);
      expect(dry.stdout).toContain(`${old} → 2.0.11-9+new`);
      expect(await installed()).toBe(old);
      const result = await upgrade();
      expect(result.code, told(result)).toBe(0);
      expect(json(upgradeJson, result).upgrade).toEqual(
        expect.objectContaining({ from: old, to: '2.0.11-9+new' }),
      );
      expect(await installed()).toBe('2.0.11-9+new');
      await expectWhole();
    });

    test('a version that does not run goes back to the one that did, with its database', async () => {
      await host.must(offer('2.0.11-10+bad', "printf '#!/bin/sh\\nexit 3\\n' > tree/usr/sbin/mosquitto"));
      const result = await upgrade();
      expect(result.code, told(result)).toBe(1);
      expect(await installed()).toBe('2.0.11-9+new');
      await expectWhole();
    });

    test('one that loses the database on its way, too', async () => {
      await host.must(
        offer(
          '2.0.11-11+bad',
          "printf '#!/bin/sh\\nrm -f /var/lib/mosquitto/mosquitto.db\\nexit 3\\n' > tree/usr/sbin/mosquitto",
        ),
      );
      const result = await upgrade();
      expect(result.code, told(result)).toBe(1);
      expect(await installed()).toBe('2.0.11-9+new');
      await expectWhole();
    });
  });
});
