import { describe, expect, test } from 'vitest';
import { type Intent, preflight } from '../../../src/engine/preflight.ts';
import type { ExitName } from '../../../src/errors.ts';
import type { Facts, RecordsFact } from '../../../src/facts/types.ts';
import { en } from '../../../src/i18n/en.ts';
import { fr } from '../../../src/i18n/fr.ts';
import { say } from '../../../src/i18n/translate.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { debianFacts, file, folder, localFacts, missing, stockConf } from '../../helpers/machine-facts.ts';
import { specBound } from '../../helpers/specs.ts';

const lan = specBound('all');
const intent: Intent = { command: 'sudo mqtt-setup install', overwriteDrift: false, changes: true };
const records: RecordsFact = {
  written: {},
  authored: {},
  folders: [],
  loaded: null,
  found: null,
  generation: 1,
};
const base = debianFacts();
const conf = base.layout.conf;

function bound(...bind: string[]): Spec {
  return specBound(bind);
}

function files(change: Facts['files'], from = base): Facts['files'] {
  return { ...from.files, ...change };
}

function listening(
  address: string,
  pid: number | null,
  process: string | null,
  port = 1883,
): Facts['network'] {
  return { ...base.network, listening: [{ address, port, pid, process }] };
}

interface Case {
  name: string;
  facts: Facts;
  spec?: Spec;
  intent?: Partial<Intent>;
  exit: ExitName;
  /** Message keys without their area, in any order. */
  says: string[];
}

const stopped = { ...base.service, running: false, pid: null };

