import type { RunResult, TestHost } from './host.ts';

export interface Login {
  name: string;
  password: string;
}

/** Writes the config files of mosquitto_pub and mosquitto_sub for a user: passwords do not go into an argv here either. */
async function clientConfig(host: TestHost, login: Login): Promise<string> {
  const folder = `/root/clients/${login.name}`;
  const text = `-h 127.0.0.1\n-u ${login.name}\n-P ${login.password}\n`;
  for (const client of ['mosquitto_pub', 'mosquitto_sub']) await host.write(`${folder}/${client}`, text);
  return folder;
}

export async function mosquitto(
  host: TestHost,
  client: 'mosquitto_pub' | 'mosquitto_sub',
  login: Login,
  args: readonly string[],
): Promise<RunResult> {
  const folder = await clientConfig(host, login);
  return host.run([client, ...args], { env: { XDG_CONFIG_HOME: folder } });
}

/** Publishes a retained message; it is still there when somebody looks for it, so nothing has to wait. */
export function publish(host: TestHost, login: Login, topic: string, text: string): Promise<RunResult> {
  return mosquitto(host, 'mosquitto_pub', login, ['-q', '1', '-r', '-t', topic, '-m', text]);
}

/** The retained message of a topic as this user sees it; null where none comes within a second. */
export async function retained(host: TestHost, login: Login, topic: string): Promise<string | null> {
  const result = await mosquitto(host, 'mosquitto_sub', login, ['-t', topic, '-C', '1', '-W', '1']);
  return result.code === 0 ? result.stdout.trim() : null;
}

/** May this user log in? Subscribing to nothing that exists times out (27), a refused login does not. */
export async function mayLogIn(host: TestHost, login: Login): Promise<boolean> {
  const result = await mosquitto(host, 'mosquitto_pub', login, ['-q', '1', '-t', 'login/attempt', '-m', '']);
  return result.code === 0;
}

/**
 * Restarts the broker by systemd, without our program. Under load a machine now and then fails a start before the broker
 * has said a word (`host/init/systemd.ts`): that is not what is tested, and is tried again.
 */
export const restartUnit =
  'for try in 1 2 3; do systemctl reset-failed mosquitto; systemctl restart mosquitto && break; sleep 0.5; done; systemctl is-active -q mosquitto';

const listBrokers = `
for folder in /proc/[0-9]*; do
  [ "$(cat $folder/comm 2>/dev/null)" = mosquitto ] || continue
  set -- $(sed 's/.*) //' $folder/stat)
  [ "$1" = Z ] || echo "$(basename $folder) $(echo "$@" | cut -d ' ' -f 20)"
done
`;

/** Process id and start time of each broker that runs in the machine. */
export async function brokers(host: TestHost): Promise<string[]> {
  const found = await host.must(listBrokers);
  return found.split('\n').filter(Boolean);
}

/** Tells the machine's init, not our program; where there is none, our program is what starts and stops. */
export async function service(
  host: TestHost,
  verb: 'stop' | 'restart' | 'disable' | 'enable',
): Promise<void> {
  if (host.kind.init !== 'systemd') await host.must(`node /opt/mqtt-setup/mqtt-setup.mjs ${verb}`);
  else {
    const once = `systemctl reset-failed mosquitto; systemctl ${verb} mosquitto`;
    // A busy machine now and then fails a start for no reason of the broker's.
    await host.must(`${once} || { sleep 1; ${once}; }`);
  }
}

export async function hangUp(host: TestHost): Promise<void> {
  for (const broker of await brokers(host)) await host.must(`kill -HUP ${broker.split(' ')[0]}`);
  // The signal is handled between two packets; a message that goes through was handled after it.
  await host.run('sleep 0.2');
}
