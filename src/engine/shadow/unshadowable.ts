import { AppError, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { ConfTree } from '../../lint/types.ts';
import { readTree } from '../../mosquitto/shadow/read.ts';
import type { Version } from '../../mosquitto/version.ts';
import { shown } from '../../shown.ts';

/** What keeps a configuration from being run as a shadow, each with its place; empty where nothing does. */
export function unshadowable(tree: ConfTree, version: Version): Problem[] {
  return readTree(tree, version).unshadowable.map(({ line, why }) => ({
    message: msg(`shadow.unshadowable.${why}`, { keyword: shown(line.keyword) }),
    place: { file: line.file, line: line.line },
  }));
}

/** A plugin would be let loose on its real files. */
export function refuseUnshadowable(tree: ConfTree, version: Version): void {
  const problems = unshadowable(tree, version);
  if (problems.length > 0) throw new AppError('refused', problems);
}
