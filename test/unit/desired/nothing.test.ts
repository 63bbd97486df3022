import { describe, expect, it } from 'vitest';
import { desireNothing, purged } from '../../../src/desired/nothing.ts';
import { localLayout, systemLayout } from '../../../src/distros/layout.ts';
import type { Facts, RecordsFact } from '../../../src/facts/types.ts';
import { healthyFacts, missingFile, sha256, withFile } from '../../helpers/facts.ts';

const { conf, passwd, acl, state } = systemLayout;
const folders = ['/etc/mqtt-setup', state, '/var/lib/deep', '/var/lib/deep/er'];

function machine(found: RecordsFact['found'], more: Partial<Facts> = {}): Facts {
  const facts = healthyFacts(more);
  const written = facts.records?.written ?? {};
  return { ...facts, records: { written, authored: written, folders, loaded: null, found, generation: 3 } };
}

const resources = (facts: Facts, purge = false) => desireNothing(facts, purge).resources;
const service = (facts: Facts, purge = false) =>
  resources(facts, purge).find(({ kind }) => kind === 'service');

describe('uninstall wants', () => {
  it('what we wrote and nobody changed to be gone, and keeps and names the rest', () => {
    const edited = withFile(machine(null), passwd, { sha256: sha256('edited') });
    const facts = { ...edited, files: { ...edited.files, [acl]: missingFile } };
    const { resources: wanted, kept } = desireNothing(facts, false);
    expect(wanted.filter(({ kind }) => kind === 'absent')).toMatchObject([{ path: conf }]);
    expect(kept).toEqual([passwd]);
  });

  it('a configuration that somebody changed to stay with the files it names, or no broker starts again', () => {
    const edited = withFile(machine(null), conf, { sha256: sha256('edited') });
    const { resources: wanted, kept } = desireNothing(edited, false);
    expect(wanted.filter(({ kind }) => kind === 'absent')).toEqual([]);
    expect(kept).toEqual([conf, passwd, acl]);
  });

  it('what is a link now to be kept: it is not ours', () => {
    const linked = withFile(machine(null), passwd, { kind: 'symlink', sha256: null, content: null });
    expect(desireNothing(linked, false).kept).toEqual([passwd]);
  });

  it('the folders that we made to be gone, the inner ones first; the state goes last of all, elsewhere', () => {
    const gone = resources(machine(null)).flatMap((r) => (r.kind === 'no-directory' ? [r.path] : []));
    expect(gone).toEqual(['/var/lib/deep/er', '/var/lib/deep', '/etc/mqtt-setup']);
  });

  it.each<[string, RecordsFact['found'], boolean, boolean, boolean | null]>([
    ['that ran', { installed: true, running: true, enabled: true }, false, true, true],
    ['that was off', { installed: true, running: false, enabled: false }, false, false, false],
    ['that came with us', { installed: false, running: false, enabled: false }, false, false, false],
    ['that nobody remembers', null, false, false, false],
    [
      'that ran, but goes with its package',
      { installed: true, running: true, enabled: true },
      true,
      false,
      null,
    ],
  ])('a broker %s to be as it was found', (_what, found, purge, running, enabled) => {
    expect(service(machine(found), purge)).toMatchObject({ running, enabled });
  });

  it('nothing about boot where nothing starts services', () => {
    const facts = healthyFacts();
    const bare = { ...facts, service: { ...facts.service, enabled: null } };
    expect(service(machine(null, bare))).toMatchObject({ running: false, enabled: null });
  });

  it('data and packages to be gone only with --purge', () => {
    expect(resources(machine(null)).some(({ kind }) => kind === 'gone')).toBe(false);
    expect(resources(machine(null), true).at(-1)).toMatchObject({ kind: 'gone', id: 'packages' });
  });

  it('a folder’s data, logs and unpacked broker to go by their own paths, which are no options', () => {
    expect(purged(localLayout('/home/u/b')).action).toMatchObject({
      argv: ['rm', '-rf', '--', '/home/u/b/data', '/home/u/b/log', '/home/u/b/.mqtt-setup/cache'],
    });
  });
});
