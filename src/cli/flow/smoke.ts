import type { CheckReport, Credentials, Endpoint } from '../../checks/types.ts';
import type { Facts } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { probeAccount } from '../../spec/probe.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { makeClosedFolder } from './closed-folder.ts';
import { nonce } from './nonce.ts';

/**
 * One message through the broker with mosquitto_pub and mosquitto_sub, as a person would type it: published retained,
 * read, and cleared again. The password is in a file that only we can read (the clients' own configuration file), never
 * in an argument.
 */
export async function smokeTest(
  call: Call,
  facts: Facts,
  endpoints: readonly Endpoint[],
  login: Credentials,
): Promise<CheckReport> {
  const started = performance.now();
  const base = {
    id: 'smoke.delivery',
    group: 'messages',
    severity: 'critical',
    title: msg('cli.smoke.title'),
  } as const;
  const authority = await authorityFor(call, facts);
  const endpoint = choose(endpoints, authority !== null);
  const done = (rest: Pick<CheckReport, 'status' | 'message'> & { evidence?: string[] }): CheckReport => ({
    ...base,
    ...rest,
    milliseconds: Math.round(performance.now() - started),
  });
  if (endpoint === undefined || facts.mosquitto.clients === null) {
    return done({ status: 'skip', message: msg('cli.smoke.noClients') });
  }
  const { host } = call;
  const folder = smokeFolder(facts.layout.state);
  await clearSmoke(host, facts.layout.state);
  try {
    await writeClientFiles(host, folder, endpoint, login, authority);
    const failure = await roundTrip(host, facts, folder, login);
    if (failure === null)
      return done({
        status: 'pass',
        message: msg('cli.smoke.ok', { user: login.username, payload: 'mosquitto_pub → mosquitto_sub' }),
      });
    return done({
      status: 'fail',
      message: msg('cli.smoke.failed', { user: login.username }),
      evidence: failure,
    });
  } finally {
    await clearSmoke(host, facts.layout.state);
  }
}

/** The certificate of our own CA, which the clients are given where a listener shows one of ours. */
async function authorityFor({ host }: Call, { layout }: Facts): Promise<string | null> {
  const { published } = ownPlaces(layout);
  return (await host.stat(published)) === null ? null : published;
}

/** TLS where the clients can be told whom to trust: what people will use is what is tried. */
function choose(endpoints: readonly Endpoint[], hasAuthority: boolean): Endpoint | undefined {
  const usable = endpoints.filter(({ client, closed }) => client === undefined && closed !== true);
  const secure = hasAuthority
    ? usable.find(({ transport, isOwn }) => transport === 'tls' && isOwn === true)
    : undefined;
  return secure ?? usable.find(({ transport }) => transport === 'tcp' || transport === 'unix');
}

/** Null where the very message came back; else what the clients said. */
async function roundTrip(
  host: Host,
  facts: Facts,
  folder: string,
  login: Credentials,
): Promise<string[] | null> {
  const token = nonce();
  const topic = `mqtt-setup/probe/rw/smoke-${token.slice(0, 8)}`;
  const libraries = facts.mosquitto.libraries.join(':');
  const options = {
    env: {
      XDG_CONFIG_HOME: folder,
      HOME: folder,
      ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }),
    },
    timeoutMs: 15_000,
  };
  const clients = facts.mosquitto.clients ?? '/usr/bin';
  const publish = (...rest: string[]) =>
    host.query([`${clients}/mosquitto_pub`, '-q', '1', '-r', '-t', topic, ...rest], options);
  const sent = await publish('-m', token);
  const read = await host.query(
    [`${clients}/mosquitto_sub`, '-q', '1', '-C', '1', '-W', '5', '-t', topic],
    options,
  );
  await publish('-n');
  if (sent.code === 0 && read.code === 0 && read.stdout.trim() === token) return null;
  const say = (name: string, result: typeof sent): string =>
    `${name} (${login.username === probeAccount ? 'probe' : login.username}): exit ${result.code} ${result.stderr.trim()}`.trim();
  return [say('mosquitto_pub', sent), say('mosquitto_sub', read)];
}

async function writeClientFiles(
  host: Host,
  folder: string,
  { host: address, port, transport }: Endpoint,
  login: Credentials,
  authority: string | null,
): Promise<void> {
  const where = transport === 'unix' ? `--unix ${address}` : `-h ${address}\n-p ${port}`;
  const trust = transport === 'tls' && authority !== null ? `--cafile ${authority}\n` : '';
  const content = `${where}\n${trust}-u ${login.username}\n-P ${login.password.reveal()}\n`;
  await makeClosedFolder(host, folder, { mosquitto_pub: content, mosquitto_sub: content });
}

const smokeFolder = (state: string): string => `${state}/smoke`;

/** Takes the clients' files away, also those of a run that was killed: a password stands in them. */
export async function clearSmoke(host: Host, state: string): Promise<void> {
  const folder = smokeFolder(state);
  const names = await host.list(folder);
  if (names === null) return;
  for (const name of names) await host.perform({ type: 'remove', path: `${folder}/${name}` });
  await host.perform({ type: 'rmdir', path: folder });
}
