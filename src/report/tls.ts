import { msg, type Translate } from '../i18n/messages.ts';
import type { CertificateFact } from '../tls/certificate.ts';
import type { Issued } from '../tls/issued.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** What `tls status` tells. */
export interface TlsState {
  /** Milliseconds since the epoch. */
  now: number;
  authority: CertificateFact | null;
  authorityPath: string;
  listeners: {
    name: string;
    port: number;
    protocol: 'mqtt' | 'websockets';
    from: 'own' | 'acme' | 'files';
    clients: 'identity' | 'subject' | 'password' | null;
    path: string;
    certificate: CertificateFact | null;
  }[];
  /** Null: they may not be read. */
  clients: Issued[] | null;
  /** A name by which the machine is known. */
  host: string;
  /** What somebody has to run once a day; null where systemd does. */
  renew: string | null;
}

const dayMs = 86_400_000;

/** For people: the CA, what each listener shows, the clients, and a command that connects. */
export function renderTls(state: TlsState, t: Translate, style: Style): string {
  const { authority, listeners, clients } = state;
  if (authority === null && listeners.length === 0) return t(msg('tls.status.none'));
  return [
    ...(authority === null ? [] : authorityLines(state, authority, t, style)),
    ...listeners.flatMap((listener) => listenerLines(state, listener, t, style)),
    ...(clients === null || clients.length === 0 ? [] : clientLines(state, clients, t, style)),
    ...(state.renew === null || listeners.length === 0
      ? []
      : [`${style.yellow('!')} ${t(msg('tls.status.byHand', { command: state.renew }))}`]),
    ...commandLines(state, t, style),
  ].join('\n');
}

function authorityLines(state: TlsState, authority: CertificateFact, t: Translate, style: Style): string[] {
  return [
    `${style.bold(t(msg('tls.status.authority')))} ${printable(authority.name)}, ${until(authority.notAfter, state, t, style)}`,
    `  ${t(msg('tls.status.trust', { path: state.authorityPath }))}`,
    `  SHA-256 ${authority.fingerprint}`,
  ];
}

function listenerLines(
  state: TlsState,
  { name, port, from, clients, path, certificate }: TlsState['listeners'][number],
  t: Translate,
  style: Style,
): string[] {
  const head = `${style.bold(name)} ${port}`;
  if (certificate === null) return [`${head}: ${style.red(t(msg('tls.status.unread', { path })))}`];
  const names = certificate.names.join(', ') || certificate.name;
  return [
    `${head}: ${printable(names)}`,
    `  ${t(msg(`tls.status.from.${from}`))}, ${keyText(certificate)}, ${until(certificate.notAfter, state, t, style)}`,
    `  SHA-256 ${certificate.fingerprint}`,
    ...(clients === null ? [] : [`  ${t(msg(`tls.status.clients.${clients}`))}`]),
  ];
}

function clientLines(state: TlsState, clients: readonly Issued[], t: Translate, style: Style): string[] {
  const width = Math.max(...clients.map(({ name }) => name.length));
  return [
    style.bold(t(msg('tls.status.clients'))),
    ...clients.map(({ name, notAfter, revoked, serial }) => {
      const word =
        revoked === undefined
          ? until(Date.parse(notAfter), state, t, style)
          : style.yellow(t(msg('tls.status.revoked', { date: revoked.slice(0, 10) })));
      return `  ${printable(name).padEnd(width)}  ${word}  ${style.dim(serial)}`;
    }),
  ];
}

function commandLines(
  { listeners, authority, authorityPath, host }: TlsState,
  t: Translate,
  style: Style,
): string[] {
  const usable = listeners.find(({ protocol, clients }) => protocol === 'mqtt' && clients === null);
  if (usable === undefined) return [];
  const name = usable.certificate?.names.find((one) => !one.startsWith('*')) ?? host;
  const trust = usable.from === 'own' && authority !== null ? ` --cafile ${authorityPath}` : '';
  return [
    '',
    style.bold(t(msg('tls.status.try'))),
    `  $ mosquitto_sub -h ${printable(name)} -p ${usable.port}${trust} -u NAME -P PASSWORD -t '#' -v`,
  ];
}

function keyText({ key }: CertificateFact): string {
  if (key.type === 'rsa') return `RSA ${key.bits}`;
  return key.type === 'ec' ? key.curve : '?';
}

function until(at: number, { now }: TlsState, t: Translate, style: Style): string {
  const date = new Date(at).toISOString().slice(0, 10);
  const days = Math.floor((at - now) / dayMs);
  if (at <= now) return style.red(t(msg('tls.status.ended', { date })));
  const text = t(msg('tls.status.until', { date, days }));
  return days < 14 ? style.yellow(text) : text;
}

/** For programs. */
export function tlsJson({ authority, authorityPath, listeners, clients }: TlsState): object {
  return {
    authority: authority === null ? null : { path: authorityPath, ...certificateJson(authority) },
    listeners: listeners.map(({ certificate, ...rest }) => ({
      ...rest,
      certificate: certificate === null ? null : certificateJson(certificate),
    })),
    clients:
      clients?.map(({ serial, name, notAfter, revoked }) => ({
        serial,
        name,
        notAfter,
        revoked: revoked ?? null,
      })) ?? null,
  };
}

function certificateJson({
  name,
  names,
  issuer,
  serial,
  fingerprint,
  notBefore,
  notAfter,
  key,
}: CertificateFact): object {
  return {
    name,
    names,
    issuer,
    serial,
    fingerprint,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
    key,
  };
}