const cases: Case[] = [
  { name: 'an untouched Debian', facts: base, exit: 'ok', says: [] },
  { name: 'nothing installed yet', facts: localFacts(), exit: 'ok', says: [] },
  {
    name: 'no root',
    facts: { ...base, user: { uid: 1000, name: 'a' } },
    exit: 'needsRoot',
    says: ['needsRoot'],
  },
  {
    name: 'no root, only looking',
    facts: { ...base, user: { uid: 1000, name: 'a' } },
    intent: { changes: false },
    exit: 'ok',
    says: [],
  },
  {
    name: 'macOS',
    facts: { ...base, platform: { ...base.platform, os: 'darwin', family: null } },
    exit: 'refused',
    says: ['notLinux'],
  },
  {
    name: 'Fedora',
    facts: { ...base, platform: { ...base.platform, family: null, apt: false } },
    exit: 'refused',
    says: ['notDebian'],
  },
  {
    name: 'Fedora, in a folder, with a broker',
    facts: localFacts({
      platform: { ...base.platform, family: null, apt: false },
      mosquitto: base.mosquitto,
    }),
    exit: 'ok',
    says: [],
  },
  {
    name: 'no apt and no broker',
    facts: localFacts({ platform: { ...base.platform, apt: false } }),
    exit: 'refused',
    says: ['noApt'],
  },
  {
    name: 'a masked unit',
    facts: { ...base, service: { ...base.service, masked: true } },
    exit: 'refused',
    says: ['masked'],
  },
  {
    name: 'port of another program',
    facts: { ...base, network: listening('0.0.0.0', 5, 'perl') },
    exit: 'no',
    says: ['portTakenBy'],
  },
  {
    name: 'port of a program that cannot be seen',
    facts: { ...base, service: stopped, network: listening('::', null, null) },
    exit: 'no',
    says: ['portTaken'],
  },
  {
    name: 'holder unseen while our broker runs',
    facts: { ...base, network: listening('::', null, null) },
    exit: 'ok',
    says: [],
  },
  {
    name: 'the same port at an address we do not want',
    facts: { ...base, network: listening('192.0.2.2', 5, 'perl') },
    spec: specBound('loopback'),
    exit: 'ok',
    says: [],
  },
  {
    name: 'a wildcard takes every address',
    facts: { ...base, network: listening('::', 5, 'perl') },
    spec: bound('127.0.0.1'),
    exit: 'no',
    says: ['portTakenBy'],
  },
  {
    name: 'an address of another machine',
    facts: base,
    spec: bound('192.0.2.9'),
    exit: 'input',
    says: ['address'],
  },
  { name: 'an address spelt another way', facts: base, spec: bound('0:0::1'), exit: 'ok', says: [] },
  {
    name: 'edited mosquitto.conf',
    facts: { ...base, files: files({ [base.layout.mainConf]: file(`${stockConf}max_connections 7\n`) }) },
    exit: 'refused',
    says: ['handMade'],
  },
  {
    name: 'other packaged mosquitto.conf',
    facts: {
      ...base,
      packages: { ...nonNull(base.packages), conffiles: { [base.layout.mainConf]: 'abc' } },
      files: files({ [base.layout.mainConf]: { ...file(`log_timestamp false\n${stockConf}`), md5: 'abc' } }),
    },
    exit: 'ok',
    says: [],
  },
  {
    name: 'edited comments only',
    facts: { ...base, files: files({ [base.layout.mainConf]: file(`# hello\n${stockConf}`) }) },
    exit: 'ok',
    says: [],
  },
  {
    name: 'a file of somebody else',
    facts: {
      ...base,
      included: ['home.conf'],
      files: files({ '/etc/mosquitto/conf.d/home.conf': file('listener 1883\n') }),
    },
    exit: 'refused',
    says: ['handMade'],
  },
  {
    name: 'a file of comments alone',
    facts: {
      ...base,
      included: ['home.conf'],
      files: files({ '/etc/mosquitto/conf.d/home.conf': file('# nothing\n') }),
    },
    exit: 'ok',
    says: [],
  },
  {
    name: 'a file of somebody else after our install',
    facts: {
      ...base,
      records,
      included: ['home.conf'],
      files: files({ '/etc/mosquitto/conf.d/home.conf': file('listener 1\n') }),
    },
    exit: 'ok',
    says: [],
  },
  {
    name: 'our name, not our file',
    facts: { ...base, included: ['mqtt-setup.conf'], files: files({ [conf]: file('x') }) },
    exit: 'refused',
    says: ['notOurs'],
  },
  {
    name: 'our name, not our file, to be replaced',
    facts: { ...base, included: ['mqtt-setup.conf'], files: files({ [conf]: file('x') }) },
    intent: { overwriteDrift: true },
    exit: 'ok',
    says: [],
  },
  {
    name: 'no include_dir',
    facts: { ...base, records, files: files({ [base.layout.mainConf]: file('persistence true\n') }) },
    exit: 'refused',
    says: ['noInclude'],
  },
  {
    name: 'mosquitto.conf deleted',
    facts: { ...base, files: files({ [base.layout.mainConf]: missing }) },
    exit: 'refused',
    says: ['noMainConf'],
  },
  {
    name: 'as we wrote it',
    facts: {
      ...base,
      records: { ...records, written: { [conf]: 'h' } },
      files: files({ [conf]: file('x', 'h') }),
    },
    exit: 'ok',
    says: [],
  },
  {
    name: 'drift',
    facts: {
      ...base,
      records: { ...records, written: { [conf]: 'h' } },
      files: files({ [conf]: file('x', 'other') }),
    },
    exit: 'refused',
    says: ['drift'],
  },
  {
    name: 'drift, to be overwritten',
    facts: {
      ...base,
      records: { ...records, written: { [conf]: 'h' } },
      files: files({ [conf]: file('x', 'other') }),
    },
    intent: { overwriteDrift: true },
    exit: 'ok',
    says: [],
  },
  {
    name: 'the spec is the owner’s to edit',
    facts: {
      ...base,
      records: { ...records, written: { [base.layout.spec]: 'h' } },
      files: files({ [base.layout.spec]: file('x', 'other') }),
    },
    exit: 'ok',
    says: [],
  },
  {
    name: 'damaged records',
    facts: { ...base, recordsProblem: 'damaged' },
    exit: 'refused',
    says: ['records'],
  },
  {
    name: 'a symlink in our place',
    facts: { ...base, files: files({ [base.layout.passwd]: { ...missing, kind: 'symlink' } }) },
    exit: 'refused',
    says: ['notAFile'],
  },
  {
    name: 'a FIFO in our place',
    facts: localFacts({
      files: { ...localFacts().files, '/home/alice/.broker/acl': { ...missing, kind: 'fifo' } },
    }),
    exit: 'refused',
    says: ['notAFile'],
  },
  {
    name: 'folder for everybody',
    facts: { ...base, files: files({ '/etc/mosquitto': folder(0o777) }) },
    exit: 'refused',
    says: ['writable'],
  },
  {
    name: 'folder above for everybody',
    facts: localFacts({ files: { ...localFacts().files, '/home/alice': folder(0o777, 'alice') } }),
    exit: 'refused',
    says: ['writable'],
  },
  {
    name: 'folder above sticky',
    facts: localFacts({ files: { ...localFacts().files, '/home': folder(0o1777) } }),
    exit: 'ok',
    says: [],
  },
  {
    name: 'folder of a group',
    facts: localFacts({
      files: { ...localFacts().files, '/home/alice/.broker': folder(0o775, 'alice', 'staff') },
    }),
    exit: 'refused',
    says: ['groupWritable'],
  },
  {
    name: 'folder of one’s own group',
    facts: localFacts({ files: { ...localFacts().files, '/home/alice/.broker': folder(0o775, 'alice') } }),
    exit: 'ok',
    says: [],
  },
  {
    name: 'folder of somebody else',
    facts: localFacts({ files: { ...localFacts().files, '/home/alice/.broker': folder(0o755, 'bob') } }),
    exit: 'refused',
    says: ['folderOwner'],
  },
  {
    name: 'disk full',
    facts: { ...base, free: { '/etc': 1e6, '/var': 1e6, '/usr': 1e12 } },
    exit: 'no',
    says: ['space'],
  },
  {
    name: 'everything at once',
    facts: {
      ...base,
      user: { uid: 1000, name: 'a' },
      network: listening('::', 5, 'perl'),
      free: { '/etc': 0 },
      service: { ...stopped, masked: true },
    },
    spec: lan,
    exit: 'refused',
    says: ['needsRoot', 'masked', 'portTakenBy', 'space'],
  },
  {
    name: 'root before a taken port',
    facts: { ...base, user: { uid: 1000, name: 'a' }, network: listening('::', 5, 'perl') },
    exit: 'needsRoot',
    says: ['needsRoot', 'portTakenBy'],
  },
];

