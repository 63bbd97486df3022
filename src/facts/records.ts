import type { Layout } from '../distros/layout.ts';
import type { HostReader } from '../host/types.ts';
import type { Facts, Opened, RecordsFact } from './types.ts';

/**
 * What earlier runs recorded. A file that is not what we write is no reason to stop looking: it counts as no records,
 * with the flag `damaged`, and preflight says what that means before anything is changed.
 */
export async function gatherRecords(
  host: HostReader,
  layout: Pick<Layout, 'state'>,
): Promise<Pick<Facts, 'records' | 'recordsProblem'>> {
  const result = await host.read(`${layout.state}/records.json`, { maxBytes: 16 * 1024 * 1024 });
  if (!result.ok) {
    if (result.reason === 'missing') return { records: null };
    return { records: null, recordsProblem: result.reason === 'denied' ? 'denied' : 'damaged' };
  }
  const records = parseRecords(result.data.toString('utf8'));
  return records === null ? { records, recordsProblem: 'damaged' } : { records };
}

/** Null for anything that is not what we write. Fields that a later version may add are left aside. */
export function parseRecords(text: string): RecordsFact | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const { written, authored = written, folders, loaded, found, generation, opened = [] } = value;
  if (
    !isTexts(written) ||
    !isTexts(authored) ||
    !Array.isArray(folders) ||
    !folders.every((folder) => typeof folder === 'string')
  )
    return null;
  if (typeof generation !== 'number' || !isLoaded(loaded) || !isFound(found) || !isOpened(opened))
    return null;
  return { written, authored, folders, loaded, found, generation, ...(opened.length > 0 ? { opened } : {}) };
}

function isOpened(value: unknown): value is Opened[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        isObject(one) &&
        ['ufw', 'firewalld', 'nftables'].includes(String(one.tool)) &&
        Number.isInteger(one.port),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isLoaded(value: unknown): value is RecordsFact['loaded'] {
  return value === null || (isObject(value) && typeof value.started === 'string' && isTexts(value.files));
}

function isFound(value: unknown): value is RecordsFact['found'] {
  if (value === null) return true;
  if (!isObject(value)) return false;
  const { installed, running, enabled } = value;
  return (
    typeof installed === 'boolean' &&
    typeof running === 'boolean' &&
    (enabled === null || typeof enabled === 'boolean')
  );
}

/** The note of how a service was found; null for anything that is not one. */
export function parseFound(text: string): RecordsFact['found'] {
  try {
    const value: unknown = JSON.parse(text);
    return isFound(value) ? value : null;
  } catch {
    return null;
  }
}
