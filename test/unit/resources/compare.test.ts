import { describe, expect, it } from 'vitest';
import type { Resource, Step } from '../../../src/engine/types.ts';
import type { FileFact, PackagesFact, ServiceFact } from '../../../src/facts/types.ts';
import { Hidden } from '../../../src/hidden.ts';
import type { Action } from '../../../src/host/types.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { compareAbsent, compareGone, compareNoDirectory } from '../../../src/resources/absent.ts';
import { compareDirectory } from '../../../src/resources/directory.ts';
import { compareFile, stagedPath } from '../../../src/resources/file.ts';
import { comparePackages, compareUnpacked } from '../../../src/resources/packages.ts';
import { compareService } from '../../../src/resources/service.ts';
import { fileFact, sha256 } from '../../helpers/facts.ts';
import { debianFacts, folder, missing } from '../../helpers/machine-facts.ts';
import { exitOf } from '../../helpers/scratch.ts';

const why = msg('engine.why.ours');
const facts = debianFacts();
const at = (path: string, fact: FileFact) => debianFacts({ files: { ...facts.files, [path]: fact } });
const types = (steps: readonly Step[]) =>
  steps.map((step) => [step.verb, ...step.actions.map(({ type }) => type)].join(' '));
const undos = (steps: readonly Step[]) => steps.flatMap((step) => step.undo);

describe('a file', () => {
  const path = '/etc/x';
  const wanted: Extract<Resource, { kind: 'file' }> = {
    kind: 'file',
    id: 'file.x',
    path,
    content: 'new\n',
    owner: 'root',
    group: 'root',
    mode: 0o644,
    secret: null,
    notify: 'reload',
    why,
  };

  it.each<[string, FileFact, Partial<typeof wanted>, string[]]>([
    ['is as it should be', fileFact('new\n'), {}, []],
    ['is missing', missing, {}, ['create write rename']],
    ['has other bytes', fileFact('old\n'), {}, ['change write rename']],
    ['has another mode', fileFact('new\n', { mode: 0o600 }), {}, ['change chown chmod']],
    ['has another owner', fileFact('new\n', { owner: 'alice' }), {}, ['change chown chmod']],
    [
      'has another owner, and any will do',
      fileFact('new\n', { owner: 'alice' }),
      { owner: null, group: null },
      [],
    ],
  ])('that %s', (_what, fact, change, steps) => {
    expect(types(compareFile({ ...wanted, ...change }, at(path, fact)).steps)).toEqual(steps);
  });

  it('is swapped only over what the plan saw, and can be taken back to that', () => {
    const [step] = compareFile(wanted, at(path, fileFact('old\n', { mode: 0o640, group: 'adm' }))).steps;
    expect(step?.actions).toEqual([
      {
        type: 'write',
        path: '/etc/.x.mqtt-setup-new',
        content: 'new\n',
        owner: 'root',
        group: 'root',
        mode: 0o644,
      },
      { type: 'rename', from: '/etc/.x.mqtt-setup-new', to: path, expect: sha256('old\n') },
    ]);
    const restore = {
      type: 'restore',
      path,
      owner: 'root',
      group: 'adm',
      mode: 0o640,
      written: sha256('new\n'),
    };
    expect(step?.undo).toEqual([restore]);
    expect([step?.before, step?.after]).toEqual(['old\n', 'new\n']);
  });

  it('that is new is taken back by removing it, if it is still ours', () => {
    expect(undos(compareFile(wanted, at(path, missing)).steps)).toEqual([
      { type: 'remove', path, written: sha256('new\n') },
    ]);
  });

  it('that is a secret shows neither its old nor its new content', () => {
    const old = fileFact('alice:old-hash\n', { content: new Hidden('alice:old-hash\n') });
    const { steps } = compareFile(
      { ...wanted, secret: 'behind-colon', content: 'alice:new-hash\n' },
      at(path, old),
    );
    const shown = JSON.stringify(steps.map(({ before, after }) => ({ before, after })));
    expect(shown).toContain('alice:[hidden ');
    expect(shown).not.toMatch(/(old|new)-hash/);
  });

  it.each<[FileFact['kind'], string]>([
    ['symlink', 'refused'],
    ['fifo', 'refused'],
    ['directory', 'refused'],
    ['unreadable', 'needsRoot'],
  ])('is never written through a %s', async (kind, exit) => {
    const run = Promise.resolve().then(() => compareFile(wanted, at(path, { ...missing, kind })));
    expect((await exitOf(run)).exit).toBe(exit);
  });

  it('is staged under a name that no include loads', () => {
    expect(stagedPath('/etc/mosquitto/conf.d/mqtt-setup.conf')).toMatch(
      /\/\.mqtt-setup\.conf\.mqtt-setup-new$/,
    );
  });

  it('that nobody looked at is a bug, and said as one', () => {
    expect(() => compareFile(wanted, facts)).toThrow('no fact was gathered');
  });
});