function nonNull<T>(value: T | null): T {
  if (value === null) throw new Error('null');
  return value;
}

describe('preflight', () => {
  test.each(cases)('$name', ({ facts, spec, intent: change, exit, says }) => {
    const result = preflight(facts, spec ?? lan, { ...intent, ...change });
    const keys = result.problems.map((problem) => problem.message.key.replace('preflight.', ''));
    expect(keys.toSorted()).toEqual(says.toSorted());
    expect(result.exit).toBe(exit);
    for (const { message, fix } of result.problems) {
      expect(fix, 'every problem has its cure').toBeDefined();
      for (const catalogue of [en, fr]) {
        expect(say(catalogue, message)).not.toMatch(/undefined|NaN|\[object/);
        if (fix !== undefined) expect(say(catalogue, fix)).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  test('a second broker, started by hand, is told as such', () => {
    const facts = { ...base, service: stopped, network: listening('127.0.0.1', 99, 'mosquitto') };
    const [problem] = preflight(facts, lan, intent).problems;
    expect(problem?.fix?.key).toBe('preflight.secondBroker');
  });

  test('what the plan deals with itself is a note', () => {
    const packages = {
      ...nonNull(base.packages),
      interrupted: true,
      lock: { pid: 9, command: 'apt-get upgrade' },
    };
    const facts = { ...base, packages, network: listening('127.0.0.1', 99, 'mosquitto', 1999) };
    const result = preflight(facts, lan, intent);
    expect(result.problems).toEqual([]);
    expect(result.notes.map((note) => note.key)).toEqual([
      'preflight.interrupted',
      'preflight.packageLock',
      'preflight.otherBroker',
    ]);
  });

  test('the exact command stands in the cure for missing root', () => {
    const [problem] = preflight({ ...base, user: { uid: 1, name: 'd' } }, lan, intent).problems;
    expect(problem?.fix && say(en, problem.fix)).toContain('sudo mqtt-setup install');
  });
});
