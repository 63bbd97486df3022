import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confProblems } from '../../../src/desired/conf/problems.ts';
import { confSections } from '../../../src/desired/conf/sections.ts';
import { renderConf } from '../../../src/desired/render.ts';
import { writtenOptions } from '../../../src/desired/written.ts';
import type { Facts } from '../../../src/facts/types.ts';
import { parseVersion } from '../../../src/mosquitto/version.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { debianFacts, file, localFacts, stockConf } from '../../helpers/machine-facts.ts';

const whole = readFileSync(join(import.meta.dirname, '../../cases/spec/whole.yaml'), 'utf8');

function onVersion(version: string, change: Partial<Facts> = {}): Facts {
  const base = debianFacts(change);
  return { ...base, mosquitto: { ...base.mosquitto, version } };
}

function conf(text: string, facts: Facts): string {
  const sections = confSections(loadSpec(text, 'f'), facts, new Map([['cloud', 'pa ss']])).map(
    ({ title, lines }) => ({ title, lines: lines.map(({ keyword, value }) => ({ keyword, value })) }),
  );
  const { version } = facts.mosquitto;
  const rendered = renderConf(
    { specFile: 'f', applyCommand: 'a', sections },
    version === null ? null : parseVersion(version),
  );
  return rendered.split('\n').slice(3).join('\n');
}

const problems = (text: string, facts: Facts): string[] =>
  confProblems(loadSpec(`version: 1\n${text}`, 'f'), facts).map(
    ({ path, message }) => `${path.join('.')} ${message.key}`,
  );

describe('mosquitto.conf, by version and kind of broker', () => {
  it('of the machine, where nothing but the profile is said', () => {
    expect(conf('version: 1', onVersion('2.0.11'))).toMatchSnapshot();
  });

  it('of a folder', () => {
    expect(conf('version: 1\nprofile: local', localFacts())).toMatchSnapshot();
  });

  it('of a folder of root’s', () => {
    const facts = localFacts();
    expect(conf('version: 1\nprofile: local', { ...facts, user: { uid: 0, name: 'root' } })).toContain(
      'user root\n',
    );
  });

  it.each(['2.0.11', '2.0.21', '2.1.2'])('with all there is, for %s', (version) => {
    expect(conf(whole, onVersion(version))).toMatchSnapshot();
  });

  it('has the plugins of the package from 2.1 on, instead of the options that are deprecated there', () => {
    const text = conf('version: 1', onVersion('2.1.2'));
    expect(text).toContain('plugin /usr/lib/x86_64-linux-gnu/mosquitto/mosquitto_password_file.so\n');
    expect(text).not.toMatch(/^(password_file|acl_file|per_listener_settings) /m);
  });

  it('lets each listener decide about clients without a name where the version can', () => {
    const text =
      'version: 1\nanonymous: {subscribe: [a]}\nlisteners:\n  - {port: 1883, anonymous: false}\n  - {port: 1884}\n';
    expect(conf(text, onVersion('2.1.2'))).toMatch(
      /listener 1883\nlistener_allow_anonymous false\n[\s\S]*listener 1884\nlistener_allow_anonymous true\n/,
    );
  });

  it('says what the main file leaves out, and not what it says', () => {
    const bare = stockConf.replace(/^(persistence|log_dest).*\n/gm, '');
    const base = debianFacts();
    const facts = { ...base, files: { ...base.files, [base.layout.mainConf]: file(bare) } };
    const text = conf('version: 1\npersistence: {location: /srv/mqtt/}', facts);
    expect(text).toContain('persistence true\npersistence_location /srv/mqtt/\n');
    expect(text).toContain('log_dest file /var/log/mosquitto/mosquitto.log\n');
  });

  it.each([
    ['to: [journal]', ['log_dest none', 'log_dest stderr']],
    ['to: [file, journal]', ['log_dest stderr']],
    ['to: [syslog]', ['log_dest none', 'log_dest syslog']],
    ['to: []', ['log_dest none']],
  ])('log: %s', (log, lines) => {
    const text = conf(`version: 1\nlog: {${log}}`, onVersion('2.0.11'));
    expect(text.match(/^log_dest.*$/gm)).toEqual(lines);
  });
});

