import { expect, it } from 'vitest';
import { adoptTexts, anyHash, noteKeys, specText } from '../../helpers/adopt-tree.ts';

/** Seconds; nothing here may grow with the square of the lines, which would take hours. */
const patience = 20_000;

it('100,000 rules of 10,000 users, each with its own', { timeout: patience }, () => {
  const users = Array.from({ length: 10_000 }, (_, index) => `user-${index}`);
  const acl = users
    .map(
      (name) =>
        `user ${name}\n${Array.from({ length: 9 }, (_, n) => `topic read t/${name}/${n}\n`).join('')}`,
    )
    .join('');
  const adopted = adoptTexts({
    main: 'listener 1883\npassword_file /p\nacl_file /acl\n',
    acls: { '/acl': `pattern deny secret/%u\n${acl}` },
    passwords: { '/p': users.map((name) => `${name}:${anyHash}\n`).join('') },
  });
  expect(adopted.accounts).toHaveLength(10_000);
  expect(Object.keys(adopted.input.roles ?? {})).toHaveLength(1);
  expect(noteKeys(adopted)).toEqual([]);
});

it('100,000 rules of one user, and a role each for 5,000', { timeout: patience }, () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `topic write a/${index}\n`).join('');
  const pairs = Array.from({ length: 5000 }, (_, n) =>
    [`x${n}`, `y${n}`]
      .map((name) => `user ${name}\ntopic read t/${name}/${n}\ntopic write w/${n}\n`)
      .join(''),
  ).join('');
  const names = ['one', ...Array.from({ length: 5000 }, (_, n) => [`x${n}`, `y${n}`]).flat()];
  const adopted = adoptTexts({
    main: 'listener 1883\npassword_file /p\nacl_file /acl\n',
    acls: { '/acl': `user one\n${many}${pairs}` },
    passwords: { '/p': names.map((name) => `${name}:${anyHash}\n`).join('') },
  });
  expect(adopted.accounts[0]).toMatchObject({ name: 'one', roles: ['publisher'] });
  expect(Object.keys(adopted.input.roles ?? {})).toHaveLength(5000);
  expect(specText(adopted.input).length).toBeGreaterThan(100_000);
});

it('50,000 lines of the same option, and of none', { timeout: patience }, () => {
  const main = `listener 1883\n${'sys_interval 5\nlog_dest topic\nunknown x\n'.repeat(20_000)}`;
  expect(adoptTexts({ main }).lines).toHaveLength(60_001);
});

it('many patterns that deny against many rules that allow: said to be unlike, where it is too much to look at', {
  timeout: patience,
}, () => {
  const denies = Array.from({ length: 5000 }, (_, n) => `pattern deny d/${n}\n`).join('');
  const allows = Array.from({ length: 5000 }, (_, n) => `topic read a/${n}\n`).join('');
  const adopted = adoptTexts({
    main: 'listener 1883\npassword_file /p\nacl_file /acl\n',
    acls: { '/acl': `${denies}user u\n${allows}` },
    passwords: { '/p': `u:${anyHash}\n` },
  });
  expect(noteKeys(adopted)).toContain('!adopt.acl.order');
});
