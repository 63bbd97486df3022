import { msg } from '../../i18n/messages.ts';
import type { CommandRow, OptionRow } from './types.ts';

/** Of every command that changes the machine. */
export const messageOption: OptionRow = {
  flags: '-m, --message <text>',
  text: msg('generations.option.message'),
};

const overwrite: OptionRow = { flags: '--overwrite-drift', text: msg('cli.option.overwriteDrift') };

const passphrase: OptionRow[] = [
  { flags: '--password-file <path>', text: msg('backup.option.passwordFile') },
  { flags: '--password-env <name>', text: msg('backup.option.passwordEnv') },
];

/** The commands about what was applied before. */
export const generationRows: CommandRow[] = [
  {
    name: 'history',
    group: 'broker',
    summary: msg('generations.command.history'),
    args: [{ syntax: '[number]', text: msg('generations.arg.number') }],
    options: [
      { flags: '--show <file>', text: msg('generations.option.show') },
      { flags: '--keep <number>', text: msg('generations.option.keep') },
    ],
    examples: [
      'history',
      'history 7',
      'history 7 --show /etc/mosquitto/conf.d/mqtt-setup.conf',
      'history --keep 10',
    ],
    load: () => import('./history.ts'),
  },
  {
    name: 'diff',
    group: 'broker',
    summary: msg('generations.command.diff'),
    args: [
      { syntax: '[from]', text: msg('generations.arg.from') },
      { syntax: '[to]', text: msg('generations.arg.to') },
    ],
    options: [{ flags: '--detailed-exitcode', text: msg('generations.option.detailedExitcode') }],
    examples: ['diff', 'diff 6 7', 'diff 6 --detailed-exitcode'],
    load: () => import('./diff.ts'),
  },
  {
    name: 'rollback',
    group: 'broker',
    summary: msg('generations.command.rollback'),
    args: [{ syntax: '[number]', text: msg('generations.arg.number') }],
    options: [messageOption, overwrite],
    examples: ['rollback', 'rollback 5', 'rollback 5 --dry-run'],
    load: () => import('./rollback.ts'),
  },
  {
    name: 'upgrade',
    group: 'broker',
    summary: msg('upgrade.command'),
    options: [messageOption, overwrite],
    examples: ['upgrade', 'upgrade --dry-run', 'upgrade --yes'],
    load: () => import('./upgrade.ts'),
  },
  {
    name: 'backup',
    group: 'broker',
    summary: msg('backup.command.backup'),
    args: [{ syntax: '<file>', text: msg('backup.arg.new') }],
    options: [
      { flags: '--check', text: msg('backup.option.check') },
      { flags: '--encrypt', text: msg('backup.option.encrypt') },
      ...passphrase,
    ],
    examples: [
      'backup broker.backup',
      'backup broker.backup --encrypt',
      'backup broker.backup --check --password-file passphrase.txt',
    ],
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    group: 'broker',
    summary: msg('backup.command.restore'),
    args: [{ syntax: '<file>', text: msg('backup.arg.file') }],
    options: [
      { flags: '--without-store', text: msg('backup.option.withoutStore') },
      ...passphrase,
      messageOption,
      overwrite,
    ],
    examples: [
      'restore broker.backup',
      'restore broker.backup --dry-run',
      'restore broker.backup --local ./broker --yes',
    ],
    load: () => import('./restore.ts'),
  },
  {
    name: 'confirm',
    group: 'broker',
    summary: msg('confirm.command.confirm'),
    examples: ['confirm', 'confirm --json', 'apply --confirm 60s && mqtt-setup confirm'],
    load: () => import('./confirm.ts'),
  },
  {
    name: 'recover',
    group: 'broker',
    summary: msg('confirm.command.recover'),
    options: [
      { flags: '--expired', text: msg('confirm.option.expired') },
      { flags: '--before-start', text: msg('confirm.option.beforeStart') },
    ],
    examples: ['recover', 'recover --expired', 'recover --local ./broker'],
    load: () => import('./recover.ts'),
  },
  {
    name: 'rehearse',
    group: 'broker',
    summary: msg('confirm.command.rehearse'),
    examples: ['rehearse', 'rehearse --json', 'rehearse --local ./broker'],
    load: () => import('./rehearse.ts'),
  },
];
