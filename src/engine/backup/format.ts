import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import {
  type Bytes,
  type Generation,
  parseBytes,
  parseGeneration,
  printBytes,
  printGeneration,
  sha256,
  storedFile,
  withoutData,
} from '../generations/format.ts';

const kind = 'mqtt-setup backup';

/** Bytes of what is in a backup, unpacked: a small file may be made to unpack to any size. */
const mostBytes = 480 * 1024 * 1024;

const head = z.object({
  kind: z.literal(kind),
  schemaVersion: z.literal(1),
  made: z.string(),
  tool: z.string(),
  mosquitto: z.string().nullable(),
  mode: z.enum(['system', 'local']),
  /** The folder of a local broker. */
  dir: z.string().startsWith('/').nullable(),
  /** The generation that it is of; 0 where there is none. */
  generation: z.int().min(0),
  files: z.array(storedFile),
  /** The broker's database. */
  store: storedFile.nullable(),
  /** Numbers of the generations that are in it. */
  generations: z.array(z.int().min(1)),
});

export type BackupHead = z.infer<typeof head>;

/** Everything that would hurt to lose of one broker. */
export interface Backup extends Omit<BackupHead, 'files' | 'store' | 'generations'> {
  files: Bytes[];
  store: Bytes | null;
  generations: Generation[];
}

export type Parsed = { backup: Backup } | { problem: 'foreign' | 'newer' | 'damaged' };

/** As gzip of one JSON object a line: first what it is of, then the files in the same order, the store, generations. */
export function printBackup({ files, store, generations, ...rest }: Omit<Backup, 'kind'>): Buffer {
  const first: BackupHead = {
    ...rest,
    kind,
    files: files.map(withoutData),
    store: store === null ? null : withoutData(store),
    generations: generations.map(({ number }) => number),
  };
  const lines = [
    first,
    ...[...files, ...(store === null ? [] : [store])].map(({ data }) => printBytes(data)),
    ...generations.map((one) => ({ text: printGeneration(one) })),
  ];
  return gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

/** Reads one whole and holds every file against its hash: nothing is made from half of a backup. */
export function parseBackup(data: Buffer): Parsed {
  const text = unpacked(data);
  if (text === null) return { problem: data[0] === 0x1f && data[1] === 0x8b ? 'damaged' : 'foreign' };
  const [firstLine = '', ...lines] = text.split('\n').slice(0, -1);
  const first = parseJson(firstLine);
  const parsed = head.safeParse(first).data;
  if (parsed === undefined) return { problem: whatElse(first) };
  const stored = [...parsed.files, ...(parsed.store === null ? [] : [parsed.store])];
  if (lines.length !== stored.length + parsed.generations.length) return { problem: 'damaged' };
  const bytes = stored.flatMap((one, index): Bytes[] => {
    const found = parseBytes(lines[index] ?? '');
    return found !== null && sha256(found) === one.sha256 ? [{ ...one, data: found }] : [];
  });
  const generations = lines.slice(stored.length).flatMap((line, index): Generation[] => {
    const found = parseGeneration(parseBytes(line)?.toString('utf8') ?? '');
    return found !== null && found.number === parsed.generations[index] ? [found] : [];
  });
  if (bytes.length !== stored.length || generations.length !== parsed.generations.length)
    return { problem: 'damaged' };
  const count = parsed.files.length;
  return {
    backup: { ...parsed, files: bytes.slice(0, count), store: bytes[count] ?? null, generations },
  };
}

function unpacked(data: Buffer): string | null {
  try {
    return gunzipSync(data, { maxOutputLength: mostBytes }).toString('utf8');
  } catch {
    return null;
  }
}

/** Ours, but of a later version; or gzip of something else. */
function whatElse(first: unknown): 'foreign' | 'newer' | 'damaged' {
  const seen = z.object({ kind: z.literal(kind), schemaVersion: z.number() }).safeParse(first).data;
  if (seen === undefined) return 'foreign';
  return seen.schemaVersion > 1 ? 'newer' : 'damaged';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
