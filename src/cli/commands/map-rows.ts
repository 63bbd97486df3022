import { msg } from '../../i18n/messages.ts';
import type { CommandRow } from './types.ts';

/** The command that draws the broker. */
export const mapRows: CommandRow[] = [
  {
    name: 'map',
    group: 'accounts',
    summary: msg('map.command'),
    options: [
      { flags: '--format <format>', text: msg('map.option.format') },
      { flags: '--out <file>', text: msg('map.option.out') },
      { flags: '--user <name>', text: msg('map.option.user') },
      { flags: '--topic <filter>', text: msg('map.option.topic') },
    ],
    examples: ['map', 'map --out broker.svg', "map --topic 'weather/#' --format mermaid"],
    load: () => import('./map.ts'),
  },
];
