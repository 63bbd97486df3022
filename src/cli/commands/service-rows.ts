import { msg } from '../../i18n/messages.ts';
import type { CommandRow } from './types.ts';

/** The same words under systemd, sysv, no init at all, and for a broker in a folder. */
export const serviceRows: CommandRow[] = [
  {
    name: 'status',
    group: 'service',
    summary: msg('cli.command.status'),
    options: [
      { flags: '-w, --watch', text: msg('status.option.watch') },
      { flags: '--topics <filter>', text: msg('status.option.topics') },
      { flags: '-u, --username <name>', text: msg('status.option.username') },
      { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
      { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
    ],
    examples: [
      'status',
      'status --watch',
      "status --watch --topics 'weather/#' -u dashboard --password-file secret.txt",
      'status --json',
      'status --local ./broker',
    ],
    load: () => import('./status.ts'),
  },
  {
    name: 'start',
    group: 'service',
    summary: msg('cli.command.start'),
    examples: ['start', 'start --json', 'start --local ./broker'],
    load: () => import('./service.ts'),
  },
  {
    name: 'stop',
    group: 'service',
    summary: msg('cli.command.stop'),
    examples: ['stop', 'stop --json', 'stop --local ./broker'],
    load: () => import('./service.ts'),
  },
  {
    name: 'restart',
    group: 'service',
    summary: msg('cli.command.restart'),
    examples: ['restart', 'restart --json', 'restart --local ./broker'],
    load: () => import('./service.ts'),
  },
  {
    name: 'logs',
    group: 'service',
    summary: msg('cli.command.logs'),
    options: [
      { flags: '-n, --lines <number>', text: msg('cli.option.lines') },
      { flags: '-f, --follow', text: msg('cli.option.follow') },
    ],
    examples: ['logs', 'logs -n 100', 'logs -f --local ./broker'],
    load: () => import('./logs.ts'),
  },
];
