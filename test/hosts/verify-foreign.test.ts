import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli, json, verifyJson } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

/** What any broker does that works and is closed. */
const well = {
  'connect.reach': 'pass',
  'auth.anonymous': 'pass',
  'auth.wrong-password': 'pass',
  'auth.unknown-user': 'pass',
  'auth.empty-password': 'pass',
  'messages.qos0': 'pass',
  'messages.qos1': 'pass',
  'messages.qos2': 'pass',
  'messages.retained': 'pass',
  'messages.will': 'pass',
  'messages.session': 'pass',
  'messages.properties': 'pass',
};

/** Brokers of other makes, as Debian packages them: `verify` tells the truth about each. */
describeHosts('verify of foreign brokers', () => {
  let host: TestHost;

  beforeAll(async () => {
    host = await bootHost({
      release: 'bookworm',
      init: 'systemd',
      network: 'none',
      preinstall: ['rabbitmq-server', 'ejabberd'],
    });
  });
  afterAll(async () => host?.stop());

  const slow = { timeoutMs: 300_000 };
  const must = (command: string): Promise<string> => host.must(command, slow);

  /** What it came to, without what can only be asked on the broker's machine. */
  async function verify(user: string) {
    const url = `mqtt://${user}@127.0.0.1:1883`;
    const argv = ['verify', '--json', '-L', url, '--password-env', 'PW', '--retry-for', '60s'];
    const result = await cli(host, argv, { env: { PW: 'a good password' } });
    const { checks } = json(verifyJson, result);
    const asked = checks.filter(({ id }) => id in well).map(({ id, status }) => [id, status]);
    return { code: result.code, of: Object.fromEntries(asked), text: `${result.stdout}${result.stderr}` };
  }

  test('RabbitMQ 3.10: open to everybody as it comes, MQTT 3.1.1 alone, no QoS 2', async () => {
    await must(
      'systemctl stop ejabberd; systemctl start rabbitmq-server; rabbitmq-plugins enable rabbitmq_mqtt',
    );
    await must(
      "rabbitmqctl add_user alice 'a good password'; rabbitmqctl set_permissions alice '.*' '.*' '.*'",
    );
    const served = { ...well, 'messages.qos2': 'warn', 'messages.properties': 'skip' };
    const { of, code, text } = await verify('alice');
    expect(of, text).toEqual({ ...served, 'auth.anonymous': 'fail' });
    expect(code).toBe(1);
    expect(text).toContain('does not speak MQTT 5');

    await must("echo 'mqtt.allow_anonymous = false' >> /etc/rabbitmq/rabbitmq.conf");
    await must('systemctl restart rabbitmq-server');
    const closed = await verify('alice');
    expect(closed.of, closed.text).toEqual(served);
    expect(closed.code).toBe(0);
  }, 600_000);

  test('ejabberd', async () => {
    await must(
      "systemctl stop rabbitmq-server; systemctl restart ejabberd; ejabberdctl started; ejabberdctl register alice localhost 'a good password'",
    );
    const { of, code, text } = await verify('alice%40localhost');
    expect(of, text).toEqual(well);
    expect(code).toBe(0);
  }, 600_000);
});
