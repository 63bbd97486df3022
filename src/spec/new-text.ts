import { msg, type Translate } from '../i18n/messages.ts';
import type { Bind } from './binds.ts';
import type { SpecChanges } from './flags.ts';
import { mqttPort, profiles } from './profiles.ts';
import type { Profile } from './types.ts';

/** A broker.yaml for a machine that has none: commented in the reader's language, to be edited by hand later. */
export function newSpecText(choice: SpecChanges & { profile: Profile }, translate: Translate): string {
  const { profile, port = mqttPort, bind = profiles[profile].bind } = choice;
  const listener = ['listeners:', '  - name: mqtt', `    port: ${port}`, `    bind: ${bindText(bind)}`];
  const isExample = choice.port === undefined && choice.bind === undefined;
  const lines = [
    ...comment(translate(msg('spec.file.header'))),
    'version: 1',
    '',
    ...comment(translate(msg('spec.file.profile'))),
    `profile: ${profile}`,
    '',
    ...comment(translate(msg('spec.file.listeners'))),
    ...(isExample ? comment(listener.join('\n')) : listener),
  ];
  return `${lines.join('\n')}\n`;
}

/** `bind` on one line of YAML. Addresses are quoted: `::1` would be read as a mapping. */
export function bindText(bind: Bind): string {
  if (typeof bind === 'string') return bind;
  const quoted = bind.map((address) => JSON.stringify(address));
  return quoted.length === 1 ? quoted.join('') : `[${quoted.join(', ')}]`;
}

function comment(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`);
}
