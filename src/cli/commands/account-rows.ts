import { msg } from '../../i18n/messages.ts';
import { messageOption } from './generation-rows.ts';
import type { CommandRow, OptionRow } from './types.ts';

const name = { syntax: '<name>', text: msg('cli.arg.name') };

const passwordOptions: OptionRow[] = [
  { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
  { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
  { flags: '--generate', text: msg('cli.option.generate') },
];

const overwrite: OptionRow = { flags: '--overwrite-drift', text: msg('cli.option.overwriteDrift') };

/** The commands about accounts. */
export const accountRows: CommandRow[] = [
  {
    name: 'add-user',
    group: 'accounts',
    summary: msg('cli.command.addUser'),
    args: [name],
    options: [
      { flags: '--role <role>', text: msg('cli.option.role'), repeat: true },
      { flags: '--topic <filter>', text: msg('cli.option.topic'), repeat: true },
      ...passwordOptions,
      { flags: '--certificate', text: msg('tls.option.certificate') },
      { flags: '--out <folder>', text: msg('tls.option.out') },
      { flags: '--p12', text: msg('tls.option.p12') },
      { flags: '--ca-passphrase-file <path>', text: msg('tls.option.passphrase') },
      overwrite,
      messageOption,
    ],
    examples: [
      "add-user roof-sensor --role publisher --topic 'weather/roof/#' --generate",
      "add-user dashboard --role subscriber --topic 'weather/#' --password-file secret.txt",
      "add-user bob --role both --topic 'home/#' --topic 'garden/#'",
    ],
    load: () => import('./add-user.ts'),
  },
  {
    name: 'remove-user',
    group: 'accounts',
    summary: msg('cli.command.removeUser'),
    args: [name],
    options: [overwrite, messageOption],
    examples: ['remove-user bob', 'remove-user bob --yes', 'remove-user bob --dry-run'],
    load: () => import('./remove-user.ts'),
  },
  {
    name: 'set-password',
    group: 'accounts',
    summary: msg('cli.command.setPassword'),
    args: [name],
    options: [...passwordOptions, overwrite, messageOption],
    examples: [
      'set-password alice',
      'set-password alice --generate',
      'set-password alice --password-file secret.txt --yes',
    ],
    load: () => import('./set-password.ts'),
  },
  {
    name: 'roles',
    group: 'accounts',
    summary: msg('cli.command.roles'),
    examples: ['roles', 'roles --json', 'roles --local ./broker'],
    load: () => import('./roles.ts'),
  },
  {
    name: 'list-users',
    group: 'accounts',
    summary: msg('cli.command.listUsers'),
    examples: ['list-users', 'list-users --json', 'list-users --local ./broker'],
    load: () => import('./list-users.ts'),
  },
  {
    name: 'import-users',
    group: 'accounts',
    summary: msg('users.command.import'),
    args: [{ syntax: '<file>', text: msg('users.arg.file') }],
    options: [
      { flags: '--role <role>', text: msg('users.option.role'), repeat: true },
      { flags: '--topic <filter>', text: msg('users.option.topic'), repeat: true },
      { flags: '--update', text: msg('users.option.update') },
      { flags: '--out <file>', text: msg('users.option.passwordsOut') },
      overwrite,
      messageOption,
    ],
    examples: [
      'import-users pupils.csv --role device',
      'import-users accounts.jsonl --update --dry-run',
      'import-users - --out passwords.csv --yes',
    ],
    load: () => import('./import-users.ts'),
  },
  {
    name: 'export-users',
    group: 'accounts',
    summary: msg('users.command.export'),
    options: [
      { flags: '--format <format>', text: msg('users.option.format') },
      { flags: '--out <file>', text: msg('users.option.out') },
      { flags: '--hashes', text: msg('users.option.hashes') },
    ],
    examples: ['export-users', 'export-users --format jsonl', 'export-users --hashes --out accounts.csv'],
    load: () => import('./export-users.ts'),
  },
];
