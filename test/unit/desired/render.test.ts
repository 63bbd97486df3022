import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AclModel, ConfModel } from '../../../src/desired/model.ts';
import { renderAcl, renderConf, renderPasswd } from '../../../src/desired/render.ts';
import { parseAcl } from '../../../src/mosquitto/formats/acl.ts';
import { parseConf } from '../../../src/mosquitto/formats/conf.ts';

const system: ConfModel = {
  specFile: '/etc/mqtt-setup/broker.yaml',
  applyCommand: 'sudo mqtt-setup apply',
  standalone: null,
  passwd: '/etc/mosquitto/mqtt-setup.passwd',
  acl: '/etc/mosquitto/mqtt-setup.acl',
  pidFile: null,
  listeners: [{ name: 'mqtt', port: 1883, address: null }],
};
const local: ConfModel = {
  specFile: '/home/u/b/broker.yaml',
  applyCommand: 'mqtt-setup apply --local /home/u/b',
  standalone: { user: null, data: '/home/u/b/data', log: '/home/u/b/log/mosquitto.log' },
  passwd: '/home/u/b/passwd',
  acl: '/home/u/b/acl',
  pidFile: null,
  listeners: [
    { name: 'mqtt', port: 1884, address: '127.0.0.1' },
    { name: 'mqtt', port: 1884, address: '::1' },
  ],
};
const hash = '$7$1000$c2FsdA==$aGFzaCtoYXNoL2hhc2g=';

describe('the files of the broker, word for word', () => {
  it('mosquitto.conf of the machine', () => {
    expect(renderConf(system)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /etc/mqtt-setup/broker.yaml: do not edit here.
      # Change that file, then run: sudo mqtt-setup apply

      # Who may connect, and what they may do.
      allow_anonymous false
      password_file /etc/mosquitto/mqtt-setup.passwd
      acl_file /etc/mosquitto/mqtt-setup.acl

      # Answer at once: without it, small messages may wait up to 40 ms.
      set_tcp_nodelay true

      # mqtt
      listener 1883
      "
    `);
  });

  it('mosquitto.conf of a folder', () => {
    expect(renderConf(local)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /home/u/b/broker.yaml: do not edit here.
      # Change that file, then run: mqtt-setup apply --local /home/u/b

      persistence true
      persistence_location /home/u/b/data/
      log_dest file /home/u/b/log/mosquitto.log
      log_timestamp_format %Y-%m-%dT%H:%M:%S

      # Who may connect, and what they may do.
      allow_anonymous false
      password_file /home/u/b/passwd
      acl_file /home/u/b/acl

      # Answer at once: without it, small messages may wait up to 40 ms.
      set_tcp_nodelay true

      # mqtt
      listener 1884 127.0.0.1

      # mqtt
      listener 1884 ::1
      "
    `);
  });

  it('mosquitto.conf of a folder of root’s, with a pid file', () => {
    const model = {
      ...local,
      standalone: { user: 'root', data: '/srv/b/data', log: '/srv/b/log/x.log' },
      pidFile: '/run/x.pid',
    };
    expect(renderConf(model)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /home/u/b/broker.yaml: do not edit here.
      # Change that file, then run: mqtt-setup apply --local /home/u/b

      user root
      persistence true
      persistence_location /srv/b/data/
      log_dest file /srv/b/log/x.log
      log_timestamp_format %Y-%m-%dT%H:%M:%S

      # Who may connect, and what they may do.
      allow_anonymous false
      password_file /home/u/b/passwd
      acl_file /home/u/b/acl

      # Answer at once: without it, small messages may wait up to 40 ms.
      set_tcp_nodelay true
      pid_file /run/x.pid

      # mqtt
      listener 1884 127.0.0.1

      # mqtt
      listener 1884 ::1
      "
    `);
  });

  it('the ACL', () => {
    const model: AclModel = {
      accountsFile: '/etc/mqtt-setup/accounts.jsonl',
      sections: [
        { name: 'alice', rules: [{ access: 'readwrite', filter: '#' }] },
        { name: 'nobody', rules: [] },
        {
          name: "o'b&c",
          rules: [
            { access: 'read', filter: 'météo/le toit/+' },
            { access: 'write', filter: '<a>/"b"' },
          ],
        },
      ],
    };
    expect(renderAcl(model)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /etc/mqtt-setup/accounts.jsonl: do not edit here.
      # What is not allowed below is refused.

      user alice
      topic readwrite #

      user nobody

      user o'b&c
      topic read météo/le toit/+
      topic write <a>/"b"
      "
    `);
  });

  it('the passwords', () => {
    const entries = [
      { name: 'alice', hash },
      { name: "o'b&c", hash },
    ];
    expect(renderPasswd({ entries })).toBe(`alice:${hash}\no'b&c:${hash}\n`);
    expect(renderPasswd({ entries: [] })).toBe('');
  });
});

describe('what cannot be written safely is not written', () => {
  it.each<[string, Partial<ConfModel>]>([
    ['a line break in a path', { passwd: '/etc/x\nallow_anonymous true' }],
    ['a carriage return', { acl: '/etc/x\r' }],
    ['a blank at an end', { passwd: '/etc/x ' }],
    ['a path that is not absolute', { passwd: 'x' }],
    ['nothing at all', { passwd: '' }],
    ['a line break in a name', { listeners: [{ name: 'a\nlistener 1', port: 1883, address: null }] }],
    ['an address with more behind it', { listeners: [{ name: 'a', port: 1883, address: '127.0.0.1 x' }] }],
    ['a port that is none', { listeners: [{ name: 'a', port: 65_536, address: null }] }],
    ['no listener: the broker would imply one', { listeners: [] }],
    ['a field nobody knows', { typo: 1 } as Partial<ConfModel>],
  ])('%s', (_what, change) => {
    expect(() => renderConf({ ...system, ...change })).toThrow();
  });

  it.each<[string, AclModel['sections'][number]]>([
    ['a name with a line break', { name: 'a\nuser b', rules: [] }],
    ['a name with a colon', { name: 'a:b', rules: [] }],
    ['a topic with a line break', { name: 'a', rules: [{ access: 'read', filter: 'x\ntopic readwrite #' }] }],
  ])('%s', (_what, section) => {
    expect(() => renderAcl({ accountsFile: '/x', sections: [section] })).toThrow();
  });

  it.each(['plain', 'name:plain', '', `${hash}\nevil:${hash}`])('the hash %j', (bad) => {
    expect(() => renderPasswd({ entries: [{ name: 'a', hash: bad }] })).toThrow();
  });
});

it('any rule that is written reads back as it was meant', () => {
  const filter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom('read', 'write', 'readwrite'), filter, (access, text) => {
      let written: string;
      try {
        written = renderAcl({
          accountsFile: '/x',
          sections: [{ name: 'a', rules: [{ access, filter: text }] }],
        });
      } catch {
        return;
      }
      expect(parseAcl(written).filter(({ kind }) => kind === 'topic')).toMatchObject([
        { access, filter: text },
      ]);
    }),
  );
});

it('the configuration says of itself that strangers are refused, and names each listener', () => {
  const lines = parseConf(renderConf(local), 'x').map(({ keyword, value }) => `${keyword} ${value}`);
  expect(lines).toEqual(
    expect.arrayContaining(['allow_anonymous false', 'listener 1884 127.0.0.1', 'listener 1884 ::1']),
  );
});
