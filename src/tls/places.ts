import type { Layout } from '../distros/layout.ts';
import type { Bridge, Listener } from '../spec/types.ts';

/** Where our CA and what it signs for this machine are. Names of ours, beside those that people choose themselves. */
export function ownPlaces({ ca, certs, state }: Pick<Layout, 'ca' | 'certs' | 'state'>) {
  return {
    authority: `${ca}/ca.crt`,
    authorityKey: `${ca}/ca.key`,
    /** What it has signed: serial numbers, names, dates. */
    issued: `${ca}/issued.jsonl`,
    /** The CA's certificate where everybody may read it: clients need it, and the broker for theirs. */
    published: `${certs}/mqtt-setup-ca.crt`,
    server: `${certs}/mqtt-setup-server.crt`,
    serverKey: `${certs}/mqtt-setup-server.key`,
    revoked: `${certs}/mqtt-setup-revoked.pem`,
    /** Of the probe account, for listeners that ask for a certificate. */
    probe: `${state}/probe.crt`,
    probeKey: `${state}/probe.key`,
  };
}

/** Where the broker finds what one listener shows, and what it judges its clients by. */
export function listenerPlaces(
  layout: Pick<Layout, 'ca' | 'certs' | 'state'>,
  { name, tls }: Pick<Listener, 'name' | 'tls'>,
) {
  const own = ownPlaces(layout);
  const copy = (ending: string): string => `${layout.certs}/mqtt-setup-${name}${ending}`;
  const isOwn = tls?.from === 'own';
  return {
    certificate: isOwn ? own.server : copy('.crt'),
    key: isOwn ? own.serverKey : copy('.key'),
    clientCa: tls?.client_ca == null ? own.published : copy('-clients-ca.crt'),
    clientCrl: tls?.client_ca == null ? own.revoked : copy('-clients-revoked.pem'),
  };
}

/** Where the broker finds whom a bridge trusts, and its own identity. No listener's name has a point in it. */
export function bridgePlaces({ certs }: Pick<Layout, 'certs'>, { name }: Pick<Bridge, 'name'>) {
  const copy = (ending: string): string => `${certs}/mqtt-setup.bridge.${name}${ending}`;
  return { ca: copy('.ca.crt'), certificate: copy('.crt'), key: copy('.key') };
}
