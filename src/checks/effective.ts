import type { Facts } from '../facts/types.ts';
import { Hidden } from '../hidden.ts';
import type { EffectiveConf } from '../mosquitto/effective.ts';
import { effectiveConf } from '../mosquitto/effective.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { parseVersion } from '../mosquitto/version.ts';

/** What the files on disk amount to, as the broker would merge them; or the files that we may not read. */
export function effectiveOf(
  facts: Facts,
): { ok: true; conf: EffectiveConf } | { ok: false; unread: string[] } {
  const { layout, included, files, mosquitto } = facts;
  const paths = layout.confDir === null ? [] : included.map((name) => `${layout.confDir}/${name}`);
  const text = (path: string): string | null => {
    const content = files[path]?.content ?? null;
    return content instanceof Hidden ? content.reveal() : content;
  };
  const unread = [layout.mainConf, ...paths].filter((path) => text(path) === null);
  if (unread.length > 0) return { ok: false, unread };
  const version = mosquitto.version === null ? null : parseVersion(mosquitto.version);
  const conf = effectiveConf(
    { path: layout.mainConf, text: text(layout.mainConf) ?? '' },
    paths.map((path) => ({ path, text: text(path) ?? '' })),
    version,
  );
  return { ok: true, conf };
}

/** Where a line stands, and what it says: `/etc/mosquitto/conf.d/zz.conf:1: allow_anonymous true`. */
export function lineText({ file, line, keyword, value }: ConfLine): string {
  return `${file}:${line}: ${keyword} ${value}`;
}
