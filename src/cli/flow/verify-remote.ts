import { remoteEndpoint } from '../../checks/context.ts';
import type { CheckContext, Endpoint } from '../../checks/types.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import { handshake } from '../../host/tls.ts';
import { msg } from '../../i18n/messages.ts';
import { probePrefix } from '../../spec/probe.ts';
import { topicProblem } from '../../spec/topics.ts';
import { type Call, textOption } from '../context.ts';
import { nonce } from './nonce.ts';
import { givenPassword, passwordSource } from './passwords.ts';
import { defaultTimeoutMs } from './prove.ts';

type Transport = Exclude<Endpoint['transport'], 'unix'>;

interface Target {
  host: string;
  /** Of a websocket. */
  path?: string;
  /** Where the messages of the checks go, as mosquitto_pub takes it from the URL. */
  topic?: string;
  port: number;
  transport: Transport;
  username?: string;
  password?: string;
}

const schemes: Readonly<Record<string, Transport>> = {
  'mqtt:': 'tcp',
  'mqtts:': 'tls',
  'ws:': 'ws',
  'wss:': 'wss',
};
const ports: Readonly<Record<Transport, number>> = { tcp: 1883, tls: 8883, ws: 80, wss: 443 };

/** Was a broker named that need not be ours? */
export function isRemote(call: Call): boolean {
  return textOption(call.options, 'host') !== undefined || textOption(call.options, 'url') !== undefined;
}

/** For a broker that is looked at from outside, ours or anybody's: what can be asked without being on its machine. */
export async function remoteContext(call: Call): Promise<CheckContext> {
  const target = targetOf(call);
  const topic = (textOption(call.options, 'topic') ?? target.topic)?.replace(/\/#?$/, '') ?? probePrefix;
  const problem =
    topicProblem(topic) ?? (/[+#]/.test(topic) ? msg('cli.verify.topicWildcard', { topic }) : null);
  if (problem !== null) throw fail('usage', problem);
  const tls = await tlsFiles(call);
  const version = mqttVersion(call);
  const { insecure: _insecure, ...own } = tls ?? {};
  return {
    facts: null,
    spec: null,
    accounts: null,
    host: call.host,
    endpoints: [
      {
        ...remoteEndpoint(target.host, target.port, target.transport),
        ...(target.path === undefined ? {} : { path: target.path }),
      },
    ],
    credentials: await credentialsOf(call, target),
    isProbeAccount: false,
    topicPrefix: topic,
    nonce,
    timeoutMs: defaultTimeoutMs,
    connect: (options) => connect({ ...options, ...(tls === null ? {} : { tls }) }),
    ...(tls?.insecure === true ? { insecure: true as const } : {}),
    handshake: (endpoint, options) => handshake(endpoint, { ...options, ...own }),
    ...(version === null ? {} : { protocolVersions: [version] }),
  };
}

function targetOf(call: Call): Target {
  const url = textOption(call.options, 'url');
  const twice = (['host', 'port'] as const).find((name) => textOption(call.options, name) !== undefined);
  if (url !== undefined && twice !== undefined)
    throw fail('usage', msg('cli.verify.urlAnd', { option: `--${twice}` }));
  return url === undefined ? fromFlags(call) : fromUrl(url);
}

function fromFlags({ options }: Call): Target {
  const secure =
    textOption(options, 'cafile') !== undefined ||
    options['insecure'] === true ||
    textOption(options, 'port') === '8883';
  const ws = options['ws'] === true;
  const transport = ws ? (secure ? 'wss' : 'ws') : secure ? 'tls' : 'tcp';
  const port = textOption(options, 'port');
  if (port !== undefined && !isPort(port)) throw fail('usage', msg('cli.verify.port', { value: port }));
  return {
    host: textOption(options, 'host') ?? '',
    port: port === undefined ? ports[transport] : Number(port),
    transport,
  };
}

function fromUrl(text: string): Target {
  const url = URL.canParse(text) ? new URL(text) : null;
  const transport = url === null ? undefined : schemes[url.protocol];
  // The password part may be wrong, so the text itself is never repeated.
  if (url === null || transport === undefined || url.hostname === '')
    throw fail('usage', msg('cli.verify.url'));
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? ports[transport] : Number(url.port),
    transport,
    ...(withoutRoot(url) === ''
      ? {}
      : isSocket(transport)
        ? { path: url.pathname + url.search }
        : { topic: withoutRoot(url) }),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  };
}

const isSocket = (transport: Transport): boolean => transport === 'ws' || transport === 'wss';

function withoutRoot({ pathname }: URL): string {
  return decodeURIComponent(pathname.replace(/^\//, ''));
}

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;

async function credentialsOf(call: Call, target: Target) {
  const username = textOption(call.options, 'username') ?? target.username;
  const shown = textOption(call.options, 'password') ?? target.password;
  if (shown !== undefined) {
    if (passwordSource(call) !== null) throw fail('usage', msg('cli.password.twoWays'));
    call.out.note(`${call.errorStyle.yellow('!')} ${call.t(msg('cli.password.visible'))}`);
  }
  const secret = shown === undefined ? ((await givenPassword(call))?.password ?? null) : new Hidden(shown);
  if (username === undefined) {
    if (secret !== null) throw fail('usage', msg('cli.verify.passwordAlone'));
    return null;
  }
  if (secret === null && call.interactive) {
    const { askPassword } = await import('../prompt.ts');
    return {
      username,
      password: new Hidden(await askPassword(call, msg('cli.verify.askPassword', { name: username }))),
    };
  }
  if (secret === null)
    throw fail('usage', msg('cli.password.needed', { name: username }), { fix: msg('cli.password.ways') });
  return { username, password: secret };
}

async function tlsFiles(call: Call) {
  const { options, host } = call;
  const problems: Problem[] = [];
  const read = async (name: 'cafile' | 'cert' | 'key'): Promise<string | undefined> => {
    const path = textOption(options, name);
    if (path === undefined) return undefined;
    const found = await host.read(path, { followLinks: true });
    if (found.ok) return found.data.toString('utf8');
    problems.push({ message: msg('cli.password.noFile', { path, errno: found.errno }) });
    return undefined;
  };
  const [ca, cert, key] = await Promise.all([read('cafile'), read('cert'), read('key')]);
  if (problems.length > 0) throw new AppError('input', problems);
  const insecure = options['insecure'] === true;
  if (ca === undefined && cert === undefined && key === undefined && !insecure) return null;
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    insecure,
  };
}

/** 3.1.1 and 5 in the spellings of mosquitto_pub, HiveMQ's and MQTTX's tools; null for both. */
function mqttVersion(call: Call): 4 | 5 | null {
  const text = textOption(call.options, 'mqttVersion');
  if (text === undefined) return null;
  if (['311', '3.1.1', 'mqttv311', '4', '3'].includes(text)) return 4;
  if (['5', '5.0', 'mqttv5'].includes(text)) return 5;
  throw fail('usage', msg('cli.verify.version', { value: text }));
}
