import type { Backup } from '../engine/backup/format.ts';
import { type Message, msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** What is in a backup, for people. */
export function renderBackup(title: Message, backup: Backup, t: Translate, style: Style): string {
  const { made, mosquitto, generation, files, store, generations } = backup;
  return [
    style.green(t(title)),
    `  ${t(msg('backup.of', { made, generation, version: mosquitto ?? '?' }))}`,
    `  ${t(msg('backup.holds', { files: files.length, generations: generations.length }))}`,
    `  ${store === null ? t(msg('backup.noStore')) : t(msg('backup.store', { bytes: store.data.length }))}`,
    ...files.map(({ path }) => `  ${style.dim(printable(path))}`),
  ].join('\n');
}

/** For programs: never the contents. */
export function backupJson(command: string, file: string, backup: Backup, left: readonly string[]): object {
  const { made, tool, mosquitto, mode, generation, files, store, generations } = backup;
  return {
    schemaVersion: 1,
    command,
    ok: true,
    file,
    made,
    tool,
    mosquitto,
    mode,
    generation,
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
    store: store === null ? null : { path: store.path, bytes: store.data.length },
    generations: generations.map(({ number }) => number),
    left,
  };
}
