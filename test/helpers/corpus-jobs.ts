import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseAcl } from '../../src/mosquitto/formats/acl.ts';
import { passwords } from '../cases/corpus/corpus.ts';
import type { CorpusCase } from '../cases/corpus/types.ts';
import type { Job } from './corpus-types.ts';
import type { Identity } from './probe-client.ts';

export const judge = 'corpus-judge';

/** A case as it lies in the tree of a release: its folder there, and its files with real paths in them. */
export interface Placed {
  id: string;
  dir: string;
  kind: CorpusCase['kind'];
  name: string;
  files: ReadonlyMap<string, Buffer>;
}

export function placed({ name, kind, files }: CorpusCase, index: number): Placed {
  const id = String(index).padStart(4, '0');
  const dir = `/mnt/rw/${id}`;
  const real = Object.entries(files).map(([file, content]) => {
    const bytes =
      typeof content === 'string' ? Buffer.from(content.replaceAll('DIR', dir)) : Buffer.from(content);
    return [file, file === 'acl' ? judged(bytes) : bytes] as const;
  });
  return { id, dir, kind, name, files: new Map(real) };
}

/** A section at the end for the one who may do everything, which means nothing to anybody else. */
function judged(acl: Buffer): Buffer {
  return Buffer.concat([acl, Buffer.from(`\nuser ${judge}\ntopic readwrite #\n`)]);
}

export async function layOut(cases: readonly Placed[], folder: string): Promise<void> {
  for (const { id, files } of cases) {
    for (const [name, content] of files) {
      const path = join(folder, id, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { mode: 0o600 });
    }
    await chmod(join(folder, id), 0o755);
  }
}

/** Of a configuration more is looked at than who gets in. */
export function isWatched({ kind }: Placed): boolean {
  return kind === 'conf';
}

const stranger: Identity = { name: null, clientId: '' };
const alice: Identity = { name: 'alice', password: 'pa', clientId: 'probe-alice' };
const bob: Identity = { name: 'bob', password: 'pb', clientId: 'probe-bob' };
const wrong: Identity = { name: 'alice', password: 'wrong', clientId: 'probe-wrong' };

export function loginsOf({ kind }: Placed): Identity[] {
  if (kind === 'acl') return [];
  if (kind === 'conf') return [stranger, alice, bob];
  const known = Object.entries(passwords).map(([name, password]) => ({
    name,
    password,
    clientId: `probe-${name}`,
  }));
  return [...known, wrong];
}

/** Who is looked at in an ACL file: everybody it names, somebody it does not, and one who gives no name. */
export function readersOf({ kind, files }: Placed): Identity[] {
  if (kind !== 'acl') return [];
  const lines = parseAcl(files.get('acl')?.toString('utf8') ?? '');
  const names = lines.flatMap((line) => (line.kind === 'user' && line.name !== judge ? [line.name] : []));
  const all = [...new Set(['alice', ...names, 'nobody'])]
    .filter((name) => !/[\p{Cc}\ufffd]/u.test(name))
    .slice(0, 6);
  return [
    ...all.map((name, index) => ({ name, clientId: `c${index}` })),
    { name: 'alice', clientId: 'x/y' },
    { name: 'alice', clientId: 'x+y' },
    { name: null, clientId: 'anon' },
  ];
}

/** Topics that the filters of the file could be about, and some that none is. */
export function topicsOf(one: Placed): string[] {
  if (one.kind === 'conf') return ['a/x', 'b/x', 'c/x'];
  if (one.kind === 'passwd') return [];
  const filters = parseAcl(one.files.get('acl')?.toString('utf8') ?? '').flatMap((line) =>
    line.kind === 'topic' || line.kind === 'pattern' ? [line.filter] : [],
  );
  const [first] = readersOf(one);
  const topics = filters.flatMap((filter) => {
    const real = filter.replaceAll('%u', first?.name ?? '').replaceAll('%c', first?.clientId ?? '');
    const levels = real.split('/').map((level) => (level === '+' ? 'p' : level));
    if (levels.at(-1) !== '#') return [levels.join('/'), filter];
    return [[...levels.slice(0, -1), 'q', 'r'].join('/'), levels.slice(0, -1).join('/')];
  });
  const usual = ['a', 'a/b', 'a/secret', 'b', 'other/thing', 'alice/c0/x', 'x/y/z', 'dev-alice/x'];
  const right = [...usual, ...topics].filter((topic) => isTopic(topic));
  return [...new Set(right)].slice(0, 24);
}

function isTopic(topic: string): boolean {
  return topic !== '' && topic.length < 1000 && !/[+#\p{Cc}\ufffd]/u.test(topic) && !topic.startsWith('$SYS');
}

export function jobOf(one: Placed, known: Pick<Job, 'transports' | 'files' | 'flush'>): Job {
  const { id, dir } = one;
  return {
    id,
    dir,
    ...known,
    logins: loginsOf(one),
    topics: topicsOf(one),
    sys: isWatched(one),
    readers: readersOf(one),
    judge,
  };
}
