import type { Listener, Profile } from './types.ts';

export interface ProfileRow {
  /** What is listened on where the spec says nothing of it. */
  listeners: Listener[];
  /** Where a listener binds that says nothing of it. */
  bind: Listener['bind'];
}

/** The port of plain MQTT. */
export const mqttPort = 1883;

/** Who connects, and what follows from it. A new profile is a new row, a name below and one in `types.ts`. */
export const profiles: Record<Profile, ProfileRow> = {
  local: row('loopback'),
  lan: row('all'),
};

export const profileNames = ['local', 'lan'] as const satisfies readonly Profile[];

export const defaultProfile: Profile = 'lan';

function row(bind: Listener['bind']): ProfileRow {
  return { bind, listeners: [{ name: 'mqtt', protocol: 'mqtt', port: mqttPort, bind }] };
}
