import { appendFile, chmod, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { type Local, localBroker, verified } from '../helpers/cli-journey.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { freePort } from '../helpers/mosquitto.ts';

interface Fault {
  name: string;
  plant: (local: Local) => Promise<void>;
  /** Checks that must fail; others may, where they see the same. */
  fails: string[];
  /** What the report must name. */
  names?: string;
}

const hup = (local: Local): void => void process.kill(local.pid(), 'SIGHUP');

/** What an owner, a package or an intruder may do to a broker that stands. */
const faults: Fault[] = [
  {
    name: 'anonymous access is switched on',
    async plant(local) {
      const conf = `${local.dir}/mosquitto.conf`;
      const text = await readFile(conf, 'utf8');
      await writeFile(conf, text.replace('allow_anonymous false', 'allow_anonymous true'));
      await local.must(['restart']);
    },
    fails: ['config.anonymous', 'auth.anonymous', 'files.written'],
    names: 'mosquitto.conf',
  },
  {
    name: 'the ACL file is emptied and read again',
    async plant(local) {
      await writeFile(`${local.dir}/acl`, '');
      hup(local);
    },
    fails: ['messages.qos1', 'files.written'],
    names: 'acl',
  },
  {
    name: 'the ACL lets everybody do everything',
    async plant(local) {
      await writeFile(`${local.dir}/acl`, 'pattern readwrite #\n');
      hup(local);
    },
    fails: ['access.write', 'access.read', 'files.written'],
  },
  {
    name: 'others may read the password file',
    plant: (local) => chmod(`${local.dir}/passwd`, 0o644),
    fails: ['files.mode'],
    names: 'passwd',
  },
  {
    name: 'the broker is stopped',
    plant: async (local) => void (await local.must(['stop'])),
    fails: ['service.active', 'connect.reach'],
  },
  {
    name: 'the broker is killed',
    plant: async (local) => void process.kill(local.pid(), 'SIGKILL'),
    fails: ['service.active', 'connect.reach'],
  },
  {
    name: 'one more listener is open',
    async plant(local) {
      await appendFile(`${local.dir}/mosquitto.conf`, `listener ${await freePort()} 127.0.0.1\n`);
      await local.must(['restart']);
    },
    fails: ['sockets.declared', 'files.written'],
  },
  {
    name: 'the configuration was changed and not read',
    plant: (local) => appendFile(`${local.dir}/mosquitto.conf`, 'max_qos 1\n'),
    fails: ['service.loaded', 'files.written'],
    names: 'mosquitto.conf',
  },
  {
    name: 'retained messages are switched off',
    async plant(local) {
      await appendFile(`${local.dir}/mosquitto.conf`, 'retain_available false\n');
      await local.must(['restart']);
    },
    fails: ['messages.retained', 'files.written'],
  },
  {
    name: 'nobody’s password is asked for any more',
    async plant(local) {
      const conf = `${local.dir}/mosquitto.conf`;
      const text = await readFile(conf, 'utf8');
      await writeFile(
        conf,
        text.replace('allow_anonymous false', 'allow_anonymous true').replace(/^password_file .*$/m, ''),
      );
      await local.must(['restart']);
    },
    fails: ['auth.wrong-password', 'auth.unknown-user', 'auth.empty-password'],
  },
];

describeCli('verify sees what is wrong, and one command puts it right', (sandbox) => {
  const local = localBroker(sandbox);
  beforeAll(async () => {
    await local.install('--port', `${await freePort()}`);
    expect(await local.verify()).toEqual(verified);
  });

  test.each(faults)('$name', async ({ plant, fails, names }) => {
    await plant(local);
    const { code, failed } = await local.verify('--timeout', '1');
    expect(code).toBe(1);
    expect(failed.map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(fails));
    if (names !== undefined) expect(failed.join('\n')).toContain(`${local.dir}/${names}`);

    const drifted = failed.some((line) => line.startsWith('files.written'));
    if (drifted) expect((await local.unchanged(['install', '--yes'])).code).toBe(78);
    await local.must(['install', '--yes', '--overwrite-drift']);
    expect(await local.verify()).toEqual(verified);
  });

  test('verify itself changes nothing, also where it fails', async () => {
    await local.must(['stop']);
    const before = await treeOf(local.dir);
    expect((await local.verify()).code).toBe(1);
    expect(await treeOf(local.dir)).toEqual(before);
  });
});
