import { describe, expect, test } from 'vitest';
import { configAnonymous } from '../../../src/checks/config-anonymous.ts';
import { configOverride } from '../../../src/checks/config-override.ts';
import { filesMode } from '../../../src/checks/files-mode.ts';
import { filesWritten } from '../../../src/checks/files-written.ts';
import { serviceActive } from '../../../src/checks/service-active.ts';
import { serviceEnabled } from '../../../src/checks/service-enabled.ts';
import { serviceLoaded } from '../../../src/checks/service-loaded.ts';
import { socketsDeclared } from '../../../src/checks/sockets-declared.ts';
import type { Check, CheckStatus } from '../../../src/checks/types.ts';
import { localLayout, systemLayout } from '../../../src/distros/layout.ts';
import type { Facts } from '../../../src/facts/types.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { contextWith } from '../../helpers/check-context.ts';
import {
  fileFact,
  healthyFacts,
  missingFile,
  serverStartedMs,
  sha256,
  withConfFile,
  withFile,
} from '../../helpers/facts.ts';
import { specBound } from '../../helpers/specs.ts';

const { conf, mainConf, passwd, acl, spec: specFile, state, probe } = systemLayout;
const confD = '/etc/mosquitto/conf.d';
const facts = healthyFacts();
const lan = specBound('all', { name: 'lan' });

interface Case {
  name: string;
  facts: Facts;
  spec?: Spec;
  status: CheckStatus;
  /** Parts that the evidence must hold, one a line. */
  evidence?: string[];
  key?: string;
}

const service = (change: Partial<Facts['service']>): Facts => ({
  ...facts,
  service: { ...facts.service, ...change },
});
const listening = (
  ...sockets: [address: string, port: number, pid: number | null, process?: string][]
): Facts => ({
  ...facts,
  network: {
    ...facts.network,
    listening: sockets.map(([address, port, pid, process = null]) => ({ address, port, pid, process })),
  },
});
const bound = (bind: Spec['listeners'][number]['bind']): Spec => specBound(bind, { name: 'lan' });
const restarted = service({ started: 'boot:999' });
const ourLines = (text: string): Facts => withFile(facts, conf, { content: text, sha256: sha256(text) });

