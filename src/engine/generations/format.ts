import { createHash } from 'node:crypto';
import * as z from 'zod';

export const storedFile = z.object({
  path: z.string().startsWith('/'),
  owner: z.string(),
  group: z.string(),
  mode: z.int().min(0).max(0o7777),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string(),
});

const head = z.object({
  schemaVersion: z.literal(1),
  number: z.int().min(1),
  /** ISO 8601. */
  made: z.string(),
  command: z.string(),
  who: z.string(),
  message: z.string().nullable(),
  /** Of mqtt-setup. */
  tool: z.string(),
  /** Of the broker: upstream's version, and the package's where there is one. */
  mosquitto: z.string().nullable(),
  package: z.string().nullable(),
  /** What `verify` said at its end, by check. */
  report: z.object({ ok: z.boolean(), checks: z.record(z.string(), z.string()) }),
  files: z.array(storedFile),
  /** What others had written into files that this run replaced or removed. */
  overwritten: z.array(storedFile),
});

const content = z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })]);

export type StoredFile = z.infer<typeof storedFile>;
export type GenerationHead = z.infer<typeof head>;

export interface Bytes extends StoredFile {
  data: Buffer;
}

/** One applied state: who made it when and why, its files as they were then, and the proof. */
export interface Generation extends Omit<GenerationHead, 'files' | 'overwritten'> {
  files: Bytes[];
  overwritten: Bytes[];
}

/**
 * A generation as text, one JSON object a line: first what is known of it, then the bytes of its files in the same
 * order, so that a list of generations reads one line of each.
 */
export function printGeneration({ files, overwritten, ...rest }: Generation): string {
  const all = [...files, ...overwritten];
  const first: GenerationHead = {
    ...rest,
    files: files.map(withoutData),
    overwritten: overwritten.map(withoutData),
  };
  return `${[first, ...all.map(({ data }) => printBytes(data))].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Null for anything that `printGeneration` did not write. */
export function parseHead(text: string): GenerationHead | null {
  return head.safeParse(parseJson(text.slice(0, text.indexOf('\n')))).data ?? null;
}

/** Null where it is damaged: also where the bytes of one file are not those that its hash was made of. */
export function parseGeneration(text: string): Generation | null {
  const parsed = parseHead(text);
  if (parsed === null) return null;
  const lines = text.split('\n').slice(1, -1);
  const stored = [...parsed.files, ...parsed.overwritten];
  if (lines.length !== stored.length) return null;
  const all = stored.flatMap((one, index): Bytes[] => {
    const data = parseBytes(lines[index] ?? '');
    return data !== null && sha256(data) === one.sha256 ? [{ ...one, data }] : [];
  });
  if (all.length !== stored.length) return null;
  const count = parsed.files.length;
  return { ...parsed, files: all.slice(0, count), overwritten: all.slice(count) };
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** What is known of a file, without its bytes. */
export function withoutData({ path, owner, group, mode, sha256: hash }: Bytes): StoredFile {
  return { path, owner, group, mode, sha256: hash };
}

/** As text where that is what it is, so that a person can read it. */
export function printBytes(data: Buffer): z.infer<typeof content> {
  const text = data.toString('utf8');
  return Buffer.from(text).equals(data) ? { text } : { base64: data.toString('base64') };
}

/** Null for a line that `printBytes` did not make. */
export function parseBytes(line: string): Buffer | null {
  const parsed = content.safeParse(parseJson(line)).data;
  if (parsed === undefined) return null;
  return 'text' in parsed ? Buffer.from(parsed.text) : Buffer.from(parsed.base64, 'base64');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
