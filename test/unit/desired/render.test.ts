import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AclModel, ConfModel } from '../../../src/desired/model.ts';
import { renderAcl, renderConf, renderPasswd } from '../../../src/desired/render.ts';
import { parseAcl } from '../../../src/mosquitto/formats/acl.ts';

const system: ConfModel = {
  specFile: '/etc/mqtt-setup/broker.yaml',
  applyCommand: 'sudo mqtt-setup apply',
  sections: [
    { title: null, lines: [{ keyword: 'user', value: 'root' }] },
    {
      title: 'Who may connect, and what they may do.',
      lines: [
        { keyword: 'allow_anonymous', value: 'false' },
        { keyword: 'password_file', value: '/etc/mosquitto/mqtt-setup.passwd' },
      ],
    },
    { title: 'mqtt', lines: [{ keyword: 'listener', value: '1883 ::1' }] },
  ],
};
const oneLine = (keyword: string, value: string): Partial<ConfModel> => ({
  sections: [{ title: null, lines: [{ keyword, value }] }],
});
const hash = '$7$1000$c2FsdA==$aGFzaCtoYXNoL2hhc2g=';

describe('the files of the broker, word for word', () => {
  it('mosquitto.conf', () => {
    expect(renderConf(system, null)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /etc/mqtt-setup/broker.yaml: do not edit here.
      # Change that file, then run: sudo mqtt-setup apply

      user root

      # Who may connect, and what they may do.
      allow_anonymous false
      password_file /etc/mosquitto/mqtt-setup.passwd

      # mqtt
      listener 1883 ::1
      "
    `);
  });

  it('the ACL', () => {
    const model: AclModel = {
      accountsFile: '/etc/mqtt-setup/accounts.jsonl',
      patterns: [{ access: 'write', filter: 'devices/%c/state' }],
      anonymous: [{ access: 'read', filter: 'public/#' }],
      sections: [
        { name: 'alice', rules: [{ access: 'readwrite', filter: '#' }] },
        { name: 'nobody', rules: [] },
        {
          name: "o'b&c",
          rules: [
            { access: 'deny', filter: 'météo/le toit/secret' },
            { access: 'read', filter: 'météo/le toit/+' },
            { access: 'write', filter: '<a>/"b"' },
          ],
        },
      ],
    };
    expect(renderAcl(model)).toMatchInlineSnapshot(`
      "# Written by mqtt-setup from /etc/mqtt-setup/accounts.jsonl: do not edit here.
      # What is not allowed below is refused.

      # Every account, by its name and its client id.
      pattern write devices/%c/state

      # Clients without a name.
      topic read public/#

      user alice
      topic readwrite #

      user nobody

      user o'b&c
      topic deny météo/le toit/secret
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
    expect(renderPasswd(entries)).toBe(`alice:${hash}\no'b&c:${hash}\n`);
    expect(renderPasswd([])).toBe('');
  });
});

it('what stands in the file already changes nothing in what is written', () => {
  const section = (name: string, filter: string) => ({ name, rules: [{ access: 'read' as const, filter }] });
  const model: AclModel = {
    accountsFile: '/x',
    patterns: [],
    anonymous: [{ access: 'read', filter: 'public/#' }],
    sections: [section('a', 'x'), section('b', 'y'), { name: 'c', rules: [] }],
  };
  const written = renderAcl(model);
  expect(renderAcl(model, written)).toBe(written);
  const more = { ...model, sections: [section('a', 'z'), ...model.sections.slice(1), section('d', 'q')] };
  expect(renderAcl(more, written)).toBe(renderAcl(more));
  const entries = ['a', 'b'].map((name) => ({ name, hash }));
  expect(renderPasswd(entries, renderPasswd(entries))).toBe(renderPasswd(entries));
  expect(renderPasswd([...entries, { name: 'c', hash }], renderPasswd(entries))).toBe(
    `a:${hash}\nb:${hash}\nc:${hash}\n`,
  );
});

describe('what cannot be written safely is not written', () => {
  it.each<[string, Partial<ConfModel>]>([
    ['a line break in a value', oneLine('password_file', '/etc/x\nallow_anonymous true')],
    ['a carriage return', oneLine('acl_file', '/etc/x\r')],
    ['a blank at an end', oneLine('acl_file', '/etc/x ')],
    ['nothing at all', oneLine('acl_file', '')],
    ['a line break in a keyword', oneLine('user x\nallow_anonymous', 'true')],
    ['a comment for a keyword', oneLine('#user', 'x')],
    ['a line break in a title', { sections: [{ title: 'a\nlistener 1', lines: [] }] }],
    ['an option that nobody knows', oneLine('allow_anonymus', 'true')],
    ['an option that this version does not know', oneLine('listener_allow_anonymous', 'true')],
    ['a value that the broker refuses', oneLine('allow_anonymous', 'yes')],
    ['a port that is none', oneLine('listener', '65536')],
    ['no line at all', { sections: [] }],
    ['a field nobody knows', { typo: 1 } as Partial<ConfModel>],
  ])('%s', (_what, change) => {
    expect(() => renderConf({ ...system, ...change }, null)).toThrow();
  });

  it.each<[string, AclModel['sections'][number]]>([
    ['a name with a line break', { name: 'a\nuser b', rules: [] }],
    ['a name with a colon', { name: 'a:b', rules: [] }],
    ['a topic with a line break', { name: 'a', rules: [{ access: 'read', filter: 'x\ntopic readwrite #' }] }],
  ])('%s', (_what, section) => {
    expect(() =>
      renderAcl({ accountsFile: '/x', patterns: [], anonymous: [], sections: [section] }),
    ).toThrow();
  });

  it.each(['plain', 'name:plain', '', `${hash}\nevil:${hash}`])('the hash %j', (bad) => {
    expect(() => renderPasswd([{ name: 'a', hash: bad }])).toThrow();
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
          patterns: [],
          anonymous: [],
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
