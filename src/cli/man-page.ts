import { systemLayout } from '../distros/layout.ts';
import { type ExitName, exitCodes } from '../errors.ts';
import { type Message, msg, type Translate } from '../i18n/messages.ts';
import { literal, paragraph, roffSyntax, roffText, section, subsection, terms } from '../report/roff.ts';
import { commonOptions } from './commands/common-options.ts';
import { commandRows } from './commands/registry.ts';
import type { CommandRow, OptionRow } from './commands/types.ts';
import { groups } from './help.ts';

/** Each environment variable has its flag, since sudo drops the environment. */
const variables: Readonly<Record<string, Message>> = {
  MQTT_SETUP_LOCAL: msg('cli.option.local'),
  MQTT_SETUP_SPEC: msg('cli.option.spec'),
  MQTT_SETUP_CACHE: msg('cli.option.cache'),
  MQTT_SETUP_LANG: msg('cli.option.lang'),
};

const files: readonly (readonly [string, Message])[] = [
  [systemLayout.spec, msg('man.file.spec')],
  [systemLayout.accounts, msg('man.file.accounts')],
  [systemLayout.conf, msg('man.file.conf')],
  [systemLayout.passwd, msg('man.file.passwd')],
  [systemLayout.acl, msg('man.file.acl')],
  [`${systemLayout.certs}/`, msg('man.file.certs')],
  [`${systemLayout.state}/`, msg('man.file.state')],
];

/** The manual page as roff: from the registry and the catalogues, so that it says what `--help` says. */
export function manPage(t: Translate, version: string): string {
  const title = ['MQTT-SETUP', '1', '', `mqtt-setup ${version}`, t(msg('man.manual'))];
  return [
    `.TH ${title.map((part) => `"${roffText(part)}"`).join(' ')}`,
    // A script, no novel: words are not divided, lines not filled up.
    '.nh',
    '.ad l',
    section(t(msg('man.section.name'))),
    `mqtt\\-setup \\- ${roffText(t(msg('man.about')))}`,
    section(t(msg('man.section.synopsis'))),
    `${roffSyntax('mqtt-setup')} ${roffText(t(msg('cli.help.commandAndOptions')))}`,
    section(t(msg('man.section.description'))),
    paragraph(t(msg('cli.help.about'))),
    ...groups.flatMap(({ id, title: name }) => [
      section(t(name)),
      ...commandRows.filter(({ group }) => group === id).flatMap((row) => ofCommand(row, t)),
    ]),
    section(t(msg('cli.help.common'))),
    ...terms(optionTerms(commonOptions, t)),
    section(t(msg('man.section.environment'))),
    ...terms(Object.entries(variables).map(([name, text]) => [name, t(text)])),
    section(t(msg('man.section.files'))),
    ...terms(files.map(([path, text]) => [path, t(text)])),
    section(t(msg('man.section.exit'))),
    ...terms(
      Object.entries(exitCodes).map(([name, code]) => [
        String(code),
        t({ key: `explain.exit.${name as ExitName}` }),
      ]),
    ),
    section(t(msg('man.section.see'))),
    '.BR mosquitto (8),',
    '.BR mosquitto.conf (5),',
    '.BR mosquitto_passwd (1),',
    '.BR mosquitto_pub (1),',
    '.BR mosquitto_sub (1)',
    '',
  ].join('\n');
}

function ofCommand({ name, summary, args = [], options = [], examples }: CommandRow, t: Translate): string[] {
  const syntax = [`mqtt-setup ${name}`, ...args.map((arg) => arg.syntax), t(msg('cli.help.options'))];
  return [
    subsection(name),
    `.PP\n${roffSyntax(syntax.join(' '))}`,
    paragraph(t(summary)),
    ...terms([...args.map((arg) => [arg.syntax, t(arg.text)] as const), ...optionTerms(options, t)]),
    literal(examples.map((line) => `mqtt-setup ${line}`)),
  ];
}

function optionTerms(options: readonly OptionRow[], t: Translate): (readonly [string, string])[] {
  return options.map(({ flags, text }) => [flags, t(text)]);
}
