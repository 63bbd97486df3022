import type { ConfSource, ConfTree } from '../../lint/types.ts';
import { type EffectiveListener, effectiveConf } from '../effective.ts';
import { type ConfLine, parseConf } from '../formats/conf.ts';
import { findOption } from '../options/registry.ts';
import { type NamedPath, namedPath } from '../paths.ts';
import { type Traits, traitsOf } from '../traits.ts';
import type { Version } from '../version.ts';
import type { Unshadowable } from './types.ts';

/** A configuration file with its lines; `listener` is the line that opens the block, null outside of one. */
export interface ReadSource {
  source: ConfSource;
  lines: { line: ConfLine; listener: ConfLine | null }[];
}

export interface ReadTree {
  tree: ConfTree;
  version: Version;
  traits: Traits;
  main: ReadSource;
  /** By the value of their include_dir line. */
  folders: { value: string; files: ReadSource[] }[];
  listeners: EffectiveListener[];
  /** Does the broker open the implied listener to the world, with anonymous access forced (facts §0 J)? */
  forcesAnonymous: boolean;
  named: NamedPath[];
  unshadowable: Unshadowable[];
  /** Configuration files that we could not read. */
  unread: string[];
}

/** Paths that matter to what a shadow answers, or to whether it starts. */
const weighty = ['passwords', 'acl', 'psk', 'certificate', 'key', 'authority', 'folder', 'include'];

/** Plugins of Debian's 2.1 that do what the options password_file and acl_file do. */
const knownPlugin = /\/mosquitto_(password_file|acl_file)\.so$/;

export function readTree(tree: ConfTree, version: Version): ReadTree {
  const traits = traitsOf(version);
  const main = readSource(tree.main, traits);
  const folders = tree.folders.map(({ value, files }) => ({
    value,
    files: files.map((file) => readSource(file, traits)),
  }));
  const sources = [main, ...folders.flatMap(({ files }) => files)];
  const lines = sources.flatMap((source) => source.lines.map(({ line }) => line));
  const included = folders.flatMap(({ value, files }) =>
    files.map(({ source }) => ({ path: source.path, text: source.text ?? '', folder: value })),
  );
  const effective = effectiveConf({ path: tree.main.path, text: tree.main.text ?? '' }, included, version);
  const isDeclared = lines.some(({ keyword }) => ['listener', 'port', 'bind_address'].includes(keyword));
  const named = lines.map((line) => namedPath(line, version)).filter((found) => found !== null);
  return {
    tree,
    version,
    traits,
    main,
    folders,
    listeners: effective.listeners,
    forcesAnonymous:
      !isDeclared &&
      effective.perListenerSettings?.value !== true &&
      effective.listeners.some(({ implied }) => implied === 'stray'),
    named,
    unshadowable: named.flatMap(({ line, path, role }): Unshadowable[] => {
      if (role === 'plugin' && !knownPlugin.test(path)) return [{ line, why: 'plugin' }];
      return weighty.includes(role) && !path.startsWith('/') ? [{ line, why: 'relative-path' }] : [];
    }),
    unread: sources.flatMap(({ source }) => (source.text === null ? [source.path] : [])),
  };
}

function readSource(source: ConfSource, { nulEndsFile }: Traits): ReadSource {
  const lines: ReadSource['lines'] = [];
  let listener: ConfLine | null = null;
  for (const line of parseConf(source.text ?? '', source.path)) {
    if (line.keyword.startsWith('\0')) {
      if (nulEndsFile) break;
      continue;
    }
    if (line.keyword === 'listener') listener = line;
    lines.push({ line, listener });
  }
  return { source, lines };
}

/** Every line of every file. */
export function allLines({ main, folders }: ReadTree): ReadSource['lines'] {
  return [main, ...folders.flatMap(({ files }) => files)].flatMap(({ lines }) => lines);
}

/** Lines of a listener's block, or of the listener that the broker implies. */
export function blockOf(read: ReadTree, { by, implied }: EffectiveListener): ConfLine[] {
  return allLines(read)
    .filter(({ line, listener }) =>
      implied === null
        ? listener !== null && isSameLine(listener, by)
        : listener === null || findOption(line.keyword)?.scope === 'default-listener',
    )
    .map(({ line }) => line);
}

export function isSameLine(one: ConfLine, other: ConfLine | null): boolean {
  return one.file === other?.file && one.line === other.line;
}
