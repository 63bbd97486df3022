import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acls } from './acls.ts';
import { defaults } from './defaults.ts';
import { forums } from './forums.ts';
import { generatedAcls, generatedConfs, generatedPasswds } from './generated.ts';
import { includes } from './includes.ts';
import { accountLines, passwds, passwords, passwordsA, passwordsB } from './passwds.ts';
import type { CorpusCase } from './types.ts';

/** Every file of the corpus, with what stands beside it. */

const beside = join(import.meta.dirname, '..', 'lint');
const pem = (name: string): string => readFileSync(join(beside, name), 'utf8');

/** What configurations of the corpus name. */
const around = {
  'pw-a': passwordsA,
  'pw-b': passwordsB,
  'acl-a': 'pattern readwrite a/#\n',
  'acl-b': 'pattern readwrite b/#\n',
  's.pem': pem('server.pem'),
  's.key': pem('server.key'),
  'other.key': pem('other.key'),
  psk: 'alice:0123456789abcdef\n',
};

const texts = Object.entries({ ...forums, ...defaults }).map(
  ([name, text]) => [name, { 'mosquitto.conf': text }] as const,
);
const confs = [...texts, ...Object.entries(includes), ...Object.entries(generatedConfs(80))].map(
  ([name, files]): CorpusCase => ({ name, kind: 'conf', files: { ...around, ...files } }),
);

const allAcls = [...Object.entries(acls), ...Object.entries(generatedAcls(30))].map(
  ([name, acl]): CorpusCase => ({
    name: `rights: ${name}`,
    kind: 'acl',
    files: { 'mosquitto.conf': 'listener 1883 127.0.0.1\nallow_anonymous true\nacl_file DIR/acl\n', acl },
  }),
);

const allPasswds = [...Object.entries(passwds), ...Object.entries(generatedPasswds(20, accountLines))].map(
  ([name, passwd]): CorpusCase => ({
    name: `accounts: ${name}`,
    kind: 'passwd',
    files: { 'mosquitto.conf': 'listener 1883 127.0.0.1\npassword_file DIR/passwd\n', passwd },
  }),
);

export const corpus: readonly CorpusCase[] = [...confs, ...allAcls, ...allPasswds];
export { passwords };
