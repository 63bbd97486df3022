import { msg } from '../../i18n/messages.ts';
import type { CommandRow } from './types.ts';

/** The commands about who may do what. */
export const accessRows: CommandRow[] = [
  {
    name: 'can',
    group: 'accounts',
    summary: msg('can.command'),
    args: [
      { syntax: '[user]', text: msg('can.arg.user') },
      { syntax: '[access]', text: msg('can.arg.access') },
      { syntax: '[topic]', text: msg('can.arg.topic') },
    ],
    options: [
      { flags: '--anonymous', text: msg('can.option.anonymous') },
      { flags: '--client-id <id>', text: msg('can.option.clientId') },
      { flags: '--acl <file>', text: msg('can.option.acl') },
      { flags: '--mosquitto-version <version>', text: msg('cli.check.optionVersion') },
      { flags: '--matrix', text: msg('can.option.matrix') },
      { flags: '--topic <topic>', text: msg('can.option.topic') },
      { flags: '--format <format>', text: msg('can.option.format') },
    ],
    examples: [
      'can roof-sensor publish weather/roof/temp',
      "can bob subscribe 'home/#' --acl /etc/mosquitto/acl --mosquitto-version 2.0.21",
      'can --matrix --topic home/alarm',
      'can --matrix --format csv > rights.csv',
    ],
    load: () => import('./can.ts'),
  },
];