const tables: [check: Check, cases: Case[]][] = [
  [
    serviceActive,
    [
      { name: 'runs', facts, status: 'pass' },
      {
        name: 'failed',
        facts: service({ running: false, state: 'failed', pid: null }),
        status: 'fail',
        evidence: ['state failed'],
      },
    ],
  ],
  [
    serviceEnabled,
    [
      { name: 'enabled', facts, status: 'pass' },
      { name: 'disabled', facts: service({ enabled: false }), status: 'fail' },
      {
        name: 'masked',
        facts: service({ masked: true }),
        status: 'fail',
        key: 'checks.service-enabled.masked',
      },
      { name: 'no init', facts: service({ enabled: null }), status: 'skip' },
    ],
  ],
  [
    serviceLoaded,
    [
      { name: 'the same hashes', facts, status: 'pass' },
      { name: 'stopped', facts: service({ running: false, started: null }), status: 'skip' },
      {
        name: 'our file changed',
        facts: ourLines('listener 1884\n'),
        status: 'fail',
        evidence: [`${conf}: changed`],
      },
      {
        name: 'a password changed',
        facts: withFile(facts, passwd, { sha256: sha256('new') }),
        status: 'fail',
        evidence: [passwd],
      },
      {
        name: 'a new file',
        facts: withConfFile(facts, 'zz.conf', '# x\n'),
        status: 'fail',
        evidence: [`${confD}/zz.conf: new`],
      },
      {
        name: 'a file gone',
        facts: withFile(facts, acl, missingFile),
        status: 'fail',
        evidence: [`${acl}: gone`],
      },
      {
        name: 'a file we may not read',
        facts: withFile(facts, acl, { kind: 'unreadable', sha256: null }),
        status: 'skip',
        evidence: [acl],
      },
      { name: 'another process, older files', facts: restarted, status: 'pass' },
      { name: 'nothing recorded', facts: { ...facts, records: null }, status: 'pass' },
      {
        name: 'another process, a younger file',
        facts: withFile(restarted, mainConf, { ctimeMs: serverStartedMs + 1000 }),
        status: 'fail',
        evidence: [`${mainConf}: changed 2026-01-02T00:00:01.000Z`],
      },
    ],
  ],
  [
    configAnonymous,
    [
      { name: 'closed by our line', facts, status: 'pass' },
      {
        name: 'closed by default',
        facts: ourLines('listener 1883\n'),
        status: 'pass',
        key: 'checks.config-anonymous.default',
      },
      {
        name: 'opened by a later file',
        facts: withConfFile(facts, 'zz.conf', '# mine\nallow_anonymous true\n'),
        status: 'fail',
        evidence: [`${confD}/zz.conf:2: allow_anonymous true`],
      },
      {
        name: 'an earlier file that ours overrides',
        facts: withConfFile(facts, 'a.conf', 'allow_anonymous true\n', true),
        status: 'pass',
      },
      {
        name: 'opened below the include_dir line',
        facts: withFile(facts, mainConf, { content: `include_dir ${confD}\nallow_anonymous 1\n` }),
        status: 'fail',
        evidence: [`${mainConf}:2: allow_anonymous 1`],
      },
      {
        name: 'no include_dir line any more: the broker is on its own',
        facts: withFile(facts, mainConf, { content: 'persistence true\n' }),
        status: 'fail',
        key: 'checks.config-anonymous.implied',
      },
      {
        name: 'one open listener',
        facts: withConfFile(
          ourLines('per_listener_settings true\nlistener 1883\nallow_anonymous false\n'),
          'zz.conf',
          'listener 1884\nallow_anonymous true\n',
        ),
        status: 'fail',
        evidence: ['port 1884'],
      },
      {
        name: 'unreadable',
        facts: withFile(facts, mainConf, { kind: 'unreadable', content: null }),
        status: 'skip',
        evidence: [mainConf],
      },
    ],
  ],
  [
    configOverride,
    [
      { name: 'ours alone', facts, status: 'pass' },
      {
        name: 'others about other things',
        facts: withConfFile(facts, 'zz.conf', 'log_type error\nmax_queued_messages 5\n'),
        status: 'pass',
      },
      {
        name: 'the same value again',
        facts: withConfFile(facts, 'zz.conf', 'allow_anonymous 0\n'),
        status: 'pass',
      },
      {
        name: 'an earlier value',
        facts: withConfFile(facts, 'a.conf', 'allow_anonymous true\n', true),
        status: 'pass',
      },
      {
        name: 'a later value',
        facts: withConfFile(facts, 'zz.conf', '\n\nallow_anonymous true\n'),
        status: 'fail',
        evidence: [`${confD}/zz.conf:3: allow_anonymous true (overrides ours)`],
      },
      {
        name: 'a foreign listener, even before ours',
        facts: withConfFile(facts, 'a.conf', 'listener 1884\n', true),
        status: 'fail',
        evidence: [`${confD}/a.conf:1: listener 1884  (opens a listener)`.replace('  ', ' ')],
      },
      {
        name: 'an option that makes a listener of its own',
        facts: withConfFile(facts, 'zz.conf', 'port 1885\n'),
        status: 'fail',
        evidence: [`${confD}/zz.conf:1: port 1885 (opens a listener)`],
      },
      {
        name: 'another ACL file: fatal to 2.0',
        facts: withConfFile(facts, 'zz.conf', 'acl_file /tmp/open\n'),
        status: 'fail',
        evidence: ['overrides ours', 'the broker does not start'],
      },
      {
        name: 'settings for each listener',
        facts: withConfFile(facts, 'a.conf', 'per_listener_settings true\n', true),
        status: 'fail',
        evidence: ['takes its meaning from ours'],
      },
      {
        name: 'our file is not read',
        facts: withFile(facts, mainConf, { content: 'persistence true\n' }),
        status: 'fail',
        evidence: [`${conf}: not read by the broker`],
      },
    ],
  ],
  [
    filesMode,
    [
      { name: 'as installed', facts, status: 'pass' },
      {
        name: 'passwords for everybody',
        facts: withFile(facts, passwd, { mode: 0o644 }),
        status: 'fail',
        evidence: [`${passwd}: mode 0644, should be 0600`],
      },
      {
        name: 'passwords of root',
        facts: withFile(facts, passwd, { owner: 'root', group: 'root' }),
        status: 'fail',
        evidence: [`${passwd}: owner root:root, should be mosquitto:mosquitto`],
      },
      {
        name: 'a configuration the broker cannot read',
        facts: withFile(facts, conf, { mode: 0o600 }),
        status: 'fail',
        evidence: [conf],
      },
      {
        name: 'a configuration anybody may write',
        facts: withFile(facts, conf, { mode: 0o666 }),
        status: 'fail',
        evidence: [conf],
      },
      {
        name: 'a link in place of the ACL',
        facts: withFile(facts, acl, { kind: 'symlink' }),
        status: 'fail',
        evidence: [`${acl}: is a symlink`],
      },
      {
        name: 'no ACL',
        facts: withFile(facts, acl, missingFile),
        status: 'fail',
        evidence: [`${acl}: missing`],
      },
      {
        name: 'an open state folder',
        facts: withFile(facts, state, { mode: 0o755 }),
        status: 'fail',
        evidence: [state],
      },
      {
        name: 'the probe’s password for everybody',
        facts: withFile(facts, probe, { mode: 0o644 }),
        status: 'fail',
        evidence: [probe],
      },
      { name: 'a spec kept elsewhere', facts: withFile(facts, specFile, missingFile), status: 'pass' },
      {
        name: 'an unreadable file is still seen',
        facts: withFile(facts, passwd, { kind: 'unreadable', content: null }),
        status: 'pass',
      },
      { name: 'in a folder of one’s own', facts: local(0o600, 'alice'), status: 'pass' },
      { name: 'in a folder of one’s own, readable by others', facts: local(0o644, 'alice'), status: 'fail' },
      {
        name: 'in a folder of one’s own, somebody else’s',
        facts: local(0o600, 'bob'),
        status: 'fail',
        evidence: ['owner bob:bob, should be alice'],
      },
    ],
  ],
  [
    filesWritten,
    [
      { name: 'as written', facts, status: 'pass' },
      { name: 'nothing recorded', facts: { ...facts, records: null }, status: 'skip' },
      {
        name: 'changed',
        facts: withFile(facts, acl, { sha256: sha256('other') }),
        status: 'fail',
        evidence: [`${acl}: changed`],
      },
      {
        name: 'missing',
        facts: withFile(facts, acl, missingFile),
        status: 'fail',
        evidence: [`${acl}: missing`],
      },
      {
        name: 'unreadable',
        facts: withFile(facts, acl, { kind: 'unreadable', sha256: null }),
        status: 'skip',
        evidence: [acl],
      },
    ],
  ],
  [
    socketsDeclared,
    [
      { name: 'both families', facts, status: 'pass' },
      {
        name: 'no IPv6',
        facts: {
          ...listening(['0.0.0.0', 1883, 500]),
          network: {
            ...facts.network,
            ipv6: false,
            listening: [{ address: '0.0.0.0', port: 1883, pid: 500, process: null }],
          },
        },
        status: 'pass',
      },
      {
        name: 'loopback',
        facts: listening(['127.0.0.1', 1883, 500], ['::1', 1883, 500]),
        spec: bound('loopback'),
        status: 'pass',
      },
      {
        name: 'addresses in another spelling',
        facts: listening(['2001:db8::1', 1883, 500]),
        spec: bound(['2001:DB8:0::1']),
        status: 'pass',
      },
      {
        name: 'open to all instead of loopback',
        facts,
        spec: bound('loopback'),
        status: 'fail',
        evidence: [
          '0.0.0.0:1883: open, not declared',
          '[::]:1883: open, not declared',
          '127.0.0.1:1883: declared by lan',
          '[::1]:1883: declared by lan',
        ],
      },
      {
        name: 'another port as well',
        facts: listening(['0.0.0.0', 1883, 500], ['::', 1883, 500], ['0.0.0.0', 9001, 500]),
        status: 'fail',
        evidence: ['0.0.0.0:9001: open, not declared'],
      },
      {
        name: 'somebody else holds the port',
        facts: listening(['0.0.0.0', 1883, 77, 'nanomq'], ['::', 1883, 500]),
        status: 'fail',
        evidence: ['0.0.0.0:1883: declared by lan, not open; the port is held by nanomq (pid 77)'],
      },
      {
        name: 'nothing to be seen',
        facts: listening(['0.0.0.0', 1883, null], ['::', 1883, null]),
        status: 'skip',
      },
      { name: 'stopped', facts: service({ pid: null }), status: 'skip' },
    ],
  ],
];

describe.each(tables)('$id', (check, cases) => {
  test.each(cases)('$name', async (one) => {
    const result = await check.run(contextWith({ facts: one.facts, spec: one.spec ?? lan }));
    expect(result.status, JSON.stringify(result)).toBe(one.status);
    for (const part of one.evidence ?? []) expect(result.evidence?.join('\n')).toContain(part);
    if (one.key !== undefined) expect(result.message.key).toBe(one.key);
    if (result.status === 'fail') expect(result.fix).toBeDefined();
  });
});

/** A broker in a folder of alice's, its files as given. */
function local(mode: number, owner: string): Facts {
  const layout = localLayout('/home/alice/broker');
  const file = fileFact('listener 1883 127.0.0.1\n', { mode, owner, group: owner });
  return {
    ...facts,
    layout,
    user: { uid: 1000, name: 'alice' },
    included: [],
    files: { [layout.conf]: file, [layout.passwd]: file, [layout.acl]: file },
  };
}
