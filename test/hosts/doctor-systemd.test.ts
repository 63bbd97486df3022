import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { causesIn, releases, versions } from '../helpers/doctor-said.ts';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli, json, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const folder = join(import.meta.dirname, '../cases/doctor/systemd');
const isRecording = process.env['MQTT_SETUP_RECORD'] === '1';

const dropIn = (text: string): string =>
  `mkdir -p /etc/systemd/system/mosquitto.service.d; printf '[Service]\\n${text}\\n' > /etc/systemd/system/mosquitto.service.d/x.conf; systemctl daemon-reload; systemctl restart mosquitto`;
const once = 'Restart=no\\n';

/** Id of the cause without `unit.`, and what brings it about. */
const faults: readonly (readonly [id: string, plant: string])[] = [
  ['exec', 'chmod -x /usr/sbin/mosquitto; systemctl restart mosquitto'],
  ['user', dropIn(`${once}User=nobody-of-that-name`)],
  ['namespace', dropIn(`${once}ReadWritePaths=/nowhere`)],
  ['chdir', dropIn(`${once}WorkingDirectory=/nowhere`)],
  ['timeout', dropIn(`${once}TimeoutStartSec=1\\nExecStart=\\nExecStart=/bin/sleep 100`)],
  [
    'killed',
    `${dropIn(once)}; kill -9 $(pidof mosquitto); while systemctl -q is-active mosquitto; do :; done`,
  ],
  [
    'start-limit',
    `${dropIn('Restart=on-failure\\nRestartSec=0\\nStartLimitBurst=3\\nWorkingDirectory=/nowhere')}; while systemctl is-active mosquitto | grep -q activating; do :; done`,
  ],
];

const found = z.object({ checks: z.array(z.object({ id: z.string(), commands: z.array(z.string()) })) });

/** A broker that mqtt-setup did not install, with what systemd says of it where it does not run. */
describeHosts('doctor on somebody’s own broker', () => {
  describe.each(releasesInTurn(releases, 0))('%s', (release) => {
    let host: TestHost;
    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
    });
    afterAll(async () => host?.stop());

    test('tells of clients that are refused, or push each other out', async () => {
      const conf = '/etc/mosquitto/conf.d/mine.conf';
      const ids = async (plant: string): Promise<string[]> => {
        await host.must(plant);
        return json(found, await cli(host, ['doctor', '--json'])).checks.map((one) => one.id);
      };
      const closed = `printf 'listener 1883\\nallow_anonymous false\\n' > ${conf}; systemctl restart mosquitto`;
      const twins =
        'for i in 1 2 3 4 5; do timeout 1 mosquitto_sub -h 127.0.0.1 -i lamp -t x & sleep 0.1; done; wait';
      expect(await ids(`${closed}; ! mosquitto_pub -h 127.0.0.1 -i lamp -t a -m b`)).toEqual([
        'login.refused',
      ]);
      expect(await ids(`sed -i s/false/true/ ${conf}; systemctl restart mosquitto; ${twins}`)).toContain(
        'connection.taken-over',
      );
      await host.must(`rm ${conf}; systemctl restart mosquitto`);
    });

    test.each(faults)('finds and mends unit.%s', async (id, plant) => {
      await host.must('systemctl is-active mosquitto; sleep 1; date +%s > /tmp/since');
      await host.run(plant);
      const log = await host.must(
        'journalctl --sync; journalctl -u mosquitto --since @$(cat /tmp/since) -o cat --no-pager',
      );
      const file = join(folder, `${id}.${versions[release]}.log`);
      if (isRecording) {
        await mkdir(folder, { recursive: true });
        await writeFile(file, `${log}\n`);
      }
      const seen = await cli(host, ['doctor', '--json']);
      const fixed = await cli(host, ['doctor', '--fix', '--yes', '--json']);
      const state = await host.run('systemctl is-active mosquitto');
      await host.run(
        'chmod +x /usr/sbin/mosquitto; rm -rf /etc/systemd/system/mosquitto.service.d; systemctl daemon-reload; systemctl reset-failed mosquitto; systemctl restart mosquitto',
      );
      expect(causesIn(log).causes).toContain(`unit.${id}`);
      expect(causesIn(await readFile(file, 'utf8')).causes).toContain(`unit.${id}`);
      expect(seen.code, told(seen)).toBe(1);
      expect(
        json(found, seen).checks.map((one) => one.id),
        told(seen),
      ).toContain(`unit.${id}`);
      expect(state.stdout.trim(), told(fixed)).toBe('active');
      const left = json(found, fixed).checks.map((one) => one.id);
      expect(
        left.filter((one) => /^(?:unit|service)\./.test(one)),
        told(fixed),
      ).toEqual([]);
    });
  });
});
