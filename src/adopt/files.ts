import { writtenOptions } from '../desired/written.ts';
import type { ConfTree } from '../lint/types.ts';
import { parseConf } from '../mosquitto/formats/conf.ts';
import { readConf } from '../mosquitto/formats/conf-document.ts';
import { deleteLines, insertLine, printDocument } from '../mosquitto/formats/document.ts';
import { findOption } from '../mosquitto/options/registry.ts';
import type { Adopted } from './types.ts';

/**
 * Included files that may stay where they are: they hold comments, or options of the whole broker that broker.yaml has no
 * key for, and so cannot contradict it.
 */
export function stayingFiles({ folders }: ConfTree, confDir: string | null): Set<string> {
  const files = folders
    .filter(({ value }) => value.replace(/\/+$/, '') === confDir)
    .flatMap(({ files: all }) => all);
  return new Set(
    files.flatMap(({ path, text }) => (text !== null && parseConf(text, path).every(isFree) ? [path] : [])),
  );
}

function isFree({ keyword }: { keyword: string }): boolean {
  const option = findOption(keyword);
  return (
    option !== null &&
    option.scope === 'broker' &&
    option.group !== 'plugins' &&
    !isManaged(option) &&
    keyword !== 'include_dir' &&
    keyword !== 'per_listener_settings'
  );
}

function isManaged({ name, sameAs }: { name: string; sameAs: string | null }): boolean {
  return writtenOptions.has(name) || (sameAs !== null && writtenOptions.has(sameAs));
}

/**
 * The main file without the lines that we take over, everything else byte for byte; with a line that says so, and one
 * that loads our folder where there was none.
 */
export function mainWithout(
  bytes: Uint8Array,
  path: string,
  { lines }: Adopted,
  confDir: string,
  header: string,
): Buffer {
  const document = readConf(bytes, path);
  const gone = lines.flatMap(({ file, line, verdict }) =>
    file === path && verdict !== 'stays' ? [line] : [],
  );
  if (gone.length === 0 && loads(document.meanings, confDir)) return Buffer.from(bytes);
  const rest = insertLine(deleteLines(document, gone), 0, header);
  const whole = loads(rest.meanings, confDir)
    ? rest
    : insertLine(rest, rest.starts.length, `include_dir ${confDir}`);
  return printDocument(whole);
}

function loads(lines: readonly { keyword: string; value: string }[], folder: string): boolean {
  return lines.some(
    ({ keyword, value }) => keyword === 'include_dir' && value.replace(/\/+$/, '') === folder,
  );
}
