import { msg } from '../i18n/messages.ts';
import { isLoopback } from './addresses.ts';
import { isLocalBind } from './binds.ts';
import { testRoutes } from './bridge-test.ts';
import type { RuleProblem } from './rules.ts';
import { bridgeTlsKeywords } from './tls-rules.ts';
import type { Bridge, Listener, Spec } from './types.ts';

/** What is wrong with a bridge beside others, and beside the broker that it belongs to. */
export function bridgeRules(bridge: Bridge, index: number, { bridges, listeners }: Spec): RuleProblem[] {
  const { name, username, password_file, client_id, tls, extra } = bridge;
  const at = (...keys: (string | number)[]): (string | number)[] => ['bridges', index, ...keys];
  const earlier = bridges.slice(0, index);
  const rival = earlier.find((other) => client_id !== null && isRival(bridge, other));
  // Back to itself under other names is a way to rename topics; under the same ones, one message goes round for ever.
  const goesRound = bridge.topics.some(({ local_prefix, remote_prefix }) => local_prefix === remote_prefix);
  const own = goesRound
    ? listeners.find((listener) => bridge.remotes.some((remote) => leadsTo(remote, listener)))
    : undefined;
  return [
    ...(earlier.some((other) => other.name === name)
      ? [{ path: at('name'), message: msg('spec.rule.bridge-twice', { name }) }]
      : []),
    ...(password_file !== null && username === null
      ? [{ path: at('password_file'), message: msg('spec.rule.bridge-user') }]
      : []),
    ...(tls !== null && (tls.certificate === null) !== (tls.key === null)
      ? [{ path: at('tls'), message: msg('spec.tls.pair') }]
      : []),
    ...(bridge.test_topic !== null && testRoutes(bridge).length === 0
      ? [
          {
            path: at('test_topic'),
            message: msg('spec.rule.bridge-test', { topic: bridge.test_topic, name }),
          },
        ]
      : []),
    ...(tls === null
      ? []
      : extra.flatMap((line, number) =>
          bridgeTlsKeywords.has(line.split(' ', 1)[0] ?? '')
            ? [{ path: at('extra', number), message: msg('spec.tls.extra') }]
            : [],
        )),
    ...(rival === undefined
      ? []
      : [
          {
            path: at('client_id'),
            message: msg('spec.rule.bridge-rival', { first: rival.name, second: name }),
          },
        ]),
    ...(own === undefined
      ? []
      : [{ path: at('remote'), message: msg('spec.rule.bridge-self', { name, listener: own.name }) }]),
  ];
}

/** The same client id at the same broker: each connection ends the other. */
function isRival(one: Bridge, other: Bridge): boolean {
  return one.client_id === other.client_id && one.remotes.some((remote) => other.remotes.includes(remote));
}

/** Does the address of a bridge lead back to a listener of the same broker? */
function leadsTo(remote: string, { protocol, port, socket, bind, interface: card }: Listener): boolean {
  const [host = '', wanted = ''] = remote.split(':');
  if (socket !== null || protocol !== 'mqtt' || wanted !== String(port)) return false;
  if (host !== 'localhost' && !isLoopback(host))
    return bind !== 'all' && bind !== 'loopback' && bind.includes(host);
  return card === 'lo' || (card === null && (bind === 'all' || isLocalBind(bind)));
}
