import { msg } from '../../i18n/messages.ts';
import { accessRows } from './access-rows.ts';
import { accountRows } from './account-rows.ts';
import { generationRows, messageOption } from './generation-rows.ts';
import { serviceRows } from './service-rows.ts';
import type { CommandRow, OptionRow } from './types.ts';

/** What the broker should be, as flags: the same words as in broker.yaml. */
const specOptions: OptionRow[] = [
  { flags: '--profile <profile>', text: msg('cli.option.profile') },
  { flags: '--port <port>', text: msg('cli.option.port') },
  { flags: '--bind <address>', text: msg('cli.option.bind'), repeat: true },
];

const ownerOptions: OptionRow[] = [
  { flags: '--user <name>', text: msg('cli.option.user') },
  { flags: '--password-file <path>', text: msg('cli.option.passwordFile') },
  { flags: '--password-env <name>', text: msg('cli.option.passwordEnv') },
  { flags: '--generate', text: msg('cli.option.generate') },
];

const overwrite: OptionRow = { flags: '--overwrite-drift', text: msg('cli.option.overwriteDrift') };

/** Every command: register one here. */
export const commandRows: CommandRow[] = [
  {
    name: 'install',
    group: 'broker',
    summary: msg('cli.command.install'),
    options: [...specOptions, ...ownerOptions, overwrite, messageOption],
    examples: [
      'install',
      'install --yes --user alice --password-file secret.txt',
      'install --local ./broker --profile local --yes',
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
    options: [
      { flags: '--format <format>', text: msg('cli.audit.format') },
      { flags: '--fail-on <severity>', text: msg('cli.audit.failOn') },
      { flags: '--policy <file>', text: msg('cli.audit.policy') },
      { flags: '--make-policy', text: msg('cli.audit.makePolicy') },
    ],
    examples: [
      'audit',
      'audit --json',
      'audit --format sarif',
      'audit --fail-on medium',
      'audit --policy policy.json',
    ],
    load: () => import('./audit.ts'),
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
  ...generationRows,
  ...serviceRows,
  {
    name: 'explain',
    group: 'help',
    summary: msg('explain.command'),
    args: [{ syntax: '[option]', text: msg('explain.arg') }],
    options: [{ flags: '--mosquitto-version <version>', text: msg('explain.option.version') }],
    examples: ['explain max_queued_messages', 'explain 78', 'explain acl_file --mosquitto-version 2.1.2'],
    load: () => import('./explain.ts'),
  },
  {
    name: 'schema',
    group: 'help',
    summary: msg('cli.command.schema'),
    options: [{ flags: '--output <name>', text: msg('cli.schema.output') }],
    examples: ['schema > broker.schema.json', 'schema --lang fr', 'schema --output verify'],
    load: () => import('./schema.ts'),
  },
  {
    name: 'version',
    group: 'help',
    summary: msg('cli.command.version'),
    examples: ['version', 'version --json'],
    load: () => import('./version.ts'),
  },
  {
    name: 'help',
    group: 'help',
    summary: msg('cli.command.help'),
    args: [{ syntax: '[command]', text: msg('cli.arg.command') }],
    examples: ['help', 'help install', 'help --lang fr verify'],
    load: () => import('./help.ts'),
  },
];
