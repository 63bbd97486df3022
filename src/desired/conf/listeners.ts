import type { Facts } from '../../facts/types.ts';
import type { Traits } from '../../mosquitto/traits.ts';
import type { Listener, Spec } from '../../spec/types.ts';
import { listenerPlaces } from '../../tls/places.ts';
import { isUniform } from './access.ts';
import { extraLines, maybe, type Section, type Setting, setting } from './types.ts';

/** One block for each address of each listener: the broker never has to imply one. */
export function listenerSections(spec: Spec, facts: Facts, traits: Traits): Section[] {
  return spec.listeners.flatMap((listener, index) =>
    addressesOf(listener, facts).map((address) => ({
      title: listener.name,
      lines: block(listener, address, ['listeners', index], spec, facts, traits),
    })),
  );
}

function block(
  listener: Listener,
  address: string | null,
  at: readonly (string | number)[],
  spec: Spec,
  facts: Facts,
  traits: Traits,
): Setting[] {
  const from = (key: keyof Listener): readonly (string | number)[] => [...at, key];
  const { protocol, port, socket, anonymous } = listener;
  const where = socket === null ? `${port}${address === null ? '' : ` ${address}`}` : `0 ${socket}`;
  return [
    setting('listener', where, socket === null ? from('port') : from('socket')),
    ...tlsLines(listener, facts, from('tls')),
    ...(protocol === 'mqtt' ? [] : [setting('protocol', protocol, from('protocol'))]),
    ...maybe('bind_interface', listener.interface, from('interface')),
    ...maybe('socket_domain', domainOf(listener, address, traits), from('family')),
    ...(isUniform(spec) ? [] : [setting('listener_allow_anonymous', anonymous, from('anonymous'))]),
    ...maybe('max_connections', listener.max_connections, from('max_connections')),
    ...maybe('max_qos', listener.max_qos, from('max_qos')),
    ...maybe('max_topic_alias', listener.max_topic_alias, from('max_topic_alias')),
    ...maybe('mount_point', listener.mount_point, from('mount_point')),
    ...extraLines(listener.extra, from('extra')),
  ];
}

/**
 * The addresses of a listener, one block each. "All" is a line without an address: the broker then opens both families
 * and does without IPv6 where the kernel has none, which `::` would not.
 */
function addressesOf({ bind, family, interface: card, socket }: Listener, facts: Facts): (string | null)[] {
  if (socket !== null || card !== null) return [null];
  if (bind === 'all') return [family === null ? null : family === 'ipv4' ? '0.0.0.0' : '::'];
  if (bind !== 'loopback') return bind;
  const both = facts.network.ipv6Loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  return both.filter((address) => family === null || isOf(family, address));
}

/** 2.0.11 heeds the address of a websockets listener only where it is told the family too (measured). */
function domainOf(
  { protocol, family, interface: card }: Listener,
  address: string | null,
  { bindsWebsockets }: Traits,
): 'ipv4' | 'ipv6' | null {
  if (card !== null) return family;
  if (protocol !== 'websockets' || bindsWebsockets || address === null) return null;
  return isOf('ipv6', address) ? 'ipv6' : 'ipv4';
}

function isOf(family: 'ipv4' | 'ipv6', address: string): boolean {
  return (family === 'ipv6') === address.includes(':');
}

/** Ciphers of TLS 1.2 with forward secrecy and authenticated encryption; those of 1.3 are all of that kind. */
const ciphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/**
 * That clients need a certificate stands first: 2.1.2 forgets it where a reload stumbles over a line between the two
 * (facts §0 G). A list of what was revoked makes a reload read the clients' CA again, too.
 */
function tlsLines(listener: Listener, { layout }: Facts, at: readonly (string | number)[]): Setting[] {
  const { tls } = listener;
  if (tls === null) return [];
  const places = listenerPlaces(layout, listener);
  const from = (key: string): readonly (string | number)[] => [...at, key];
  const { clients } = tls;
  const hasList = tls.client_ca === null || tls.client_crl !== null;
  return [
    ...(clients === null ? [] : [setting('require_certificate', true, from('clients'))]),
    setting('certfile', places.certificate, from('certificate')),
    setting('keyfile', places.key, from('key')),
    ...(clients === null ? [] : [setting('cafile', places.clientCa, from('client_ca'))]),
    ...(clients !== null && hasList ? [setting('crlfile', places.clientCrl, from('client_crl'))] : []),
    ...(clients === 'identity' ? [setting('use_identity_as_username', true, from('clients'))] : []),
    ...(clients === 'subject' ? [setting('use_subject_as_username', true, from('clients'))] : []),
    setting('tls_version', tls.min_version, from('min_version')),
    ...(tls.min_version === 'tlsv1.2' ? [setting('ciphers', ciphers, at)] : []),
  ];
}
