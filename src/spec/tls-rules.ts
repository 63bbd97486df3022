import { msg } from '../i18n/messages.ts';
import { isLocalBind } from './binds.ts';
import type { RuleProblem } from './rules.ts';
import type { SpecInput } from './schema.ts';
import type { Listener, Spec } from './types.ts';

/** Lines of mosquitto.conf that `tls` writes; where it is not said, they may stand in `extra`. */
export const tlsKeywords: ReadonlySet<string> = new Set([
  'certfile',
  'keyfile',
  'cafile',
  'crlfile',
  'require_certificate',
  'use_identity_as_username',
  'use_subject_as_username',
  'tls_version',
  'ciphers',
]);

/** The same of a bridge. */
export const bridgeTlsKeywords: ReadonlySet<string> = new Set([
  'bridge_cafile',
  'bridge_capath',
  'bridge_certfile',
  'bridge_keyfile',
  'bridge_alpn',
]);

/** What does not go together in what is said of TLS. */
export function tlsRules(spec: Spec, input: SpecInput): RuleProblem[] {
  const { listeners, acme, profile } = spec;
  const hasAcme = listeners.findIndex(({ tls }) => tls?.from === 'acme');
  return [
    ...listeners.flatMap((listener, index) => [
      ...listenerRules(listener, index, input),
      ...(profile === 'internet' ? internetRule(listener, index) : []),
    ]),
    ...(hasAcme !== -1 && acme === null
      ? [
          {
            path: ['listeners', hasAcme, 'tls'],
            message: msg('spec.tls.noAcme'),
            fix: msg('spec.tls.noAcmeFix'),
          },
        ]
      : []),
    ...(hasAcme === -1 && acme !== null ? [{ path: ['acme'], message: msg('spec.tls.acmeNowhere') }] : []),
  ];
}

function listenerRules({ tls, socket, extra }: Listener, index: number, input: SpecInput): RuleProblem[] {
  if (tls === null) return [];
  const at = (key: string): (string | number)[] => ['listeners', index, 'tls', key];
  const said = input.listeners?.[index]?.tls;
  const isMapping = typeof said === 'object';
  const together = (key: string, other: string): RuleProblem => ({
    path: at(key),
    message: msg('spec.rule.together', { key, other }),
  });
  return [
    ...extra.flatMap((line, number) =>
      tlsKeywords.has(line.split(' ', 1)[0] ?? '')
        ? [{ path: ['listeners', index, 'extra', number], message: msg('spec.tls.extra') }]
        : [],
    ),
    ...(socket === null
      ? []
      : [
          {
            path: ['listeners', index, 'tls'],
            message: msg('spec.rule.together', { key: 'tls', other: 'socket' }),
          },
        ]),
    ...(isMapping && said.from !== undefined
      ? (['certificate', 'key', 'ca'] as const).flatMap((key) =>
          said[key] === undefined ? [] : [together(key, 'from')],
        )
      : []),
    ...(tls.from === 'files' && (tls.certificate === null || tls.key === null)
      ? [{ path: ['listeners', index, 'tls'], message: msg('spec.tls.pair') }]
      : []),
    ...(tls.from === 'own' && tls.ca !== null && isMapping && said.from === undefined
      ? [{ path: at('ca'), message: msg('spec.tls.caAlone'), fix: msg('spec.tls.caAloneFix') }]
      : []),
    ...(tls.clients === null
      ? (['client_ca', 'client_crl'] as const).flatMap((key) =>
          tls[key] === null ? [] : [{ path: at(key), message: msg('spec.tls.needsClients', { key }) }],
        )
      : []),
    ...(tls.clients !== null && tls.client_crl !== null && tls.client_ca === null
      ? [{ path: at('client_crl'), message: msg('spec.tls.crlAlone') }]
      : []),
  ];
}

/** On the internet a listener in plain text shows every password to whoever carries the packets. */
function internetRule(
  { name, tls, extra, bind, socket, interface: card }: Listener,
  index: number,
): RuleProblem[] {
  const isSecure = tls !== null || extra.some((line) => line.startsWith('certfile '));
  if (isSecure || socket !== null || card === 'lo' || (card === null && isLocalBind(bind))) return [];
  return [
    {
      path: ['listeners', index, card === null ? 'bind' : 'interface'],
      message: msg('spec.tls.internet', { listener: name }),
      fix: msg('spec.tls.internetFix'),
    },
  ];
}
