import { type Door, hasCertificate, isOn } from '../../src/lint/doors.ts';
import type { EffectiveLine } from '../../src/lint/effective.ts';
import { lineIn } from '../../src/lint/view.ts';
import { readableAccounts } from '../../src/mosquitto/accounts.ts';
import { isAllowed } from '../../src/mosquitto/acl-rights.ts';
import { parseAcl } from '../../src/mosquitto/formats/acl.ts';
import { confBoolean, confInteger } from '../../src/mosquitto/formats/conf.ts';
import { verifyHash } from '../../src/mosquitto/hash.ts';
import { readableText } from '../../src/mosquitto/nul.ts';
import { valueIn } from '../../src/mosquitto/options/by-version.ts';
import { findOption } from '../../src/mosquitto/options/registry.ts';
import type { Version } from '../../src/mosquitto/version.ts';
import { isWatched, type Placed, topicsOf } from './corpus-jobs.ts';
import type { Limits, SeenDoor } from './corpus-types.ts';
import { type Identity, probeKeepalive } from './probe-client.ts';

export interface Scene {
  one: Placed;
  version: Version;
  /** The lines that count. */
  lines: readonly EffectiveLine[];
  isPerListener: boolean;
  logins: readonly Identity[];
}

/** Reason codes of MQTT 5. */
const notAuthorised = 0x87;
const unspecified = 0x80;

/** What a client will see at one socket of a listener. */
export async function predictDoor(socket: string, door: Door, scene: Scene): Promise<SeenDoor> {
  const { one, version, logins } = scene;
  const seen: SeenDoor = { socket, logins: {}, writes: {}, limits: null, sys: null };
  const acl = textOf(one, door.listener.aclFile?.value);
  const aclLines = acl === null ? null : parseAcl(readableText(acl, version));
  for (const identity of logins) {
    const label = identity.name ?? '(anonymous)';
    const code = await loginCode(door, scene, identity);
    seen.logins[label] = code;
    if (code !== 0) continue;
    seen.limits ??= limitsOf(door, scene, identity);
    const client = { name: identity.name, clientId: idOf(identity, door, scene) };
    const may = (access: 'read' | 'write', topic: string): boolean =>
      aclLines === null || isAllowed(aclLines, client, access, topic, version);
    if (isWatched(one)) seen.sys ??= hasSys(scene) && may('read', '$SYS/broker/version');
    if (seen.limits.maximumQoS === 0) continue;
    const mount = lineIn(door.block, 'mount_point')?.value ?? '';
    seen.writes[label] = topicsOf(one).filter((topic) => may('write', `${mount}${topic}`));
  }
  return seen;
}

async function loginCode(door: Door, scene: Scene, identity: Identity): Promise<number | string> {
  const { one, version } = scene;
  const { name, password, clientId } = identity;
  if (isOn(door.block, 'require_certificate') && hasCertificate(door.block)) return 'no certificate';
  if (!hasCertificate(door.block) && lineIn(door.block, 'psk_hint') !== null) return 'closed';
  const emptyId = settingOf(door, scene, 'allow_zero_length_clientid');
  if (clientId === '' && emptyId !== null && confBoolean(emptyId) === false) return unspecified;
  const prefix = settingOf(door, scene, 'clientid_prefixes');
  if (prefix !== null && !idOf(identity, door, scene).startsWith(prefix)) return notAuthorised;
  if (isOn(door.block, 'use_username_as_clientid') && name === null) return notAuthorised;
  if (name === null) return door.anonymous.allowed ? 0 : notAuthorised;
  const file = textOf(one, door.listener.passwordFile?.value);
  if (file === null) return door.anonymous.allowed ? 0 : notAuthorised;
  const hash = readableAccounts(file, version).get(name);
  return hash !== undefined && (await verifyHash(password ?? '', hash)) ? 0 : notAuthorised;
}

/** The client id that counts; what the broker makes up is written `…`. */
function idOf({ clientId, name }: Identity, door: Door, scene: Scene): string {
  if (isOn(door.block, 'use_username_as_clientid')) return name ?? '';
  return clientId === '' ? `${prefixOf(door, scene)}…` : clientId;
}

/** The listener of a configuration that has none goes its own ways: no prefix, or since 2.1 always the usual one. */
function prefixOf(door: Door, scene: Scene): string {
  const is21 = scene.version.minor > 0;
  if (door.listener.implied === 'local-only' && is21) return 'auto-';
  if (door.listener.implied === 'local-only' && scene.isPerListener) return '';
  return settingOf(door, scene, 'auto_id_prefix') ?? 'auto-';
}

/** What counts at a door: its own line, or that of the broker where listeners have none of their own. */
function settingOf(door: Door, { lines, isPerListener }: Scene, keyword: string): string | null {
  const line = lineIn(door.block, keyword);
  if (line !== null) return line.value;
  if (isPerListener && findOption(keyword)?.scope === 'security') return null;
  return lines.findLast((one) => one.keyword === keyword && one.block === null)?.value ?? null;
}

function textOf({ dir, files }: Placed, path: string | undefined): string | null {
  return path === undefined ? null : (files.get(path.slice(dir.length + 1))?.toString('utf8') ?? null);
}

function intOf({ lines, version }: Scene, keyword: string): number {
  const option = findOption(keyword);
  const line = lines.findLast((one) => one.keyword === keyword);
  return confInteger(line?.value ?? String(option === null ? '' : valueIn(option.default, version)));
}

/** It is published at the start, retained. */
function hasSys(scene: Scene): boolean {
  return intOf(scene, 'sys_interval') !== 0 && isRetaining(scene);
}

function isRetaining({ lines }: Scene): boolean {
  const line = lines.findLast(({ keyword }) => keyword === 'retain_available');
  return line === undefined || confBoolean(line.value) !== false;
}

function limitsOf(door: Door, scene: Scene, identity: Identity): Limits {
  const packet = intOf(scene, 'max_packet_size');
  const keepalive = intOf(scene, 'max_keepalive');
  const inflight = intOf(scene, 'max_inflight_messages');
  const ofDoor = (keyword: string, usual: number): number => {
    const line = lineIn(door.block, keyword);
    return line === null ? usual : confInteger(line.value);
  };
  const qos = ofDoor('max_qos', 2);
  const alias = ofDoor('max_topic_alias', 10);
  return {
    maximumPacketSize: packet > 0 ? packet : null,
    serverKeepAlive: keepalive > 0 && keepalive < probeKeepalive ? keepalive : null,
    receiveMaximum: inflight > 0 ? inflight : null,
    retainAvailable: isRetaining(scene) ? null : false,
    maximumQoS: qos < 2 ? qos : null,
    topicAliasMaximum: alias > 0 ? alias : null,
    assigned: identity.clientId === '' ? idOf(identity, door, scene) : null,
  };
}
