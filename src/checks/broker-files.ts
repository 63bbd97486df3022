import type { Facts, FileFact } from '../facts/types.ts';

/** The files that the broker reads, in the order of reading, with what is known of each. */
export function brokerFiles({
  layout,
  included,
  files,
}: Facts): { path: string; fact: FileFact | undefined }[] {
  const conf = included.map((name) => `${layout.confDir ?? ''}/${name}`);
  const paths = new Set([
    layout.mainConf,
    ...(layout.confDir === null ? [] : conf),
    layout.passwd,
    layout.acl,
  ]);
  return [...paths].map((path) => ({ path, fact: files[path] }));
}
