import { resolve } from 'node:path';
import { type Layout, localLayout, systemLayout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, textOption } from '../context.ts';
import { quoted } from './command-line.ts';

/** The broker that this call is about: the machine's, or with `--local` one in a folder. `--spec` moves the spec. */
export function layoutOf(call: Call): Layout {
  const local = pathOption(call, 'local');
  const spec = pathOption(call, 'spec');
  const layout = local === null ? systemLayout : inFolder(local, pathOption(call, 'cache'));
  return spec === null ? layout : { ...layout, spec };
}

/** Is the spec the one we keep, or a file of the owner's that is only read? */
export function specIsOurs(call: Call): boolean {
  return pathOption(call, 'spec') === null;
}

function inFolder(dir: string, cache: string | null): Layout {
  return localLayout(dir, cache ?? undefined);
}

/**
 * A path from the flag, else from the environment, where an empty value is none. An empty flag is a mistake that must
 * not pass: `--local "$DIR"` with no DIR would be about the machine's own broker.
 */
function pathOption({ options, env }: Call, name: 'local' | 'spec' | 'cache'): string | null {
  const flag = textOption(options, name);
  if (flag === '') throw fail('usage', msg('cli.usage.optionValue', { option: `--${name}` }));
  const text = flag ?? env[`MQTT_SETUP_${name.toUpperCase()}`] ?? '';
  return text === '' ? null : safePath(text);
}

/** An absolute path that can stand in mosquitto.conf, which knows no quoting: no line break, no blank at the end. */
function safePath(text: string): string {
  const path = resolve(text);
  if (/\p{Cc}/u.test(path) || path !== path.trim() || path === '/') {
    throw fail('usage', msg('cli.path.unsafe', { path: JSON.stringify(text) }));
  }
  return path;
}

/** The options that make another command be about the same broker; empty for the machine's own with its own spec. */
export function whichBroker(
  call: Call,
  { dir, spec }: Layout,
  shown = (path: string): string => path,
): string {
  const local = dir === null ? '' : ` --local ${quoted(shown(dir))}`;
  return specIsOurs(call) ? local : `${local} --spec ${quoted(shown(spec))}`;
}