describe('a folder', () => {
  const path = '/srv/x';
  const wanted = {
    kind: 'directory',
    id: 'd',
    path,
    owner: 'root',
    group: 'root',
    mode: 0o700,
    why,
  } as const;

  it.each<[string, FileFact, string[], object[]]>([
    ['is as it should be', folder(0o700), [], []],
    ['is missing', missing, ['create mkdir'], [{ type: 'rmdir', path }]],
    [
      'has another mode',
      folder(0o755),
      ['change chown chmod'],
      [{ type: 'mode', path, owner: 'root', group: 'root', mode: 0o755 }],
    ],
    [
      'is another’s',
      folder(0o700, 'bob'),
      ['change chown chmod'],
      [{ type: 'mode', path, owner: 'bob', group: 'bob', mode: 0o700 }],
    ],
  ])('that %s', (_what, fact, steps, undo) => {
    const compared = compareDirectory(wanted, at(path, fact));
    expect(types(compared.steps)).toEqual(steps);
    expect(undos(compared.steps)).toEqual(undo);
  });

  it('that should be gone can come back for the files that stood in it', () => {
    const { steps } = compareNoDirectory(
      { kind: 'no-directory', id: 'd', path },
      at(path, folder(0o750, 'bob')),
    );
    expect(types(steps)).toEqual(['remove rmdir']);
    expect(undos(steps)).toEqual([{ type: 'mkdir', path, owner: 'bob', group: 'bob', mode: 0o750 }]);
    expect(compareNoDirectory({ kind: 'no-directory', id: 'd', path }, at(path, missing)).steps).toEqual([]);
  });
});

describe('what should be gone', () => {
  const path = '/etc/x';
  const wanted = { kind: 'absent', id: 'a', path, why } as const;

  it('is removed if it is still what was seen, and can be put back', () => {
    const { steps } = compareAbsent(wanted, at(path, fileFact('x', { mode: 0o600 })));
    expect(steps.flatMap((step) => step.actions)).toEqual([{ type: 'remove', path, expect: sha256('x') }]);
    expect(undos(steps)).toEqual([
      { type: 'restore', path, owner: 'root', group: 'root', mode: 0o600, written: null },
    ]);
  });

  it('is kept as gone where nothing is there', () => {
    expect(compareAbsent(wanted, at(path, missing))).toMatchObject({ steps: [], kept: [{ id: 'a' }] });
  });

  it('without a way back is one command', () => {
    const action: Action = { type: 'exec', argv: ['rm'], timeoutMs: 1 };
    const gone = { kind: 'gone', id: 'g', subject: 's', why, action } as const;
    expect(types(compareGone(gone).steps)).toEqual(['remove exec']);
  });
});

