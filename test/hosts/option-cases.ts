import { acceptsValue } from '../../src/mosquitto/options/accepts.ts';
import { isSince, valueIn } from '../../src/mosquitto/options/by-version.ts';
import { isKnownIn, type Option } from '../../src/mosquitto/options/registry.ts';
import type { Version } from '../../src/mosquitto/version.ts';
import { sampleOf, valuesToTry } from './option-samples.ts';

/** One question to a broker, and the table's answer. */
export interface OptionCase {
  what: string;
  conf: string;
  runs: boolean;
  /** Must the log hold a notice that the option is on its way out? Null: not asked. */
  notice: boolean | null;
}

const bridge = ['connection c', 'address 127.0.0.1:1', 'topic a/# out'];

/** Lines that an option cannot do without, above it. */
const companions: Readonly<Record<string, readonly string[]>> = {
  certfile: ['keyfile /mnt/files/key.pem'],
  keyfile: ['certfile /mnt/files/cert.pem'],
  cafile: ['certfile /mnt/files/cert.pem', 'keyfile /mnt/files/key.pem'],
  capath: ['certfile /mnt/files/cert.pem', 'keyfile /mnt/files/key.pem'],
  bridge_psk: ['bridge_identity x'],
  bridge_identity: ['bridge_psk 00ff'],
  plugin_use: ['plugin_load p /mnt/files/dynamic_security.so'],
};

/** Bridges that are nothing but their `connection` line are refused for what they lack. */
const completions: Readonly<Record<string, readonly string[]>> = {
  connection: ['address 127.0.0.1:1', 'topic a/# out'],
  address: ['topic a/# out'],
  addresses: ['topic a/# out'],
  // The line that tells that a broker runs must reach us.
  log_type: ['log_type all'],
  log_dest: ['log_dest stderr'],
};

/** Every question about one option to a broker of this version. */
export function casesOf(option: Option, version: Version): OptionCase[] {
  const name = option.name.replace('*', 'xyz');
  const sample = sampleOf(option, version);
  const line = (value: string): string => `${name} ${value}`.trimEnd();
  const right = line(sample);
  const known = isKnownIn(option, version);
  if (!known) return option.plugin === null ? [ask('unknown', inPlace(option, [right]), false)] : [];

  const notice = option.deprecated?.noticeSince;
  return [
    {
      ...ask('in its place', inPlace(option, [right]), true),
      notice: notice !== undefined && isSince(version, notice),
    },
    ...outOfPlace(option, right, version),
    ...valuesToTry(option, sample, version).map((value) =>
      ask(
        `value ${JSON.stringify(value)}`,
        inPlace(option, [line(value)]),
        acceptsValue(option, value, version),
      ),
    ),
    ...twice(option, right, version),
  ];
}

function ask(what: string, lines: readonly string[], runs: boolean): OptionCase {
  return { what, conf: `${lines.join('\n')}\n`, runs, notice: null };
}

function inPlace(option: Option, lines: readonly string[]): string[] {
  const own = [...(companions[option.name] ?? []), ...lines, ...(completions[option.name] ?? [])];
  switch (option.scope) {
    case 'broker':
    case 'security':
    case 'default-listener':
      return [...own, 'listener 1884', ...uses(own)];
    case 'listener':
      return ['listener 1884', 'listener 1887', ...own];
    case 'bridge':
      return [
        'listener 1884',
        ...(completions[option.name] === undefined ? bridge : bridge.slice(0, isOpener(option) ? 0 : 1)),
        ...own,
      ];
    case 'plugin':
      return ['listener 1884', `plugin /mnt/files/${option.plugin ?? 'dynamic_security'}.so`, ...own];
  }
}

/** A plugin that is loaded by name and used by no listener stops the broker. */
function uses(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => (/^plugin_load (\S+) /.exec(line) ?? []).slice(1))
    .map((name) => `plugin_use ${name}`);
}

const isOpener = ({ name }: Option): boolean => name === 'connection';

/** Where the option does not belong. */
function outOfPlace(option: Option, right: string, version: Version): OptionCase[] {
  const own = [...(companions[option.name] ?? []), right, ...(completions[option.name] ?? [])];
  switch (option.scope) {
    case 'broker':
    case 'default-listener':
      return [ask('below a listener and a bridge', ['listener 1884', ...bridge, ...own, ...uses(own)], true)];
    case 'security':
      return [
        ask('below a listener and a bridge', ['listener 1884', ...bridge, ...own], true),
        ask('a listener’s own', ['per_listener_settings true', 'listener 1884', ...own], true),
        // Facts §0 K: before 2.1 that makes a listener of its own.
        ask('a listener’s own, above them', ['per_listener_settings true', ...own], !isSince(version, '2.1')),
      ];
    case 'listener': {
      if (option.name === 'listener') return [];
      // A companion would make the listener that the option asks for.
      const isRefused = option.alone !== null && valueIn(option.alone, version) === 'refused';
      return [ask('below no listener', isRefused ? [right] : own, !isRefused)];
    }
    case 'bridge':
      if (isOpener(option)) return [];
      return [ask('below no bridge', ['listener 1884', ...own], false)];
    case 'plugin':
      return [ask('below no plugin', ['listener 1884', ...own], false)];
  }
}

/** A second line, with another value where the same one would be wrong for another reason. */
const seconds: Readonly<Record<string, string>> = {
  listener: 'listener 1889',
  connection: 'connection c3',
  plugin_load: 'plugin_load p3 /mnt/files/dynamic_security.so',
};

function twice(option: Option, right: string, version: Version): OptionCase[] {
  const runs = valueIn(option.again, version) !== 'fatal';
  const between = isOpener(option) ? (completions[option.name] ?? []) : [];
  const lines = [right, ...between, seconds[option.name] ?? right];
  const alias = option.sameAs === null || option.name.endsWith('*') ? null : option.sameAs;
  const aliasExists = alias !== null && !(alias === 'packet_buffer_size' && !isSince(version, '2.1'));
  return [
    ask('twice', inPlace(option, lines), runs),
    ...(aliasExists
      ? [ask('twice, by both names', inPlace(option, [right.replace(option.name, alias), right]), runs)]
      : []),
  ];
}
