import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { CertificateFile } from '../tls/files.ts';

/**
 * The files of certificates and keys, in folders that are there. Everybody may read a certificate; a key belongs to
 * whoever needs it, alone (threats §4.3).
 */
export function certificateResources(files: readonly CertificateFile[], facts: Facts): Resource[] {
  if (files.length === 0) return [];
  return [...folders(files, facts), ...files.map((file) => fileOf(file, facts))];
}

function folders(files: readonly CertificateFile[], { layout, files: found, mosquitto }: Facts): Resource[] {
  const isLocal = layout.mode === 'local';
  const us = isLocal ? { owner: null, group: null } : { owner: 'root', group: 'root' };
  const folder = (id: string, path: string, mode: number): Resource[] =>
    files.some((file) => file.path.startsWith(`${path}/`))
      ? [{ kind: 'directory', id, path, ...us, mode, why: msg('tls.why.folder') }]
      : [];
  // The package brings the one below /etc/mosquitto.
  const comes = !isLocal && (mosquitto.source !== 'installed' || found[layout.certs]?.kind === 'directory');
  return [
    ...folder('directory.ca', layout.ca, 0o700),
    ...(comes ? [] : folder('directory.certs', layout.certs, isLocal ? 0o700 : 0o755)),
  ];
}

function fileOf(file: CertificateFile, { layout }: Facts): Resource {
  const isLocal = layout.mode === 'local';
  const owner = isLocal ? null : file.owner === 'broker' ? 'mosquitto' : 'root';
  const open = isLocal ? 0o600 : 0o644;
  return {
    kind: 'file',
    id: file.id,
    path: file.path,
    content: file.content,
    owner,
    group: owner,
    mode: file.secret ? (file.owner === 'us' ? 0o400 : 0o600) : open,
    secret: file.secret ? 'whole' : null,
    ...(file.says === null ? {} : { says: file.says }),
    notify: file.notify,
    why: file.why,
  };
}
