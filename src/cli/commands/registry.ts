import { msg } from '../../i18n/messages.ts';
import { accessRows } from './access-rows.ts';
import { accountRows } from './account-rows.ts';
import { completionRows } from './completion-rows.ts';
import { generationRows, messageOption } from './generation-rows.ts';
import { helpRows } from './help-rows.ts';
import { manRows } from './man-rows.ts';
import { mapRows } from './map-rows.ts';
import { serviceRows } from './service-rows.ts';
import { specOptions } from './spec-options.ts';
import type { CommandRow, OptionRow } from './types.ts';

const ownerOptions: OptionRow[] = [
  { flags: '--user <name>', text: msg('cli.option.user') },
  { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
  { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
  { flags: '--generate', text: msg('cli.option.generate') },
];

const answersOption: OptionRow = { flags: '--answers <file>', text: msg('answers.option') };

const overwrite: OptionRow = { flags: '--overwrite-drift', text: msg('cli.option.overwriteDrift') };

/** Every command: register one here. */
export const commandRows: CommandRow[] = [
  {
    name: 'install',
    group: 'broker',
    summary: msg('cli.command.install'),
    options: [...specOptions, ...ownerOptions, answersOption, overwrite, messageOption],
    examples: [
      'install',
      'install --yes --user alice --password-file secret.txt',
      'install --profile internet --acme --domain mqtt.example.org --email owner@example.org',
      'install --local ./broker --profile local --yes',
      'install --answers answers.yaml --yes',
    ],
    load: () => import('./install.ts'),
  },
  {
    name: 'plan',
    group: 'broker',
    summary: msg('cli.command.plan'),
    options: [
      ...specOptions,
      ...ownerOptions,
      answersOption,
      overwrite,
      { flags: '--detailed-exitcode', text: msg('cli.option.detailedExitcode') },
    ],
    examples: ['plan', 'plan --port 1884', 'plan --detailed-exitcode --json'],
    load: () => import('./plan.ts'),
  },
  {
    name: 'apply',
    group: 'broker',
    summary: msg('cli.command.apply'),
    options: [
      { flags: '--generate', text: msg('cli.option.generate') },
      overwrite,
      { flags: '--confirm <time>', text: msg('confirm.option.confirm') },
      { flags: '--ca-passphrase-file <path>', text: msg('tls.option.passphrase') },
      messageOption,
      { flags: '--detailed-exitcode', text: msg('cli.option.detailedExitcode') },
    ],
    examples: ['apply', 'apply --yes', 'apply --confirm 60s', 'apply --dry-run --detailed-exitcode'],
    load: () => import('./apply.ts'),
  },
  {
    name: 'verify',
    group: 'broker',
    summary: msg('cli.command.verify'),
    hostOption: true,
    options: [
      { flags: '-h, --host <host>', text: msg('cli.option.host') },
      { flags: '-p, --port <port>', text: msg('cli.option.remotePort') },
      { flags: '-u, --username <name>', text: msg('cli.option.username') },
      { flags: '-P, --password <password>', text: msg('cli.option.password') },
      { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
      { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
      { flags: '-L, --url <url>', text: msg('cli.option.url') },
      { flags: '--topic <prefix>', text: msg('cli.option.probeTopic') },
      { flags: '--cafile <path>', text: msg('cli.option.cafile') },
      { flags: '--cert <path>', text: msg('cli.option.cert') },
      { flags: '--key <path>', text: msg('cli.option.key') },
      { flags: '--insecure', text: msg('cli.option.insecure') },
      { flags: '--ws', text: msg('cli.option.ws') },
      { flags: '--mqtt-version <version>', text: msg('cli.option.mqttVersion') },
      { flags: '--only <ids>', text: msg('cli.option.only') },
      { flags: '--skip <ids>', text: msg('cli.option.skip') },
      { flags: '--list', text: msg('cli.option.list') },
      { flags: '--deep', text: msg('cli.option.deep') },
      { flags: '--cert-within <time>', text: msg('tls.option.certWithin') },
      { flags: '--timeout <seconds>', text: msg('cli.option.timeout') },
      { flags: '--retry-for <time>', text: msg('cli.option.retryFor') },
      { flags: '--reporter <name[=file]>', text: msg('cli.option.reporter'), repeat: true },
    ],
    examples: [
      'verify',
      'verify --json',
      'verify --deep',
      'verify -h broker.example.org -p 1883 -u alice --password-file secret.txt',
      'verify --retry-for 30s --reporter pretty --reporter junit=report.xml',
    ],
    load: () => import('./verify.ts'),
  },
  {
    name: 'check',
    group: 'broker',
    summary: msg('cli.command.check'),
    args: [{ syntax: '[file]', text: msg('cli.check.file') }],
    options: [
      { flags: '--mosquitto-version <version>', text: msg('cli.check.optionVersion') },
      { flags: '--format <format>', text: msg('cli.check.optionFormat') },
      { flags: '--effective', text: msg('cli.check.optionEffective') },
    ],
    examples: [
      'check',
      'check ./mosquitto.conf --mosquitto-version 2.1.2',
      'check --effective',
      'check mosquitto.conf --format sarif',
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'doctor',
    group: 'broker',
    summary: msg('cli.command.doctor'),
    options: [
      { flags: '--fix', text: msg('cli.doctor.fix') },
      { flags: '--log <path>', text: msg('cli.doctor.log') },
      { flags: '--bundle <file>', text: msg('cli.doctor.bundle') },
      { flags: '--why <user>', text: msg('cli.doctor.why') },
      { flags: '--listener <listener>', text: msg('cli.doctor.listener') },
      { flags: '--client-id <id>', text: msg('cli.doctor.clientId') },
      { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
      { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
    ],
    examples: [
      'doctor',
      'doctor --fix',
      'doctor --why roof-sensor --listener 1883',
      'doctor --log mosquitto.log',
      'doctor --bundle report.md',
    ],
    load: () => import('./doctor.ts'),
  },
  {
    name: 'audit',
    group: 'broker',
    summary: msg('cli.command.audit'),
    hostOption: true,
    options: [
      { flags: '-h, --host <host>', text: msg('cli.option.host') },
      { flags: '-p, --port <port>', text: msg('cli.option.remotePort') },
      { flags: '-L, --url <url>', text: msg('cli.option.url') },
      { flags: '--cafile <path>', text: msg('cli.option.cafile') },
      { flags: '--insecure', text: msg('cli.option.insecure') },
      { flags: '--ws', text: msg('cli.option.ws') },
      { flags: '--format <format>', text: msg('cli.audit.format') },
      { flags: '--fail-on <severity>', text: msg('cli.audit.failOn') },
      { flags: '--policy <file>', text: msg('cli.audit.policy') },
      { flags: '--make-policy', text: msg('cli.audit.makePolicy') },
      { flags: '--fix', text: msg('cli.audit.fix') },
    ],
    examples: [
      'audit',
      'audit --json',
      'audit --format sarif',
      'audit --fail-on medium',
      'audit --policy policy.json',
      'audit -h broker.example.org -p 8883',
    ],
    load: () => import('./audit.ts'),
  },
  {
    name: 'tls',
    group: 'broker',
    summary: msg('tls.command'),
    args: [
      { syntax: '[action]', text: msg('tls.arg.action') },
      { syntax: '[name]', text: msg('tls.arg.name') },
    ],
    options: [
      { flags: '--name <name>', text: msg('tls.option.name'), repeat: true },
      { flags: '--out <folder>', text: msg('tls.option.out') },
      { flags: '--p12', text: msg('tls.option.p12') },
      { flags: '--force', text: msg('tls.option.force') },
      { flags: '--ca-passphrase-file <path>', text: msg('tls.option.passphrase') },
      messageOption,
    ],
    examples: [
      'tls status',
      'tls server --name mqtt.example.org',
      'tls client roof-sensor --out ./roof-sensor --p12',
      'tls revoke roof-sensor',
      'tls renew',
    ],
    load: () => import('./tls.ts'),
  },
  {
    name: 'adopt',
    group: 'broker',
    summary: msg('cli.command.adopt'),
    args: [{ syntax: '[file]', text: msg('cli.adopt.file') }],
    options: [
      { flags: '--write', text: msg('cli.adopt.optionWrite') },
      { flags: '--accept-differences', text: msg('cli.adopt.optionAccept') },
      { flags: '--merge', text: msg('cli.adopt.optionMerge') },
      messageOption,
    ],
    examples: ['adopt', 'adopt --write', 'adopt --merge', 'adopt ./old/mosquitto.conf --local ./broker'],
    load: () => import('./adopt.ts'),
  },
  {
    name: 'uninstall',
    group: 'broker',
    summary: msg('cli.command.uninstall'),
    options: [{ flags: '--purge', text: msg('cli.option.purge') }],
    examples: ['uninstall', 'uninstall --dry-run', 'uninstall --purge --yes'],
    load: () => import('./uninstall.ts'),
  },
  ...accountRows,
  ...accessRows,
  ...mapRows,
  ...generationRows,
  ...serviceRows,
  ...completionRows,
  ...manRows,
  ...helpRows,
];
