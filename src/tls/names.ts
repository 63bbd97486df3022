import type { NetworkFact } from '../facts/types.ts';
import { isAddress, isServerName } from '../spec/server-names.ts';

/**
 * Every name and address by which clients may know this machine: its own name, the same in the home network (mDNS), its
 * addresses, and itself. Addresses that IPv6 makes for a while (privacy extensions) cannot be told from others, so none
 * of IPv6 is among them but loopback's: who wants one names it in broker.yaml.
 */
export function detectedNames(hostname: string, { addresses }: Pick<NetworkFact, 'addresses'>): string[] {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const known = isServerName(name) && !isAddress(name) && name !== 'localhost';
  const named = known ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : [];
  const outward = addresses.filter(({ internal, family }) => !internal && family === 4);
  return [...new Set([...named, ...outward.map(({ address }) => address), 'localhost', '127.0.0.1', '::1'])];
}

/** X.509 has room for 64 characters in a common name, which nobody reads any more: the names stand elsewhere. */
export function shortName(name: string): string {
  return name.length <= 64 ? name : 'mosquitto';
}

/** How our CA is called: by the first name of the machine that says something. */
export function authorityName(names: readonly string[] | null): string {
  const [name] = names ?? [];
  const known = name === undefined || name === 'localhost' ? '' : ` (${name})`;
  const text = `MQTT CA of mqtt-setup${known}`;
  return text.length <= 64 ? text : 'MQTT CA of mqtt-setup';
}
