import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers, hangUp, mayLogIn, mosquitto, publish } from '../helpers/host-broker.ts';
import { cli, failures, install, json, owner, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Release } from '../helpers/host-tree.ts';
import { bundleScript } from '../helpers/script.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const releases: readonly Release[] = ['bookworm', 'trixie', 'forky'];

const pupils = 300;
const nameOf = (index: number): string => `élève-${String(index + 1).padStart(3, '0')}`;

/** As a spreadsheet writes it in French. */
const list = `\uFEFFname;roles;topics\r\n${Array.from({ length: pupils }, (_, i) => `${nameOf(i)};device;\r\n`).join('')}`;

const importJson = z.object({
  ok: z.literal(true),
  restarted: z.literal(false),
  reloaded: z.literal(true),
  credentials: z.array(z.unknown()).length(0),
  imported: z.object({ added: z.number(), updated: z.number() }),
  passwords: z.object({ file: z.string(), count: z.number() }),
});

const arrivedJson = z.object({
  accounts: z.number(),
  refused: z.array(z.string()),
  own: z.number(),
  foreign: z.array(z.unknown()),
});

const acl = '/etc/mosquitto/mqtt-setup.acl';

describeHosts('a school', () => {
  describe.each(releasesInTurn(releases, 1))('%s', (release) => {
    let host: TestHost;
    const passwords = new Map<string, string>();

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
      const script = await bundleScript("import '@/../test/helpers/school-probe.ts';");
      await host.write('/opt/school-probe.mjs', await readFile(script.path, 'utf8'));
      await script.remove();
      const result = await install(host);
      expect(result.code, told(result)).toBe(0);
    });
    afterAll(async () => {
      await host?.stop();
    });

    test('its list becomes 300 accounts; whoever is connected stays so', async () => {
      const broker = await brokers(host);
      const stays = mosquitto(host, 'mosquitto_sub', owner, ['-t', 'fin', '-C', '1', '-W', '60']);
      await host.run('sleep 0.5');
      await host.write('/root/pupils.csv', list);
      const result = await cli(host, ['import-users', '/root/pupils.csv', '--json']);
      expect(result.code, told(result)).toBe(0);
      const done = json(importJson, result);
      expect(done.imported).toEqual({ added: pupils, updated: 0 });
      expect(done.passwords).toEqual({ file: '/root/pupils.passwords.csv', count: pupils });
      expect(await host.must('stat -c "%a %U" /root/pupils.passwords.csv')).toBe('600 root');
      for (const line of (await host.read('/root/pupils.passwords.csv')).trimEnd().split('\n').slice(1)) {
        const [name = '', password = ''] = line.split(',');
        passwords.set(name, password);
      }
      expect(passwords.size).toBe(pupils);
      expect(await brokers(host)).toEqual(broker);
      await publish(host, owner, 'fin', 'fini');
      expect(await stays).toMatchObject({ code: 0, stdout: 'fini\n' });
    });

    test('each of them writes into its own subtree and into no other, by what arrives', async () => {
      await host.must('umask 077; cat > /root/owner.secret', { input: `${owner.password}\n` });
      const probe = ['/root/pupils.passwords.csv', owner.name, '/root/owner.secret'];
      const result = await host.run(['node', '/opt/school-probe.mjs', ...probe]);
      expect(result.code, told(result)).toBe(0);
      expect(json(arrivedJson, result)).toEqual({ accounts: pupils, refused: [], own: pupils, foreign: [] });
    });

    test('who is removed is disconnected at once; the others stay', async () => {
      const [gone, other] = [0, 1].map((index) => ({
        name: nameOf(index),
        password: passwords.get(nameOf(index)) ?? '',
      }));
      if (gone === undefined || other === undefined) return;
      const listen = ['-W', '60', '-C', '1'];
      const leaves = mosquitto(host, 'mosquitto_sub', gone, [...listen, '-t', `devices/${gone.name}/#`]);
      const stays = mosquitto(host, 'mosquitto_sub', other, [...listen, '-t', `devices/${other.name}/#`]);
      await host.run('sleep 0.5');
      const result = await cli(host, ['remove-user', gone.name]);
      expect(result.code, told(result)).toBe(0);
      // mosquitto_sub comes back by itself after a second and is refused; 27 would be its own time-out.
      expect((await leaves).code).not.toBe(27);
      expect(await mayLogIn(host, gone)).toBe(false);
      await publish(host, other, `devices/${other.name}/x`, 'still here');
      expect(await stays).toMatchObject({ code: 0, stdout: 'still here\n' });
    });

    test.each([
      ['not loaded yet', false],
      ['loaded', true],
    ])('a rule changed by hand, %s, is found by verify and by plan', async (_when, isLoaded) => {
      const line = `topic readwrite devices/${nameOf(1)}/#`;
      await host.must(['sed', '-i', `s|^${line}$|topic readwrite devices/#|`, acl]);
      if (isLoaded) await hangUp(host);
      const { code, report } = await verify(host);
      expect(code).toBe(1);
      expect(failures(report).join('\n')).toContain(acl);
      const plan = await cli(host, ['plan', '--json']);
      expect(plan.code, told(plan)).toBe(78);
      expect(plan.stdout).toContain(acl);
      const shown = await cli(host, ['plan', '--overwrite-drift']);
      expect(shown.stdout).toContain(`+${line}`);
      const applied = await cli(host, ['apply', '--yes', '--overwrite-drift', '--json']);
      expect(applied.code, told(applied)).toBe(0);
      expect(await host.read(acl)).toContain(line);
      const again = await verify(host);
      expect(failures(again.report)).toEqual([]);
    });
  });
});
