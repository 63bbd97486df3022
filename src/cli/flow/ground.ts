import type { Layout } from '../../distros/layout.ts';
import type { Bytes } from '../../engine/generations/format.ts';
import type { Resource } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Ground } from './types.ts';

/**
 * Stored files as the ground of a plan. The broker's configuration is made anew from them, right for the version that
 * is installed now; files that nothing is made from (a bridge's password) come as they were. Throws 65 where no spec is
 * among them.
 */
export function groundFrom(files: readonly Bytes[], { layout }: Facts): Ground {
  if (!files.some(({ path }) => path === layout.spec))
    throw fail('input', msg('generations.noSpec', { file: layout.spec }));
  const guard = layout.guard === null ? [] : Object.values(layout.guard);
  const tls = Object.values(ownPlaces(layout));
  const isCopy = (path: string): boolean =>
    /^\/mqtt-setup[-.]/.test(path.slice(layout.certs.length)) && path.startsWith(layout.certs);
  const made = new Set([
    ...tls,
    ...guard,
    layout.conf,
    layout.spec,
    layout.accounts,
    layout.passwd,
    layout.acl,
    layout.probe,
  ]);
  return {
    files: Object.fromEntries(
      files
        .filter(({ path }) => path !== layout.conf)
        .map((file) => [file.path, factOf(file, layout)] as const),
    ),
    // Certificates are the matter of those who make and copy them: an old one put back would undo a revocation.
    resources: files.filter(({ path }) => !made.has(path) && !isCopy(path)).map((file) => resourceOf(file)),
  };
}

/** A stored file as if it were on the machine; what may hold secrets is hidden. */
export function factOf({ path, owner, group, mode, sha256, data }: Bytes, layout: Layout): FileFact {
  const text = data.toString('utf8');
  const { spec, accounts, acl, conf, mainConf } = layout;
  const isOpen = [spec, accounts, acl, conf, mainConf].includes(path);
  return {
    kind: 'file',
    mode,
    owner,
    group,
    size: data.length,
    mtimeMs: 0,
    ctimeMs: 0,
    sha256,
    content: isOpen ? text : new Hidden(text),
  };
}

/** A stored file as something that should be so. */
export function resourceOf({ path, owner, group, mode, data }: Bytes): Extract<Resource, { kind: 'file' }> {
  return {
    kind: 'file',
    id: `stored.${path}`,
    path,
    content: data,
    owner,
    group,
    mode,
    secret: secretIn(path),
    notify: 'restart',
    why: msg('engine.why.stored'),
  };
}

/** What is never shown of a file of this name. */
function secretIn(path: string): 'behind-colon' | 'remote-password' | null {
  if (path.endsWith('.conf')) return 'remote-password';
  return /\.(?:yaml|jsonl|acl)$|\/acl$/.test(path) ? null : 'behind-colon';
}
