import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { hangUp, service } from '../helpers/host-broker.ts';
import { failures, install, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Init } from '../helpers/host-tree.ts';
import { expectVerified } from './story-steps.ts';

interface Fault {
  name: string;
  /** Checks that must fail, and what they must name. */
  named: readonly RegExp[];
  only?: readonly Init[];
  /** Shows only where the broker is restarted. */
  deep?: true;
  plant: (host: TestHost) => Promise<unknown>;
  /** What takes it back besides the files, which are always put back. */
  mend?: (host: TestHost) => Promise<unknown>;
}

const later = '/etc/mosquitto/conf.d/zz-later.conf';

/** Each makes `verify` say no and name the cause: a check that cannot fail proves nothing. */
const faults: readonly Fault[] = [
  {
    name: 'a later file allows anonymous users, loaded',
    named: [/^auth\.anonymous/m, /zz-later\.conf/],
    plant: async (host) => {
      await host.write(later, 'allow_anonymous true\n');
      await service(host, 'restart');
    },
  },
  {
    name: 'a later file allows anonymous users, not loaded yet',
    named: [/^config\./m, /zz-later\.conf/],
    plant: (host) => host.write(later, 'allow_anonymous true\n'),
  },
  {
    name: 'a harmless setting, changed without a restart',
    named: [/^service\.loaded/m, /zz-later\.conf/],
    plant: (host) => host.write(later, 'max_queued_messages 500\n'),
  },
  {
    name: 'a listener nobody declared',
    named: [/^sockets\.declared/m, /1999/],
    plant: async (host) => {
      await host.write(later, 'listener 1999 127.0.0.1\n');
      await service(host, 'restart');
    },
  },
  {
    name: 'everybody may read the password file',
    named: [/^files\.mode.*mqtt-setup\.passwd/m],
    plant: (host) => host.must('chmod 644 /etc/mosquitto/mqtt-setup.passwd'),
  },
  {
    name: 'the ACL file belongs to somebody else',
    named: [/^files\.mode.*mqtt-setup\.acl/m],
    plant: (host) =>
      host.must('chown root:root /etc/mosquitto/mqtt-setup.acl && chmod 644 /etc/mosquitto/mqtt-setup.acl'),
  },
  {
    name: 'the ACL file emptied and reloaded',
    named: [/^files\.written.*mqtt-setup\.acl/m, /^messages\./m],
    plant: async (host) => {
      await host.must(': > /etc/mosquitto/mqtt-setup.acl');
      await hangUp(host);
    },
  },
  {
    name: 'an ACL file that the broker cannot read as one, reloaded: it lets everybody do everything',
    named: [/^files\.written.*mqtt-setup\.acl/m, /^access\.read/m, /^access\.write/m],
    plant: async (host) => {
      await host.must('echo nonsense >> /etc/mosquitto/mqtt-setup.acl');
      await hangUp(host);
    },
  },
  {
    name: 'a user put into the password file by hand, reloaded',
    named: [/^files\.written.*mqtt-setup\.passwd/m],
    plant: async (host) => {
      await host.must('mosquitto_passwd -b /etc/mosquitto/mqtt-setup.passwd intrus intrus');
      await hangUp(host);
    },
  },
  {
    name: 'the broker stopped',
    named: [/^service\.active/m, /^connect\./m],
    plant: (host) => service(host, 'stop'),
  },
  {
    name: 'the broker will not be started at the next boot',
    named: [/^service\.enabled/m],
    only: ['systemd'],
    plant: (host) => service(host, 'disable'),
    mend: (host) => service(host, 'enable'),
  },
  {
    name: 'the broker was killed, and started again by systemd',
    named: [/^service\.restarts/m],
    only: ['systemd'],
    plant: (host) =>
      host.must(
        'kill -9 $(pidof mosquitto); for i in $(seq 100); do mosquitto_pub -h 127.0.0.1 -t x -m x 2>&1 | grep -q "not auth" && break; sleep 0.1; done',
      ),
  },
  {
    name: 'another file sets another packet limit',
    named: [/^messages\.large/m, /zz-later\.conf/],
    plant: async (host) => {
      await host.write(later, 'max_packet_size 5000\n');
      await service(host, 'restart');
    },
  },
  {
    name: 'no space left for the store',
    named: [/^resources\.space.*\/var\/lib\/mosquitto/m, /^persistence\.saved.*\/var\/lib\/mosquitto/m],
    plant: (host) =>
      host.must(
        'mount -t tmpfs -o size=1m,mode=755 tmpfs /var/lib/mosquitto && head -c 1000000 /dev/zero > /var/lib/mosquitto/filler || true',
      ),
    async mend(host) {
      await host.must('umount /var/lib/mosquitto');
      // In its cage the broker keeps what was mounted when it was started.
      await service(host, 'restart');
    },
  },
  {
    name: 'the folder of the store belongs to somebody else',
    named: [/^persistence\.saved.*\/var\/lib\/mosquitto: owner root:root .*the broker runs as uid/m],
    plant: (host) => host.must('chown root:root /var/lib/mosquitto && chmod 755 /var/lib/mosquitto'),
    mend: (host) => host.must('chown mosquitto:mosquitto /var/lib/mosquitto'),
  },
  {
    name: 'something takes the store away before each start',
    named: [/^persistence\.restart/m],
    only: ['systemd'],
    deep: true,
    async plant(host) {
      await host.write(
        '/etc/systemd/system/mosquitto.service.d/clean.conf',
        '[Service]\nExecStartPre=/bin/rm -f /var/lib/mosquitto/mosquitto.db\n',
      );
      await host.must('systemctl daemon-reload');
    },
    mend: (host) =>
      host.must('rm /etc/systemd/system/mosquitto.service.d/clean.conf && systemctl daemon-reload'),
  },
  {
    name: 'a later file that keeps the broker from starting, not loaded yet',
    named: [/^service\.survives.*nonsense/m],
    deep: true,
    plant: (host) => host.write(later, 'nonsense true\n'),
  },
  {
    name: 'a clock that is behind',
    named: [/^resources\.clock.*mqtt-setup\.conf/m],
    plant: (host) => host.must('touch -d "+3 days" /etc/mosquitto/conf.d/mqtt-setup.conf'),
  },
];

