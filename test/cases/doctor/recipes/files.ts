import { hash, listener, open } from './parts.ts';
import type { Recipe } from './types.ts';

type File = readonly [name: string, cause: Recipe['causes'][number], text: string, Recipe['releases']?];

const passwords = `${listener}password_file DIR/pw\n`;
const rights = `${listener}acl_file DIR/acl\n`;
const secret = 'listener 8883 127.0.0.1\npsk_hint x\npsk_file DIR/psk\n';
const older: Recipe['releases'] = ['bookworm', 'trixie'];

function each(files: readonly File[], conf: string, name: string): Recipe[] {
  return files.map(([recipe, cause, text, releases]) => ({
    name: recipe,
    causes: [cause],
    conf,
    files: { [name]: text },
    ...(releases === undefined ? {} : { releases }),
  }));
}

/** Password, ACL and PSK files. */
export const files: readonly Recipe[] = [
  { name: 'passwords-missing', causes: ['passwords.unopened'], conf: `${listener}password_file DIR/none\n` },
  {
    name: 'passwords-closed',
    causes: ['passwords.unopened'],
    conf: passwords,
    files: { pw: `alice:${hash}\n` },
    before: 'chown root: pw',
  },
  {
    name: 'passwords-link',
    causes: ['passwords.unopened'],
    conf: `${listener}password_file DIR/link\n`,
    files: { pw: `alice:${hash}\n` },
    before: 'ln -s pw link',
    releases: ['forky'],
  },
  {
    name: 'passwords-folder',
    causes: ['passwords.unopened', 'file.open-to-others'],
    conf: passwords,
    before: 'mkdir pw',
    releases: ['trixie', 'forky'],
  },
  ...each(
    [
      ['passwords-plain', 'passwords.entry-dropped', 'alice:secret\n', older],
      ['passwords-empty', 'passwords.entry-dropped', 'alice:\n', older],
      [
        'passwords-newer',
        'passwords.entry-dropped',
        `alice:$7$1000$${'A'.repeat(86)}==$${'A'.repeat(86)}==\n`,
        older,
      ],
      ['passwords-argon2', 'passwords.entry-dropped', 'alice:$argon2id$v=19$m=47104,t=1,p=1$AA$AA\n', older],
      ['passwords-rounds', 'passwords.entry-dropped', `alice:${hash.replace('101', '0')}\n`, older],
      ['passwords-half', 'passwords.entry-dropped', `alice:${hash.slice(0, 10)}\n`, older],
      ['passwords-short', 'passwords.entry-dropped', `alice:${hash.replace(/A{9}==$/, '')}\n`, older],
      ['passwords-plain-now', 'passwords.invalid-line', 'alice:secret\n', ['forky']],
      [
        'passwords-argon2-now',
        'passwords.invalid-line',
        'alice:$argon2id$v=19$m=47104,t=1,p=1$AA$AA\n',
        ['forky'],
      ],
      ['passwords-twice', 'passwords.invalid-line', `alice:${hash}\nalice:${hash}\n`, ['forky']],
      ['passwords-nameless', 'passwords.invalid-line', `:${hash}\n`, ['forky']],
      ['passwords-long', 'passwords.invalid-line', `${'a'.repeat(65536)}:${hash}\n`, ['forky']],
    ],
    passwords,
    'pw',
  ),
  { name: 'acl-missing', causes: ['acl.unopened'], conf: `${listener}acl_file DIR/none\n` },
  {
    name: 'acl-link',
    causes: ['acl.unopened'],
    conf: `${listener}acl_file DIR/link\n`,
    files: { acl: 'topic read a\n' },
    before: 'ln -s acl link',
    releases: ['forky'],
  },
  ...each(
    [
      ['acl-nonsense', 'acl.unreadable-line', 'user alice\nnonsense here\n'],
      ['acl-comment', 'acl.unreadable-line', '  # who may what\n'],
      ['acl-no-name', 'acl.unreadable-line', 'user\ntopic read a\n'],
      ['acl-blank-name', 'acl.unreadable-line', 'user \ntopic read a\n'],
      ['acl-no-topic', 'acl.unreadable-line', 'user alice\ntopic\n'],
      ['acl-blank-topic', 'acl.unreadable-line', 'user alice\ntopic \n'],
      ['acl-bad-access', 'acl.unreadable-line', 'user alice\ntopic reed a/b\n'],
      ['acl-bad-topic', 'acl.unreadable-line', 'user alice\ntopic read a/#/b\n'],
    ],
    rights,
    'acl',
  ),
  { name: 'psk-missing', causes: ['psk.unopened'], conf: secret.replace('DIR/psk', 'DIR/none') },
  {
    name: 'psk-closed',
    causes: ['psk.unopened'],
    conf: secret,
    files: { psk: 'alice:aabbcc\n' },
    before: 'chown root: psk',
  },
  ...each([['psk-no-hex', 'psk.invalid-line', 'alice:secret\n']], secret, 'psk'),
  {
    name: 'passwords-of-nobody',
    causes: [],
    conf: `${open}password_file DIR/pw\n`,
    files: { pw: `# nobody\n\nalice:${hash}\n` },
  },
];