describe('packages', () => {
  const wanted = { kind: 'packages', id: 'packages', names: ['mosquitto', 'mosquitto-clients'] } as const;
  const both = facts.packages?.installed ?? {};
  const known: PackagesFact = {
    installed: both,
    candidate: {},
    conffiles: {},
    audit: '',
    interrupted: false,
    lock: null,
  };
  const compare = (change: Partial<PackagesFact>) =>
    comparePackages(
      { ...wanted, names: [...wanted.names] },
      debianFacts({ packages: { ...known, ...change } }),
    ).steps;
  const commands = (change: Partial<PackagesFact>) =>
    compare(change).flatMap((step) =>
      step.actions.flatMap((action) => (action.type === 'exec' ? [action.argv] : [])),
    );

  it.each<[string, Partial<PackagesFact>, string[]]>([
    ['that are installed need nothing', {}, []],
    ['are fetched where both are missing', { installed: {} }, ['packages.update', 'packages']],
    [
      'are fetched where one is',
      { installed: { ...both, mosquitto: null } },
      ['packages.update', 'packages'],
    ],
    [
      'are repaired first where dpkg was interrupted',
      { installed: {}, interrupted: true },
      ['packages.repair', 'packages.update', 'packages'],
    ],
    ['are repaired alone where they are all there', { interrupted: true }, ['packages.repair']],
  ])('%s', (_what, change, ids) => {
    expect(compare(change).map(({ id }) => id)).toEqual(ids);
  });

  it('are asked for by name, only the missing ones, and nothing is removed for them', () => {
    const argv = commands({ installed: { ...both, 'mosquitto-clients': null } }).at(-1) ?? [];
    expect(argv.slice(-2)).toEqual(['install', 'mosquitto-clients']);
    expect(argv).toEqual(expect.arrayContaining(['-y', '--no-remove', 'Dpkg::Options::=--force-confold']));
  });

  it('wait for the locks of others, and only the fetching may blame the network', () => {
    const actions = compare({ installed: {}, interrupted: true }).flatMap((step) => step.actions);
    expect(actions.every((action) => action.type === 'exec' && (action.locks ?? []).length > 0)).toBe(true);
    expect(actions.map((action) => action.type === 'exec' && action.network === true)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('unpacked in a folder are left alone where both programs are there', () => {
    const unpacked = { kind: 'unpacked', id: 'packages', cache: '/c', actions: [] } satisfies Resource;
    expect(compareUnpacked(unpacked, facts).steps).toEqual([]);
    const bare = debianFacts({ mosquitto: { ...facts.mosquitto, clients: null } });
    expect(compareUnpacked(unpacked, bare).steps).toMatchObject([{ verb: 'install', notify: 'restart' }]);
  });
});

describe('the service', () => {
  const ref = facts.service.ref;
  const up: Partial<ServiceFact> = {};
  const down: Partial<ServiceFact> = { running: false, state: 'failed', pid: null };
  const none: Partial<ServiceFact> = { ...down, exists: false, enabled: false };

  it.each<[string, Partial<ServiceFact>, 'reload' | 'restart' | null, boolean, boolean | null, string[]]>([
    ['runs and nothing changed', up, null, true, true, []],
    ['runs and files changed', up, 'reload', true, true, ['reload']],
    ['runs and a setting changed', up, 'restart', true, true, ['restart']],
    ['does not run', down, null, true, true, ['start']],
    ['does not run and files changed', down, 'reload', true, true, ['start']],
    ['does not exist yet', none, 'restart', true, true, ['enable', 'restart']],
    ['runs and is not enabled', { enabled: false }, null, true, true, ['enable']],
    ['cannot be enabled here', { enabled: null }, null, true, null, []],
    ['is to be as it was found: off', up, 'restart', false, false, ['disable', 'stop']],
    ['is to be off and is', { ...down, enabled: false }, 'restart', false, false, []],
  ])('that %s', (_what, found, notify, running, enabled, verbs) => {
    const now = debianFacts({ service: { ...facts.service, ...found } });
    const { steps, kept } = compareService(
      { kind: 'service', id: 'service', service: ref, running, enabled },
      now,
      notify,
    );
    expect(steps.map(({ verb }) => verb)).toEqual(verbs);
    expect(kept).toHaveLength(verbs.length === 0 ? 1 : 0);
    for (const undo of undos(steps))
      expect(undo).toEqual({
        type: 'service',
        service: ref,
        running: now.service.running,
        enabled: now.service.enabled,
      });
  });
});
