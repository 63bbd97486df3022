import type { Layout } from '../../distros/layout.ts';
import { type AppError, fail } from '../../errors.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { adoptedFolder, type KeptOriginal } from './adoption.ts';

/** A file as it was before mqtt-setup took the broker over. */
export interface Original extends Omit<KeptOriginal, 'kept'> {
  content: Uint8Array;
}

/**
 * What an adoption kept; nothing where there was none. Throws 78 where not all of it can be read: going on would take the
 * copies away without having put them back.
 */
export async function readOriginals(host: HostReader, layout: Layout): Promise<Original[]> {
  const folder = adoptedFolder(layout);
  const path = `${folder}/manifest.json`;
  const manifest = await host.read(path);
  if (!manifest.ok) {
    if (manifest.reason === 'missing' && ((await host.list(folder)) ?? []).length === 0) return [];
    throw damaged(folder, path);
  }
  const kept = parse(manifest.data.toString('utf8'));
  if (kept === null) throw damaged(folder, path);
  return Promise.all(
    kept.map(async ({ kept: name, ...original }): Promise<Original> => {
      const copy = await host.read(`${folder}/${name}`);
      if (!copy.ok) throw damaged(folder, `${folder}/${name}`);
      return { ...original, content: copy.data };
    }),
  );
}

function damaged(folder: string, file: string): AppError {
  return fail('refused', msg('preflight.originals'), {
    place: { file },
    fix: msg('preflight.originalsFix', { folder }),
  });
}

/** Only what we write ourselves; null for anything else. */
function parse(text: string): KeptOriginal[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : null;
    return Array.isArray(files) && files.every(isKept) ? files : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptOriginal {
  if (typeof value !== 'object' || value === null) return false;
  const { path, kept, owner, group, mode } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    path.startsWith('/') &&
    typeof kept === 'string' &&
    /^\d{4,}$/.test(kept) &&
    typeof owner === 'string' &&
    typeof group === 'string' &&
    typeof mode === 'number'
  );
}
