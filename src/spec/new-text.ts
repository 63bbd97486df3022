import { msg, type Translate } from '../i18n/messages.ts';
import type { Bind } from './binds.ts';
import type { SpecChanges, TlsChange } from './flags.ts';
import { profiles } from './profiles.ts';
import type { Listener, Profile } from './types.ts';

/** A broker.yaml for a machine that has none: commented in the reader's language, to be edited by hand later. */
export function newSpecText(choice: SpecChanges & { profile: Profile }, translate: Translate): string {
  const { profile, names = [], acme } = choice;
  const listeners = ['listeners:', ...listenerLines(listenerBlocks(choice))];
  const isExample = choice.port === undefined && choice.bind === undefined && choice.tls === undefined;
  const lines = [
    ...comment(translate(msg('spec.file.header'))),
    'version: 1',
    '',
    ...comment(translate(msg('spec.file.profile'))),
    `profile: ${profile}`,
    '',
    ...comment(translate(msg('spec.file.listeners'))),
    ...(isExample ? comment(listeners.join('\n')) : listeners),
    ...(choice.firewall === true ? ['', 'firewall: true'] : []),
    ...(names.length === 0 ? [] : ['', 'certificates:', `  names: [${names.map(quoted).join(', ')}]`]),
    ...(acme === undefined
      ? []
      : [
          '',
          'acme:',
          `  domains: [${acme.domains.map(quoted).join(', ')}]`,
          ...(acme.email === null ? [] : [`  email: ${acme.email}`]),
          ...(acme.server === null ? [] : [`  server: ${acme.server}`]),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The profile's listeners with what was chosen: the lines of each, without the dash before and the blanks. */
export function listenerBlocks(choice: SpecChanges & { profile: Profile }): string[][] {
  const { profile, port, bind, tls } = choice;
  return profiles[profile].listeners.map((listener, index) => {
    // What the profile keeps on this machine stays there, unless all of it does.
    const where =
      bind !== undefined && (profile === 'local' || listener.bind !== 'loopback') ? bind : listener.bind;
    return [
      `name: ${listener.name}`,
      `port: ${index === 0 && port !== undefined ? port : listener.port}`,
      `bind: ${bindText(where)}`,
      ...(listener.tls === null ? [] : tlsLines(listener.tls.from, tls)),
    ];
  });
}

/** The same as they stand below `listeners:`. */
export function listenerLines(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines) => lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`));
}

function tlsLines(usual: NonNullable<Listener['tls']>['from'], tls: TlsChange | undefined): string[] {
  if (tls === undefined) return [`tls: ${usual}`];
  if (tls.from === 'acme') return ['tls: acme'];
  return [
    'tls:',
    `  certificate: ${quoted(tls.certificate)}`,
    `  key: ${quoted(tls.key)}`,
    ...(tls.ca === null ? [] : [`  ca: ${quoted(tls.ca)}`]),
  ];
}

/** `bind` on one line of YAML. Addresses are quoted: `::1` would be read as a mapping. */
export function bindText(bind: Bind): string {
  if (typeof bind === 'string') return bind;
  const texts = bind.map((address) => JSON.stringify(address));
  return texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
}

/** Plain where YAML takes it for text by itself. */
function quoted(text: string): string {
  return /^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function comment(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`);
}
