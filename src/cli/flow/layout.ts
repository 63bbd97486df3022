import { resolve } from 'node:path';
import { type Layout, localLayout, systemLayout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, textOption } from '../context.ts';

/** The broker that this call is about: the machine's, or with `--local` one in a folder. `--spec` moves the spec. */
export function layoutOf(call: Call): Layout {
  const local = textOption(call.options, 'local') ?? call.env['MQTT_SETUP_LOCAL'];
  const spec = textOption(call.options, 'spec') ?? call.env['MQTT_SETUP_SPEC'];
  const layout = local === undefined || local === '' ? systemLayout : inFolder(call, local);
  return spec === undefined || spec === '' ? layout : { ...layout, spec: safePath(spec) };
}

/** Is the spec the one we keep, or a file of the owner's that is only read? */
export function specIsOurs(call: Call): boolean {
  return (textOption(call.options, 'spec') ?? call.env['MQTT_SETUP_SPEC'] ?? '') === '';
}

function inFolder(call: Call, dir: string): Layout {
  const cache = textOption(call.options, 'cache') ?? call.env['MQTT_SETUP_CACHE'];
  return localLayout(safePath(dir), cache === undefined || cache === '' ? undefined : safePath(cache));
}

/** An absolute path that can stand in mosquitto.conf, which knows no quoting: no line break, no blank at the end. */
function safePath(text: string): string {
  const path = resolve(text);
  if (/\p{Cc}/u.test(path) || path !== path.trim() || path === '/') {
    throw fail('usage', msg('cli.path.unsafe', { path: JSON.stringify(text) }));
  }
  return path;
}