describe('what this broker or this machine cannot do', () => {
  const lan = onVersion('2.0.11');
  it.each<[string, string, Facts, string[]]>([
    ['nothing', '', lan, []],
    ['a limit of 2.1', 'limits: {connections: 5}', lan, ['limits.connections conf.option.later']],
    ['the same on 2.1', 'limits: {connections: 5}', onVersion('2.1.2'), []],
    [
      'websockets alone on 2.0.11',
      'listeners: [{port: 9001, protocol: websockets}]',
      lan,
      ['listeners conf.websockets.alone'],
    ],
    ['the same on 2.0.21', 'listeners: [{port: 9001, protocol: websockets}]', onVersion('2.0.21'), []],
    [
      'websockets and an interface on 2.0',
      'listeners: [{port: 1883}, {port: 9001, protocol: websockets, interface: lo}]',
      onVersion('2.0.21'),
      ['listeners.1.interface conf.websockets.interface'],
    ],
    [
      'websockets on IPv6 alone, 2.0.11',
      'listeners: [{port: 1883}, {port: 9001, protocol: websockets, family: ipv6}]',
      lan,
      ['listeners.1.family conf.websockets.ipv6'],
    ],
    [
      'listeners that differ, 2.0',
      'anonymous: {}\nlisteners: [{port: 1883}, {port: 1884, anonymous: false}]',
      lan,
      [
        'listeners.0.anonymous conf.anonymous.mixed',
        'listeners.0.anonymous conf.option.later',
        'listeners.1.anonymous conf.option.later',
      ],
    ],
    ['another location', 'persistence: {location: /srv/x}', lan, ['persistence.location conf.location']],
    ['the same location', 'persistence: {location: /var/lib/mosquitto}', lan, []],
    ['no journal', 'log: {to: [journal]}', localFacts(), ['log.to.0 conf.log.journal']],
    [
      'no such interface',
      'listeners: [{port: 1883, interface: wlan7}]',
      lan,
      ['listeners.0.interface conf.interface'],
    ],
    ['a slip', 'extra: [alow_anonymous true]', lan, ['extra.0 conf.option.unknown']],
    ['what is managed', 'extra: [allow_anonymous true]', lan, ['extra.0 conf.extra.managed']],
    [
      'what is managed under another name',
      'extra: [retained_persistence false]',
      lan,
      ['extra.0 conf.extra.managed'],
    ],
    ['another source of accounts', 'extra: [plugin /x.so]', lan, ['extra.0 conf.extra.managed']],
    ['another source of files', 'extra: [include_dir /x]', lan, ['extra.0 conf.extra.access']],
    ['per_listener_settings', 'extra: [per_listener_settings true]', lan, ['extra.0 conf.extra.access']],
    ['a pre-shared key', 'extra: [psk_file /x]', lan, ['extra.0 conf.extra.access']],
    [
      'a secret',
      'bridges: [{name: a, remote: b, topics: [{filter: t, direction: in}], extra: [local_password x]}]',
      lan,
      ['bridges.0.extra.0 conf.extra.secret'],
    ],
    ['what belongs to a listener', 'extra: [cafile /x]', lan, ['extra.0 conf.extra.place.listener']],
    ['what belongs to a bridge', 'extra: [try_private false]', lan, ['extra.0 conf.extra.place.bridge']],
    [
      'what belongs to the broker',
      'listeners: [{port: 1883, extra: [upgrade_outgoing_qos true]}]',
      lan,
      ['listeners.0.extra.0 conf.extra.place.broker'],
    ],
    ['a bad value', 'extra: [upgrade_outgoing_qos yes]', lan, ['extra.0 conf.value']],
    [
      'twice',
      'listeners: [{port: 1883, extra: [cafile /a, cafile /b]}]',
      lan,
      ['listeners.0.extra.1 conf.twice'],
    ],
    [
      'what the main file says',
      'extra: [persistence_file a.db, persistence_file b.db]',
      lan,
      ['extra.1 conf.twice'],
    ],
    ['a line break', 'extra: ["a\\nb"]', lan, []],
  ])('%s', (_what, text, facts, wanted) => {
    if (text.includes('\\n')) expect(() => problems(text, facts)).toThrow();
    else expect(problems(text, facts)).toEqual(wanted);
  });
});

it('knows a reason for every option that it can write, and for no other', () => {
  const more =
    'version: 1\nlisteners: [{port: 1883, anonymous: true}, {port: 1884, anonymous: false}]\nanonymous: {}\nlimits: {connections: 1, clients: 2, queued_bytes: 1}\n';
  const bare = { ...localFacts(), user: { uid: 0, name: 'root' } };
  const pid = {
    ...bare,
    layout: { ...bare.layout, pid: '/x.pid' },
    mosquitto: { ...bare.mosquitto, version: '2.1.2' },
  };
  const texts = [
    conf(whole, onVersion('2.0.11')),
    conf(whole, onVersion('2.1.2')),
    conf(more, pid),
    conf('version: 1', onVersion('2.0.11')),
    conf(
      'version: 1\nlisteners: [{port: 8883, tls: {clients: identity}}, {port: 8884, tls: {clients: subject}}]',
      onVersion('2.0.11'),
    ),
    conf(
      'version: 1\nbridges: [{name: a, remote: h, topics: [{filter: x, direction: in}], tls: {ca: /a, certificate: /c, key: /k, alpn: mqtt}}, {name: b, remote: i, topics: [{filter: x, direction: in}], tls: system}]',
      onVersion('2.0.11'),
    ),
  ];
  const written = new Set(
    texts.flatMap((text) => [...text.matchAll(/^([a-z][^ ]*) /gm)].map((match) => match[1] ?? '')),
  );
  for (const extra of [
    'use_username_as_clientid',
    'try_private',
    'restart_timeout',
    'upgrade_outgoing_qos',
    'allow_zero_length_clientid',
  ])
    written.delete(extra);
  expect([...writtenOptions.keys()].toSorted()).toEqual([...written].toSorted());
});
