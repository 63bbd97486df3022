import { defaultProfile, profiles } from './profiles.ts';
import type { SpecInput } from './schema.ts';
import type { Listener, Profile, Spec } from './types.ts';

/** What is wanted where nothing but the profile is said. */
export function defaultSpec(profile: Profile = defaultProfile): Spec {
  return { version: 1, profile, listeners: structuredClone(profiles[profile].listeners) };
}

/** Fills in what the file leaves out. */
export function resolveDefaults(input: SpecInput): Spec {
  const spec = defaultSpec(input.profile);
  if (input.listeners === undefined) return spec;
  const taken = new Set(input.listeners.flatMap((listener) => listener.name ?? []));
  spec.listeners = input.listeners.map((listener): Listener => {
    const { protocol = 'mqtt', port, bind = profiles[spec.profile].bind } = listener;
    const list = typeof bind === 'string' && bind !== 'all' && bind !== 'loopback' ? [bind] : bind;
    return { name: listener.name ?? freeName(protocol, taken), protocol, port, bind: list };
  });
  return spec;
}

/** `mqtt`, `mqtt-2`, `mqtt-3` …: the first that nobody has. */
function freeName(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return name;
}
