import { msg } from '../../i18n/messages.ts';
import type { OptionRow } from './types.ts';

/** What the broker should be, as flags: the same words as in broker.yaml. */
export const specOptions: OptionRow[] = [
  { flags: '--profile <profile>', text: msg('cli.option.profile') },
  { flags: '--port <port>', text: msg('cli.option.port') },
  { flags: '--bind <address>', text: msg('cli.option.bind'), repeat: true },
  { flags: '--name <name>', text: msg('tls.option.name'), repeat: true },
  { flags: '--cert <path>', text: msg('tls.option.cert') },
  { flags: '--key <path>', text: msg('tls.option.key') },
  { flags: '--ca <path>', text: msg('tls.option.ca') },
  { flags: '--firewall', text: msg('tls.option.firewall') },
  { flags: '--acme', text: msg('tls.option.acme') },
  { flags: '--domain <name>', text: msg('tls.option.domain'), repeat: true },
  { flags: '--email <address>', text: msg('tls.option.email') },
  { flags: '--acme-server <url>', text: msg('tls.option.acmeServer') },
  { flags: '--ca-passphrase-file <path>', text: msg('tls.option.passphrase') },
];
