import { describe, expect, it } from 'vitest';
import { hashPassword, newSalt } from '../../../../src/mosquitto/hash.ts';
import { readTree } from '../../../../src/mosquitto/shadow/read.ts';
import { type People, readPeople } from '../../../../src/mosquitto/shadow/rules.ts';
import { sampleNames } from '../../../../src/mosquitto/shadow/sample.ts';
import { versionOf } from '../../../helpers/lint.ts';
import { treeOf } from '../../../helpers/shadow-tree.ts';

const hash = await hashPassword('x', newSalt(), 1);
const other = await hashPassword('x', newSalt(), 1);

async function people(passwd: string, acl: string): Promise<People> {
  const conf = 'listener 1883\npassword_file /pw\nacl_file /acl\n';
  return readPeople(readTree(await treeOf(conf, { '/pw': passwd, '/acl': acl }), versionOf('2.0.11')));
}

const names = Array.from({ length: 50 }, (_, index) => `u${index}`);
const passwd = names.map((name) => `${name}:${hash}\n`).join('');
const acl = names.map((name) => `user ${name}\ntopic readwrite home/${name}/#\n`).join('');

describe('whom to ask', () => {
  it('everybody, where they are few; those of ACL files too', async () => {
    const side = await people(`alice:${hash}\n`, 'user bob\ntopic a\n');
    expect(sampleNames([side, side], 10)).toEqual({ names: ['alice', 'bob'], known: 2, unasked: 0 });
  });

  it('two of each kind, where they are many and alike but for their names', async () => {
    const side = await people(passwd, acl);
    const { names: asked, known, unasked } = sampleNames([side], 20);
    expect({ asked, known, unasked }).toEqual({ asked: ['u0', 'u1'], known: 50, unasked: 0 });
  });

  it.each([
    ['a right more', acl.replace('home/u7/#', 'home/u7/#\ntopic read x'), passwd],
    ['somebody else’s topic', acl.replace('home/u7/#', 'home/u8/#'), passwd],
    ['no section', acl.replace('user u7\n', ''), passwd],
    ['a hash that nobody can read', acl, passwd.replace(`u7:${hash}`, 'u7:junk')],
    ['another hash than on the other side', acl, passwd.replace(`u7:${hash}`, `u7:${other}`)],
    ['a pattern that names them', `${acl}pattern read home/u7/%u\n`, passwd],
  ])('whoever has %s is asked', async (_name, rules, logins) => {
    const sides = [await people(passwd, acl), await people(logins, rules)];
    expect(sampleNames(sides, 20).names).toContain('u7');
  });

  it('says whom nobody stands for', async () => {
    const different = names.map((name, index) => `user ${name}\ntopic read t/${index}\n`).join('');
    const side = await people(passwd, different);
    expect(sampleNames([side], 20)).toMatchObject({ known: 50, unasked: 30 });
  });

  it('reads the prefix of client ids', async () => {
    const tree = await treeOf('listener 1883\nclientid_prefixes home-\n');
    expect(readPeople(readTree(tree, versionOf('2.0.11'))).clientIdPrefix).toBe('home-');
  });
});
