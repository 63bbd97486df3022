import type { Knock, Scene, Stray } from '../../audit/types.ts';
import { fixedPackages } from '../../audit/vulnerabilities.ts';
import type { Endpoint } from '../../checks/types.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { Patient } from '../../doctor/patient.ts';
import { AppError } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import type { HostReader } from '../../host/types.ts';
import { type Door, doorsOf, hasCertificate, isLoopback, isOn, printDoor } from '../../lint/doors.ts';
import { viewOf } from '../../lint/view.ts';
import { accountRules } from '../../spec/roles.ts';
import type { Account } from '../../spec/types.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { declaredIn } from './declared.ts';
import { nonce } from './nonce.ts';
import { examine } from './patient.ts';

/** All that an audit rests on. Asks the broker as nobody and as a made-up user; changes nothing. */
export async function sceneOf(call: Call): Promise<Scene> {
  const patient = await examine(call);
  const { facts } = patient;
  const [knocks, strays, exposure, uid, etcRepository, fixes] = await Promise.all([
    facts.service.running ? knockAtAll(patient) : null,
    straysIn(call.host, patient),
    exposureOf(call.host, patient),
    uidOf(call.host, facts.service.pid),
    repositoryOf(call.host, patient),
    fixesOf(call.host, patient),
  ]);
  return {
    patient,
    diagnoses: diagnose(patient),
    admins: await adminsOf(call, patient),
    knocks,
    strays,
    exposure,
    uid,
    etcRepository,
    fixes,
    authorityKey: await authorityKeyOf(call.host, patient),
  };
}

/** Who was declared to do everything: that is no finding. */
async function adminsOf(call: Call, { facts, isDeclared }: Patient): Promise<string[]> {
  if (!isDeclared) return [];
  try {
    const { spec, accounts } = declaredIn(facts, await runAsRoot(call));
    if (spec === null) return [];
    const mayAll = (account: Account): boolean =>
      accountRules(account, spec).some(({ access, filter }) => access === 'readwrite' && filter === '#');
    return accounts.filter(mayAll).map(({ name }) => name);
  } catch (error) {
    // What cannot be read is told by doctor; here nobody is known to administer then.
    if (error instanceof AppError) return [];
    throw error;
  }
}

const timeoutMs = 3000;

async function knockAtAll({ tree, version }: Patient): Promise<Knock[]> {
  const doors = doorsOf(viewOf(tree, version));
  const knocks = await Promise.all(doors.map(async (door) => knockAt(door)));
  return knocks.flat();
}

/** Does the key of our CA ask for a passphrase? */
async function authorityKeyOf(host: HostReader, { facts }: Patient): Promise<Scene['authorityKey']> {
  const path = ownPlaces(facts.layout).authorityKey;
  const read = await host.read(path);
  if (read.ok) return { path, isEncrypted: read.data.includes('ENCRYPTED') };
  return read.reason === 'missing' ? null : 'unseen';
}

async function knockAt(door: Door): Promise<Knock[]> {
  const endpoint = endpointOf(door);
  if (endpoint === null) return [];
  const ask = async (credentials?: { username: string; password: Hidden }): Promise<boolean | null> => {
    const result = await connect({
      endpoint,
      protocolVersion: 4,
      clientId: `mqtt-setup-audit-${nonce()}`,
      timeoutMs,
      tls: { insecure: true },
      ...(credentials === undefined ? {} : { credentials }),
    });
    if (result.outcome === 'accepted') await result.session.end();
    // Whoever has no certificate is sent away in the handshake, or right behind it.
    if (
      result.outcome === 'unreachable' &&
      isOn(door.block, 'require_certificate') &&
      /SSL|TLS|RESET|PIPE/.test(result.error)
    )
      return false;
    return result.outcome === 'unreachable' ? null : result.outcome === 'accepted';
  };
  const anonymous = await ask();
  const stranger = await ask({ username: `mqtt-setup-audit-${nonce()}`, password: new Hidden(nonce()) });
  return [{ door: printDoor(door), isLoopback: isLoopback(door), anonymous, stranger }];
}

/** Where a listener is asked from this machine; null where a key is needed that we have not. */
function endpointOf(door: Door): Endpoint | null {
  const { port, address, protocol } = door.listener;
  const isTls = hasCertificate(door.block);
  if (port === 0)
    return address === null ? null : { listener: address, host: address, port: 0, transport: 'unix' };
  const isWide = address === null || address === '0.0.0.0' || address === 'loopback';
  const host = isWide ? '127.0.0.1' : address === '::' ? '::1' : address;
  const isWeb = protocol === 'websockets';
  return { listener: host, host, port, transport: isWeb ? (isTls ? 'wss' : 'ws') : isTls ? 'tls' : 'tcp' };
}

/** Copies and left-overs beside the broker's files, by their names; what they hold is looked at, and kept nowhere. */
async function straysIn(host: HostReader, { facts, tree }: Patient): Promise<Stray[]> {
  const { mainConf } = facts.layout;
  const folder = mainConf.slice(0, mainConf.lastIndexOf('/'));
  const known = new Set([...Object.keys(tree.secrets), ...Object.keys(tree.acls), tree.main.path]);
  const names = (await host.list(folder)) ?? [];
  const odd = names.filter((name) => !known.has(`${folder}/${name}`) && oddName.test(name));
  const strays = await Promise.all(
    odd.map(async (name): Promise<Stray[]> => {
      const path = `${folder}/${name}`;
      const [stat, read] = await Promise.all([host.stat(path), host.read(path, { maxBytes: 1024 * 1024 })]);
      if (stat?.kind !== 'file') return [];
      return [
        { path, mode: stat.mode, hasSecrets: read.ok && /^[^:\n]+:\$\d\$/m.test(read.data.toString()) },
      ];
    }),
  );
  return strays.flat();
}

const oddName = /passw|pwd|\.bak$|\.backup|\.old$|\.orig$|\.save$|\.tmp|~$|\.dpkg-|\.ucf-/i;

async function exposureOf(host: HostReader, { unit }: Patient): Promise<number | null> {
  if (unit === null) return null;
  const shown = await host.query(['systemd-analyze', 'security', unit.name, '--no-pager']);
  const text = /exposure level for \S+: (\d+\.\d+)/.exec(shown.stdout)?.[1];
  return text === undefined ? null : Number(text);
}

async function uidOf(host: HostReader, pid: number | null): Promise<number | null> {
  if (pid === null) return null;
  const status = await host.read(`/proc/${pid}/status`);
  const text = status.ok ? /^Uid:\s+\d+\s+(\d+)/m.exec(status.data.toString())?.[1] : undefined;
  return text === undefined ? null : Number(text);
}

async function repositoryOf(host: HostReader, { facts }: Patient): Promise<string | null> {
  if (facts.layout.mode === 'local') return null;
  return (await host.stat('/etc/.git')) === null ? null : '/etc/.git';
}

async function fixesOf(host: HostReader, { facts }: Patient): Promise<Scene['fixes']> {
  const installed = facts.packages?.installed['mosquitto'] ?? null;
  const needed = fixedPackages[facts.platform.distro.codename];
  if (installed === null || needed === undefined || facts.layout.mode === 'local') return null;
  const compared = await host.query(['dpkg', '--compare-versions', installed, 'lt', needed]);
  return { installed, needed, isOld: compared.code === 0 };
}
