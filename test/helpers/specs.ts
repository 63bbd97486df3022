import { plainListener } from '../../src/spec/profiles.ts';
import { defaultSpec } from '../../src/spec/resolve.ts';
import type { Listener, Profile, Spec } from '../../src/spec/types.ts';

/** A spec with one listener on 1883, and whatever else the test is about. */
export function specBound(
  bind: Listener['bind'],
  more: Partial<Listener> = {},
  profile: Profile = 'lan',
): Spec {
  const listener = { ...plainListener('mqtt', 1883, bind), ...more };
  return { ...defaultSpec(profile), listeners: [listener] };
}
