import { msg, type Translate } from '../i18n/messages.ts';
import type { Style } from './style.ts';

export interface Card {
  urls: readonly { name: string; url: string }[];
  credentials: readonly { username: string; password: string }[];
  /** How the program is called, and what follows each command. */
  prefix: string;
  suffix: string;
  user: string;
  /** Are clients without a name let in, as broker.yaml says? */
  open: boolean;
  /** TCP ports that the network has to reach, and the firewall that stands before them, if one is seen. */
  ports: readonly number[];
  firewall: { tool: 'ufw' | 'firewalld' | 'nftables'; open: readonly number[] | null } | null;
  /** The certificate that clients have to be given; null where they need none, or know who has signed it. */
  authority: string | null;
  /** A broker in a folder that runs as root: said, since it need not. */
  asRoot: boolean;
}

/** What a person needs when the broker stands: where, with which password, what next, and the way back. */
export function endCard(card: Card, t: Translate, style: Style): string {
  const { prefix, suffix } = card;
  const command = (words: string): string => `  $ ${prefix} ${words}${suffix}`;
  return [
    style.bold(t(msg(card.open ? 'cli.card.connectOpen' : 'cli.card.connect'))),
    ...card.urls.map(({ url, name }) => `  ${style.green(url)}  ${style.dim(`(${name})`)}`),
    ...card.credentials.map(
      ({ username, password }) => `  ${t(msg('cli.card.credential', { username, password }))}`,
    ),
    ...(card.credentials.length > 0 ? [`  ${style.yellow(t(msg('cli.card.once')))}`] : []),
    ...(card.authority === null ? [] : [`  ${t(msg('tls.card.authority', { path: card.authority }))}`]),
    ...firewallLines(card, t, style),
    ...(card.asRoot ? [`  ${style.yellow('!')} ${t(msg('cli.card.asRoot'))}`] : []),
    '',
    style.bold(t(msg('cli.card.next'))),
    command("add-user roof-sensor --role publisher --topic 'weather/#' --generate"),
    command('verify'),
    command('status'),
    '',
    style.bold(t(msg('cli.card.undo'))),
    command('uninstall'),
  ].join('\n');
}

/** The commands of each firewall that let one port in. */
const opens: Record<NonNullable<Card['firewall']>['tool'], (port: number) => string> = {
  ufw: (port) => `sudo ufw allow ${port}/tcp`,
  firewalld: (port) => `sudo firewall-cmd --permanent --add-port=${port}/tcp && sudo firewall-cmd --reload`,
  nftables: (port) => `sudo nft insert rule inet filter input tcp dport ${port} accept`,
};

/** Nothing is opened unasked. */
function firewallLines({ ports, firewall }: Card, t: Translate, style: Style): string[] {
  if (ports.length === 0) return [];
  const shut = firewall === null ? ports : ports.filter((port) => firewall.open?.includes(port) !== true);
  if (shut.length === 0) return [];
  if (firewall === null) return [`  ${style.dim(t(msg('tls.card.ports', { ports: ports.join(', ') })))}`];
  return [
    `  ${style.yellow('!')} ${t(msg('tls.card.firewall', { firewall: firewall.tool, ports: shut.join(', ') }))}`,
    ...shut.map((port) => `    $ ${opens[firewall.tool](port)}`),
  ];
}