const hosts = [
  { release: 'bookworm', init: 'systemd' },
  { release: 'trixie', init: 'systemd' },
  { release: 'bookworm', init: 'none' },
] as const;

describeHosts('verify finds what is wrong', () => {
  describe.each(hosts)('$release, init $init', (kind) => {
    let host: TestHost;

    beforeAll(async () => {
      // Without init nothing brings openssl, which certificates are made with.
      const tools = kind.init === 'none' ? ['openssl'] : [];
      const preinstall = ['mosquitto', 'mosquitto-clients', ...tools];
      host = await bootHost({ ...kind, network: 'none', preinstall });
      const result = await install(host);
      expect(result.code, told(result)).toBe(0);
      await host.must('cp -a /etc/mosquitto /root/kept');
    });
    afterAll(async () => {
      await host?.stop();
    });

    for (const fault of faults.filter(({ only }) => only?.includes(kind.init) ?? true)) {
      test(fault.name, async () => {
        await fault.plant(host);
        const { code, report } = await verify(
          host,
          fault.deep ? ['--deep', '--only', 'persistence,service.survives'] : [],
        );
        await host.must('rm -rf /etc/mosquitto && cp -a /root/kept /etc/mosquitto');
        await service(host, 'restart');
        await fault.mend?.(host);

        expect(code).toBe(1);
        expect(report.ok).toBe(false);
        for (const name of fault.named) expect(failures(report).join('\n')).toMatch(name);
        await expectVerified(host);
      });
    }
  });
});
