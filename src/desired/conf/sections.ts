import type { Facts } from '../../facts/types.ts';
import { traitsOf } from '../../mosquitto/traits.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import type { Spec } from '../../spec/types.ts';
import { accessSection } from './access.ts';
import { bridgeSections } from './bridges.ts';
import { limitsSection } from './limits.ts';
import { listenerSections } from './listeners.ts';
import { logSection } from './log.ts';
import { mainFile } from './main-file.ts';
import { storageSection } from './storage.ts';
import { extraLines, maybe, type Section } from './types.ts';

/**
 * The whole configuration file as lines, right for the version of the broker. Options of the broker come before the
 * blocks of plugins, listeners and bridges, so that a change of them can be told from a change of those. `mainText`: the
 * main file as it will be, where it changes in the same run.
 */
export function confSections(
  spec: Spec,
  facts: Facts,
  bridgePasswords: ReadonlyMap<string, string> = new Map(),
  mainText?: string,
): Section[] {
  const { layout, user, mosquitto } = facts;
  const traits = traitsOf(mosquitto.version === null ? null : parseVersion(mosquitto.version));
  const main = mainFile(facts, mainText);
  const process: Section = {
    title: null,
    lines: [
      // Nobody but root may become another user; a broker of root's own folder stays root's.
      ...maybe('user', layout.mode === 'local' && user.uid === 0 ? user.name : null, null),
      ...maybe('pid_file', layout.pid, null),
    ],
  };
  const all = [
    process,
    storageSection(spec, facts, main),
    logSection(spec, facts, main),
    limitsSection(spec),
    { title: 'Further lines of broker.yaml.', lines: extraLines(spec.extra, ['extra']) },
    accessSection(spec, facts, traits),
    ...listenerSections(spec, facts, traits),
    ...bridgeSections(spec, facts, bridgePasswords),
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
