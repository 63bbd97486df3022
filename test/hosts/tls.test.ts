import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers, retained } from '../helpers/host-broker.ts';
import { cli, failures, install, owner, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { contents, differences } from '../helpers/host-snapshot.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const ca = '/etc/mosquitto/certs/mqtt-setup-ca.crt';
const spec = '/etc/mqtt-setup/broker.yaml';
const etc = ['/etc/mosquitto', '/etc/mqtt-setup', '/etc/systemd/system', '/var/lib/mqtt-setup'];

/** Three ways in: by password, by certificate alone, by both. */
const three = `version: 1
profile: lan
listeners:
  - name: mqtt
    port: 1883
    bind: all
  - name: mqtts
    port: 8883
    tls: own
  - name: devices
    port: 8884
    tls: { clients: identity }
  - name: careful
    port: 8885
    tls: { clients: password }
`;

const packages = ['mosquitto', 'mosquitto-clients', 'logrotate', 'python3-paho-mqtt', 'certbot', 'pebble'];

describeHosts('TLS', () => {
  describe.each(releasesInTurn(['bookworm', 'trixie', 'forky'] as const, 1))('%s', (release) => {
    let host: TestHost;
    let asFound: string[];

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: [...packages, ...(release === 'bookworm' ? ['testssl.sh'] : [])],
      });
      asFound = await contents(host, ['/etc/mosquitto', '/etc/systemd/system', '/etc/mqtt-setup']);
      const done = await install(host);
      expect(done.code, told(done)).toBe(0);
    });
    afterAll(async () => host?.stop());

    const failed = async (): Promise<string[]> => failures((await verify(host)).report);
    /** What is shown at this moment: serial numbers by port. */
    const served = (port: number) =>
      host.must(
        `openssl s_client -connect 127.0.0.1:${port} -CAfile ${ca} < /dev/null 2>/dev/null | openssl x509 -noout -serial`,
      );
    const clientWords = (name: string, port: number): string =>
      `-h 127.0.0.1 -p ${port} --cafile ${name}-mqtt/ca.crt --cert ${name}-mqtt/${name}.crt --key ${name}-mqtt/${name}.key`;

    test('is there after an install, proven, with keys that nobody else reads', async () => {
      expect(await failed()).toEqual([]);
      const words = `-h 127.0.0.1 -p 8883 --cafile ${ca} -u ${owner.name}`;
      await host.write('/root/pw/mosquitto_pub', `-P ${owner.password}\n`);
      const sent = await host.run(`mosquitto_pub ${words} -q 1 -r -t tls/x -m secure`, {
        env: { XDG_CONFIG_HOME: '/root/pw' },
      });
      expect(sent.code, told(sent)).toBe(0);
      expect(await retained(host, owner, 'tls/x')).toBe('secure');
      // Whoever does not trust our CA does not connect.
      const strange = await host.run(
        `mosquitto_pub -h 127.0.0.1 -p 8883 --capath /etc/ssl/certs -t tls/x -m y`,
      );
      expect(strange.code).not.toBe(0);
      const modes = await host.must(
        'stat -c "%a %U:%G %n" /etc/mosquitto/certs/mqtt-setup-server.key /var/lib/mqtt-setup/ca/ca.key /var/lib/mqtt-setup/ca',
      );
      expect(modes.split('\n')).toEqual([
        '600 mosquitto:mosquitto /etc/mosquitto/certs/mqtt-setup-server.key',
        '400 root:root /var/lib/mqtt-setup/ca/ca.key',
        '700 root:root /var/lib/mqtt-setup/ca',
      ]);
      expect(
        await host.must(
          `openssl verify -x509_strict -CAfile ${ca} /etc/mosquitto/certs/mqtt-setup-server.crt`,
        ),
      ).toMatch(/OK$/);
      expect(await host.must('systemctl is-active mqtt-setup-renew.timer')).toBe('active');
    });

    // A minute's work for the same ciphers everywhere: once is enough.
    test.runIf(release === 'bookworm')('is beyond reproach by testssl.sh', async () => {
      const words = '--color 0 --quiet -p -s -f --jsonfile /root/ssl.json --ip one localhost:8883';
      const ran = await host.run(`cd /root && testssl ${words}`, { timeoutMs: 110_000 });
      const found = z
        .array(z.object({ id: z.string(), severity: z.string(), finding: z.string() }))
        .parse(JSON.parse(await host.read('/root/ssl.json')));
      expect(found.length, told(ran)).toBeGreaterThan(20);
      expect(found).toContainEqual(expect.objectContaining({ id: 'TLS1_2', severity: 'OK' }));
      expect(found.filter(({ severity }) => /LOW|MEDIUM|HIGH|CRITICAL/.test(severity))).toEqual([]);
    });

    test('is left alone by a second run', async () => {
      const before = await contents(host, etc);
      const pid = await brokers(host);
      const again = await cli(host, ['apply', '--yes']);
      expect(again.code, told(again)).toBe(0);
      expect(differences(before, await contents(host, etc))).toBe('');
      expect(await brokers(host)).toEqual(pid);
    });

    test('lets clients in by certificate, with the rights of its name', async () => {
      await host.write(spec, three);
      const applied = await cli(host, ['apply', '--yes']);
      expect(applied.code, told(applied)).toBe(0);
      expect(await failed()).toEqual([]);
      const added = await cli(host, [
        'add-user',
        'roof',
        '--certificate',
        '--role',
        'both',
        '--topic',
        'roof/#',
        '--out',
        '/root/roof-mqtt',
        '--p12',
        '--yes',
      ]);
      expect(added.code, told(added)).toBe(0);
      const pub = (words: string) =>
        host.run(`cd /root && mosquitto_pub ${clientWords('roof', 8884)} -q 1 -r ${words}`);
      expect((await pub('-t roof/temp -m 21')).code).toBe(0);
      expect(await retained(host, owner, 'roof/temp')).toBe('21');
      // Another name's topic: taken without a word, and not delivered.
      await pub('-t cellar/temp -m 4');
      expect(await retained(host, owner, 'cellar/temp')).toBe(null);
      // The name is the certificate's, whatever is said.
      await pub(`-u ${owner.name} -P x -t cellar/temp -m 4`);
      expect(await retained(host, owner, 'cellar/temp')).toBe(null);
      const bare = await host.run(`mosquitto_pub -h 127.0.0.1 -p 8884 --cafile ${ca} -t roof/temp -m 5`);
      expect(bare.code).not.toBe(0);
      // Where a password is asked for besides, the certificate alone is not enough.
      const half = await host.run(
        `cd /root && mosquitto_pub ${clientWords('roof', 8885)} -q 1 -t roof/temp -m 5`,
      );
      expect(half.code).not.toBe(0);
      const whole = await host.run(
        `cd /root && mosquitto_pub ${clientWords('roof', 8885)} -u ${owner.name} -q 1 -t roof/temp -m 5`,
        {
          env: { XDG_CONFIG_HOME: '/root/pw' },
        },
      );
      expect(whole.code, told(whole)).toBe(0);
    });

    test('lets paho in with what was handed out, also as PKCS#12', async () => {
      const script = `
import ssl, sys, paho.mqtt.client as mqtt
args = (mqtt.CallbackAPIVersion.VERSION1,) if hasattr(mqtt, "CallbackAPIVersion") else ()
client = mqtt.Client(*args, client_id="paho")
client.tls_set(ca_certs="/root/roof-mqtt/ca.crt", certfile="/root/roof-mqtt/roof.crt", keyfile="/root/roof-mqtt/roof.key")
client.connect("localhost" if len(sys.argv) > 1 else "127.0.0.1", 8884)
client.loop_start()
client.publish("roof/paho", "hello", qos=1, retain=True).wait_for_publish()
client.disconnect()
`;
      await host.write('/root/connect.py', script);
      const ran = await host.run('timeout 20 python3 /root/connect.py');
      expect(ran.code, told(ran)).toBe(0);
      expect(await retained(host, owner, 'roof/paho')).toBe('hello');
      expect(
        (await host.must('stat -c %a /root/roof-mqtt/roof.p12 /root/roof-mqtt/roof.key')).split('\n'),
      ).toEqual(['600', '600']);
    });

    test('shuts a revoked certificate out', async () => {
      const pid = await brokers(host);
      const revoked = await cli(host, ['tls', 'revoke', 'roof', '--yes']);
      expect(revoked.code, told(revoked)).toBe(0);
      const sent = await host.run(
        `cd /root && mosquitto_pub ${clientWords('roof', 8884)} -q 1 -t roof/temp -m 22`,
      );
      expect(sent.code).not.toBe(0);
      expect(await brokers(host)).toEqual(pid);
      expect(await failed()).toEqual([]);
    });

    test('renews while clients stay, and no message is lost', async () => {
      const before = await served(8883);
      const pid = await brokers(host);
      await host.write('/root/pw/mosquitto_sub', `-P ${owner.password}\n`);
      const words = `-h 127.0.0.1 -p 8883 --cafile ${ca} -u ${owner.name} -q 1 -t stream/#`;
      await host.must(
        `XDG_CONFIG_HOME=/root/pw timeout 60 mosquitto_sub ${words} -c -i durable -C 300 > /root/stream 2>&1 & sleep 0.5`,
      );
      const sending = host.run(
        `for n in $(seq 300); do echo $n; sleep 0.01; done | XDG_CONFIG_HOME=/root/pw mosquitto_pub -h 127.0.0.1 -p 8883 --cafile ${ca} -u ${owner.name} -q 1 -t stream/x -l`,
      );
      const renewed = await cli(host, ['tls', 'renew', '--force', '--yes']);
      expect(renewed.code, told(renewed)).toBe(0);
      expect((await sending).code).toBe(0);
      await host.run('for n in $(seq 50); do [ $(wc -l < /root/stream) -ge 300 ] && break; sleep 0.1; done');
      expect((await host.read('/root/stream')).trim().split('\n')).toEqual(
        Array.from({ length: 300 }, (_, n) => String(n + 1)),
      );
      expect(await served(8883)).not.toBe(before);
      expect(await brokers(host)).toEqual(pid);
    });

    /** A CA of somebody else's, and a pair that it signed, in /root/NAME.pem and .key. */
    const foreignPair = async (name: string, names = 'DNS:localhost,IP:127.0.0.1'): Promise<void> => {
      await host.must(
        `cd /root && { [ -f foreign-ca.pem ] || openssl req -x509 -newkey rsa:2048 -nodes -keyout foreign-ca.key -out foreign-ca.pem -days 30 -subj '/CN=Foreign CA' 2>/dev/null; } &&
         openssl req -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.csr -subj '/CN=${name}' 2>/dev/null &&
         printf 'subjectAltName=%s\n' '${names}' > ${name}.ext &&
         openssl x509 -req -in ${name}.csr -CA foreign-ca.pem -CAkey foreign-ca.key -CAcreateserial -days 20 -extfile ${name}.ext -out ${name}.pem 2>/dev/null`,
      );
    };

    test('takes files of the owner’s, refuses a pair that is none, and goes on with the old one', async () => {
      await foreignPair('first');
      await foreignPair('second');
      await host.must(
        'mkdir -m 700 -p /root/site/live && cd /root && cp first.pem site/live/cert.pem && cp first.key site/live/key.pem',
      );
      const done = await cli(host, [
        'install',
        '--yes',
        '--cert',
        '/root/site/live/cert.pem',
        '--key',
        '/root/site/live/key.pem',
        '--ca',
        '/root/foreign-ca.pem',
      ]);
      expect(done.code, told(done)).toBe(0);
      const first = await served(8883);
      expect(first).toBe(await host.must('openssl x509 -in /root/first.pem -noout -serial'));
      expect(await host.must('systemctl is-active mqtt-setup-renew-look.timer')).toBe('active');
      await host.must(
        'systemctl stop mqtt-setup-renew-look.timer && cp /root/second.pem /root/site/live/cert.pem',
      );
      const refused = await cli(host, ['tls', 'renew', '--json']);
      expect(refused.code).toBe(65);
      expect(refused.stdout).toContain('is not the key of');
      expect(await served(8883)).toBe(first);
      await host.must(
        'cp /root/first.pem /root/site/live/cert.pem && systemctl start mqtt-setup-renew-look.timer',
      );
    });

    /** Until the listener shows that certificate, or those seconds have gone by. */
    const shows = async (certificate: string, seconds = 20): Promise<void> => {
      const wanted = await host.must(`openssl x509 -in ${certificate} -noout -serial`);
      const look = `openssl s_client -connect 127.0.0.1:8883 < /dev/null 2>/dev/null | openssl x509 -noout -serial`;
      const seen = await host.run(
        `for n in $(seq ${seconds * 4}); do [ "$(${look})" = "${wanted}" ] && exit 0; sleep 0.25; done; journalctl -u 'mqtt-setup-renew*' --no-pager | tail -30; exit 1`,
        { timeoutMs: (seconds + 60) * 1000 },
      );
      expect(seen.code, told(seen)).toBe(0);
    };

    /** A run that is under way is done; then a minute goes by, in no time. */
    const minuteLater = () =>
      host.must(
        'for n in $(seq 240); do [ "$(systemctl show -P ActiveState mqtt-setup-renew.service)" != activating ] && exec systemctl start mqtt-setup-renew-look.service; sleep 0.25; done; exit 1',
      );

    test('sees by itself that another program has renewed them', async () => {
      // As most do it: one file after the other, and the broker shows neither before both are there.
      await host.must(
        'cp /root/second.pem /root/site/live/cert.pem; sleep 0.2; cp /root/second.key /root/site/live/key.pem',
      );
      // Once with a real minute.
      if (release !== 'trixie') await minuteLater();
      await shows('/root/second.pem', release === 'trixie' ? 80 : 20);
      expect(await host.must('journalctl -u mqtt-setup-renew-look --no-pager')).not.toMatch(
        /Started|Finished/,
      );
    });

    test('follows the links that certbot leads from one pair to the next, in folders closed to others', async () => {
      await host.must(
        `cd /root/site && mkdir -m 700 archive && cp ../first.* ../second.* archive/
         ln -sf ../archive/second.pem live/cert.pem; ln -sf ../archive/second.key live/key.pem`,
      );
      for (const name of ['first', 'second', 'first']) {
        // As certbot does it: away with the link and a new one.
        const links = [`${name}.key`, `${name}.pem`].map((file) => [
          file.endsWith('key') ? 'key.pem' : 'cert.pem',
          `../archive/${file}`,
        ]);
        await host.must([
          'node',
          '-e',
          `const fs = require('fs'); process.chdir('/root/site/live');
           for (const [link, target] of ${JSON.stringify(links)}) { fs.unlinkSync(link); fs.symlinkSync(target, link); }`,
        ]);
        await minuteLater();
        await shows(`/root/${name}.pem`);
      }
    });

    test('what changes while a run is under way is seen by the look after it; what does not change, by none', async () => {
      // The script itself, with stand-ins for what it starts and asks.
      await host.must(
        `mkdir -p /root/fake/bin && cd /root/fake
         sed -e 's#^state=.*#state=/root/fake#' -e 's#PATH=#PATH=/root/fake/bin:#' /etc/mqtt-setup/renew > renew
         printf '#!/bin/sh\n[ "$1" = show ] && exec cat /root/fake/state\necho "$*" >> /root/fake/started\n' > bin/systemctl
         chmod +x bin/systemctl; touch started; echo inactive > state`,
      );
      const started = () => host.must('sh /root/fake/renew look && wc -l < /root/fake/started');
      expect([await started(), await started()]).toEqual(['0', '0']);
      await host.must('touch /root/site/live/cert.pem; echo activating > /root/fake/state');
      expect(await started()).toBe('0');
      await host.must('echo failed > /root/fake/state');
      expect([await started(), await started()]).toEqual(['1', '1']);
      await minuteLater();
    });

    test('a pair that is half there, or a machine in other hands, is tried again; what fails stays failed', async () => {
      await host.must(
        `cd /root/fake && printf '/bin/sh\n/root/fake/script\n' > program
         printf 'echo run >> /root/fake/runs\n[ "$(wc -l < /root/fake/runs)" -gt 1 ] && exit 73\nexit 65\n' > script`,
      );
      expect((await host.run('sh /root/fake/renew')).code).toBe(73);
      expect(await host.must('wc -l < /root/fake/runs')).toBe('2');
    });

    test('two renewals at once end in one whole pair', async () => {
      await host.must('systemctl stop mqtt-setup-renew-look.timer');
      await host.must('cp --remove-destination /root/second.pem /root/site/live/cert.pem');
      await host.must('cp --remove-destination /root/second.key /root/site/live/key.pem');
      const runs = await Promise.all([1, 2].map(() => cli(host, ['tls', 'renew', '--yes'])));
      // One has the lock; the other says so, or has come after it.
      for (const run of runs) expect([0, 75], told(run)).toContain(run.code);
      expect(runs.map(({ code }) => code)).toContain(0);
      await shows('/root/second.pem');
      const verified = await cli(host, ['verify', '--only', 'tls']);
      expect(verified.code, told(verified)).toBe(0);
      await host.must('systemctl start mqtt-setup-renew-look.timer');
    });

    const directory = 'https://localhost:14000/dir';
    const domain = 'mqtt.example.org';

    /** Debian's ACME test server, trusted by this machine, which asks on port 80 as Let's Encrypt does. */
    const startPebble = async (): Promise<void> => {
      await host.must(
        `mkdir -p /root/pebble && cd /root/pebble &&
         openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj '/CN=localhost' -addext 'subjectAltName=DNS:localhost' 2>/dev/null &&
         cp cert.pem /usr/local/share/ca-certificates/pebble.crt && update-ca-certificates > /dev/null 2>&1 &&
         echo '127.0.0.1 localhost ${domain}' >> /etc/hosts`,
      );
      const config = {
        listenAddress: '127.0.0.1:14000',
        managementListenAddress: '127.0.0.1:15000',
        certificate: '/root/pebble/cert.pem',
        privateKey: '/root/pebble/key.pem',
        httpPort: 80,
        tlsPort: 443,
      };
      await host.write('/root/pebble/config.json', JSON.stringify({ pebble: config }));
      await host.must(
        'systemd-run --quiet --unit=pebble --setenv=PEBBLE_VA_NOSLEEP=1 --setenv=PEBBLE_WFE_NONCEREJECT=0 -- pebble -config /root/pebble/config.json; for n in $(seq 50); do curl -s https://localhost:14000/dir > /dev/null && break; (echo > /dev/tcp/127.0.0.1/14000) 2>/dev/null && break; sleep 0.1; done',
      );
    };
    const acme = (name: string, more: readonly string[] = []) =>
      cli(
        host,
        [
          'install',
          '--yes',
          '--profile',
          'internet',
          '--acme',
          '--domain',
          name,
          '--email',
          'owner@example.org',
          '--acme-server',
          directory,
          ...more,
        ],
        { timeoutMs: 120_000 },
      );

    test('says what is in the way of an ACME authority, and changes nothing', async () => {
      await startPebble();
      await host.must(`rm -f ${spec}; printf 'version: 1\n' > ${spec}`);
      const before = await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']);
      await host.must(
        'systemd-run --quiet --unit=web -- python3 -m http.server 80 --bind 127.0.0.1; for n in $(seq 50); do (echo > /dev/tcp/127.0.0.1/80) 2>/dev/null && break; sleep 0.1; done',
      );
      const taken = await acme(domain);
      expect(taken.code, told(taken)).toBe(78);
      expect(taken.stderr).toMatch(/port 80, and python3.* listens there/);
      await host.must('systemctl stop web');
      const nowhere = await acme('nowhere.example.org');
      expect(nowhere.code, told(nowhere)).toBe(69);
      expect(nowhere.stderr).toContain('nowhere.example.org');
      expect(differences(before, await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']))).toBe('');
    });

    test('fetches a certificate for a domain, shows it, and shows the renewed one', async () => {
      const done = await acme(domain);
      expect(done.code, told(done)).toBe(0);
      expect(await failed()).toEqual([]);
      const text = await host.must(
        'openssl s_client -connect 127.0.0.1:8883 < /dev/null 2>/dev/null | openssl x509 -noout -text',
      );
      expect(text).toContain(`DNS:${domain}`);
      expect(text).toContain('Public-Key: (2048 bit)');
      expect(await host.must("ss -Hltn 'sport = :1883'")).not.toContain('0.0.0.0:1883');
      const first = await served(8883);
      const pid = await brokers(host);
      const again = await acme(domain);
      expect(again.code, told(again)).toBe(0);
      expect(await served(8883)).toBe(first);
      const renewed = await host.run('certbot renew --force-renewal --no-random-sleep-on-renew', {
        timeoutMs: 60_000,
      });
      expect(renewed.code, told(renewed)).toBe(0);
      await minuteLater();
      const seen = await host.run(
        `for n in $(seq 80); do [ "$(openssl s_client -connect 127.0.0.1:8883 < /dev/null 2>/dev/null | openssl x509 -noout -serial)" != "${first}" ] && exit 0; sleep 0.25; done; journalctl -u mqtt-setup-renew --no-pager | tail -30; exit 1`,
      );
      expect(seen.code, told(seen)).toBe(0);
      expect(await brokers(host)).toEqual(pid);
    });

    test('stays within the cage, and goes without a trace', async () => {
      await host.run(
        'while systemctl is-active -q mqtt-setup-renew.service || [ "$(systemctl show -P SubState mqtt-setup-renew)" = start ]; do sleep 0.2; done',
      );
      const exposure = await host.must('systemd-analyze security mosquitto --no-pager | tail -1');
      expect(Number(/level.*: (\d+\.\d+)/.exec(exposure)?.[1])).toBeLessThanOrEqual(1.5);
      const gone = await cli(host, ['uninstall', '--purge', '--yes', '--dry-run']);
      expect(gone.code).toBe(0);
      const away = await cli(host, ['uninstall', '--yes']);
      expect(away.code, told(away)).toBe(0);
      const units = await host.must('systemctl list-units --all "mqtt-setup-renew*" --no-legend | wc -l');
      expect(units).toBe('0');
      expect(
        differences(
          asFound,
          await contents(host, ['/etc/mosquitto', '/etc/systemd/system', '/etc/mqtt-setup']),
        ),
      ).toBe('');
    });
  });
});
