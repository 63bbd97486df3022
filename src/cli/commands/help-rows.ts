import { msg } from '../../i18n/messages.ts';
import { specOptions } from './spec-options.ts';
import type { CommandRow } from './types.ts';

/** What teaches, explains and describes; none of it changes anything. */
export const helpRows: CommandRow[] = [
  {
    name: 'guide',
    group: 'help',
    summary: msg('guide.command'),
    options: [
      { flags: '--format <form>', text: msg('guide.option.format') },
      { flags: '--out <file>', text: msg('guide.option.out') },
      ...specOptions,
      { flags: '--user <name>', text: msg('cli.option.user') },
    ],
    examples: [
      'guide --out tutorial.md',
      'guide --lang fr --format html --out tutoriel.html',
      'guide --profile local --format script > broker.sh',
    ],
    load: () => import('./guide.ts'),
  },
  {
    name: 'lesson',
    group: 'help',
    summary: msg('lesson.command'),
    args: [{ syntax: '[step...]', text: msg('lesson.arg') }],
    examples: ['lesson', 'lesson 4', 'lesson check 4'],
    load: () => import('./lesson.ts'),
  },
  {
    name: 'explain',
    group: 'help',
    summary: msg('explain.command'),
    args: [{ syntax: '[word]', text: msg('explain.arg') }],
    anyOption: true,
    options: [{ flags: '--mosquitto-version <version>', text: msg('explain.option.version') }],
    examples: [
      'explain max_queued_messages',
      'explain 78',
      'explain access.read',
      'explain --overwrite-drift',
      'explain acl_file --mosquitto-version 2.1.2',
    ],
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
    examples: ['version', 'version --json', 'version --lang fr'],
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
