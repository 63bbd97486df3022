import { type Message, msg } from '../../i18n/messages.ts';
import type { Option } from '../../mosquitto/options/registry.ts';
import { bridgeTlsKeywords, tlsKeywords } from '../../spec/tls-rules.ts';
import { writtenOptions } from '../written.ts';

interface Contradiction {
  message: Message;
  fix?: Message;
}

/** Who gets in, and what else the broker loads: two sources would make nobody sure of either. */
const closed = new Set([
  'include_dir',
  'per_listener_settings',
  'port',
  'bind_address',
  'psk_file',
  'psk_hint',
  'use_psk',
  'clientid_prefixes',
]);

/** Why an option cannot stand in `extra` at this place of broker.yaml; null where it can. */
export function extraProblem(option: Option, from: readonly (string | number)[]): Contradiction | null {
  const { name, scope, group, sameAs, secret } = option;
  const managed = writtenOptions.get(name) ?? writtenOptions.get(sameAs ?? '');
  // Of a listener without `tls` they are the owner's own, as an adoption leaves them.
  if (managed !== undefined && !tlsKeywords.has(name) && !bridgeTlsKeywords.has(name))
    return {
      message: msg('conf.extra.managed', { option: name }),
      fix: msg('conf.extra.managedFix', { option: name }),
    };
  if (closed.has(name) || group === 'plugins' || group === 'pluginOptions')
    return { message: msg('conf.extra.access', { option: name }) };
  if (secret === 'value') return { message: msg('conf.extra.secret', { option: name }) };
  const place = from[0] === 'listeners' ? 'listener' : from[0] === 'bridges' ? 'bridge' : 'broker';
  const home = scope === 'listener' || scope === 'bridge' ? scope : 'broker';
  if (home === place) return null;
  return {
    message: msg(`conf.extra.place.${home}`, { option: name }),
  };
}
