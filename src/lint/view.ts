import { entersListener } from '../mosquitto/default-listener.ts';
import { type EffectiveConf, effectiveConf } from '../mosquitto/effective.ts';
import { type AclLine, parseAcl } from '../mosquitto/formats/acl.ts';
import { type ConfLine, confBoolean } from '../mosquitto/formats/conf.ts';
import { type PasswdLine, parsePasswd } from '../mosquitto/formats/passwd.ts';
import { readableConf, readablePasswords, readableText } from '../mosquitto/nul.ts';
import { valueIn } from '../mosquitto/options/by-version.ts';
import { findOption, isKnownIn, type Option } from '../mosquitto/options/registry.ts';
import { type NamedPath, namedPath } from '../mosquitto/paths.ts';
import { printVersion, type Traits, traitsOf } from '../mosquitto/traits.ts';
import type { Version } from '../mosquitto/version.ts';
import { type KeywordFault, keywordFault } from './keyword-fault.ts';
import type { ConfSource, ConfTree } from './types.ts';

export type { KeywordFault } from './keyword-fault.ts';

/** A listener, a bridge, or what stands outside of both. */
export interface Block {
  /** The line that opens it; null for the listener that the broker implies, and for the broker itself. */
  by: ConfLine | null;
  lines: ConfLine[];
}

/** A line where the broker reads it, and what it belongs to there. */
export interface Placed {
  line: ConfLine;
  source: ConfSource;
  option: Option;
  listener: Block | null;
  bridge: Block | null;
  plugin: ConfLine | null;
  /** Whom a second line of the same option would meet; null where lines add up anyway. */
  holder: Block | null;
  /** Was per_listener_settings on when it was read? */
  perListener: boolean;
}

/** A line whose keyword this version does not know; `option` is what another version knows. */
export interface Stranger {
  line: ConfLine;
  option: Option | null;
}

/** A path with the line that names it, and whether no later line takes its place. */
export interface Named extends NamedPath {
  placed: Placed;
  inEffect: boolean;
}

export interface Parsed<Line> {
  named: Named;
  lines: readonly Line[];
}

/** The tree as the broker of one version reads it: what all rules look at. */
export interface View {
  tree: ConfTree;
  version: Version;
  /** `2.0.11` */
  versionText: string;
  traits: Traits;
  sources: readonly ConfSource[];
  lines: readonly Placed[];
  /** Lines whose keyword this version does not know, by what is wrong with it. */
  unknown: ReadonlyMap<KeywordFault, readonly Stranger[]>;
  named: readonly Named[];
  /** Declared ones, in order. */
  listeners: readonly Block[];
  /** What belongs to the listener that the broker implies. */
  implied: Block;
  bridges: readonly Block[];
  effective: EffectiveConf;
  /** Each file once, at the line that names it first. */
  acls: readonly Parsed<AclLine>[];
  passwords: readonly Parsed<PasswdLine>[];
  incomplete: ParsedTexts['incomplete'];
}

const pluginOpeners = ['plugin', 'auth_plugin', 'global_plugin', 'plugin_load', 'plugin_use'];

/** Texts that mean the same to every version that reads all of them, read once: they may be large. */
export interface ParsedTexts {
  acls: ReadonlyMap<string, readonly AclLine[]>;
  passwords: ReadonlyMap<string, readonly PasswdLine[]>;
  /** Lines of password files that have a colon, but no name or no hash. */
  incomplete: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Comments and blank lines of an ACL file say nothing; of a password file the first one matters. */
export function parseTexts({ acls, secrets }: ConfTree, version: Version): ParsedTexts {
  const parsedAcls = Object.entries(acls).map(([path, text]) => {
    const lines = parseAcl(readableText(text, version)).filter(
      ({ kind }) => kind !== 'comment' && kind !== 'blank',
    );
    return [path, lines] as const;
  });
  const parsedPasswords = Object.entries(secrets).map(([path, text]) => {
    const lines = parsePasswd(readablePasswords(text.reveal(), version));
    const firstBlank = lines.find(({ kind }) => kind === 'blank');
    return [path, lines.filter((line) => line.kind !== 'blank' || line === firstBlank)] as const;
  });
  const incomplete = parsedPasswords.map(([path, lines]) => {
    const texts = secrets[path]?.reveal().split('\n') ?? [];
    const junk = lines.filter(({ kind, line }) => kind === 'junk' && texts[line - 1]?.includes(':') === true);
    return [path, new Set(junk.map(({ line }) => line))] as const;
  });
  return {
    acls: new Map(parsedAcls),
    passwords: new Map(parsedPasswords),
    incomplete: new Map(incomplete),
  };
}

export function viewOf(tree: ConfTree, version: Version, texts = parseTexts(tree, version)): View {
  const traits = traitsOf(version);
  const reader = new Reader(version, traits);
  reader.readMain(tree);
  const named = namedBy(reader.lines, version);
  const included = tree.folders.flatMap(({ value, files }) =>
    files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text, folder: value }])),
  );
  return {
    tree,
    version,
    versionText: printVersion(version),
    traits,
    sources: [tree.main, ...tree.folders.flatMap(({ files }) => files)],
    lines: reader.lines,
    unknown: byFault(reader.unknown),
    named,
    listeners: reader.listeners,
    implied: reader.implied,
    bridges: reader.bridges,
    effective: effectiveConf({ path: tree.main.path, text: tree.main.text ?? '' }, included, version),
    acls: parsed(once(named, 'acl'), texts.acls),
    passwords: parsed(once(named, 'passwords'), texts.passwords),
    incomplete: texts.incomplete,
  };
}

function byFault(lines: readonly Stranger[]): Map<KeywordFault, Stranger[]> {
  const found = new Map<KeywordFault, Stranger[]>();
  for (const stranger of lines) {
    const fault = keywordFault(stranger.line, stranger.option);
    const own = found.get(fault);
    if (own === undefined) found.set(fault, [stranger]);
    else own.push(stranger);
  }
  return found;
}

function namedBy(lines: readonly Placed[], version: Version): Named[] {
  return lines.flatMap((placed) => {
    const { line, option, holder } = placed;
    const named = namedPath(line, version);
    if (named === null) return [];
    const isReplaceable = valueIn(option.again, version) === 'wins';
    const inEffect = !isReplaceable || holder === null || lineIn(holder, line.keyword) === line;
    return [{ ...named, placed, inEffect }];
  });
}

function parsed<Line>(named: readonly Named[], lines: ReadonlyMap<string, readonly Line[]>): Parsed<Line>[] {
  return named.flatMap((one) => {
    const own = lines.get(one.path);
    return own === undefined ? [] : [{ named: one, lines: own }];
  });
}

function once(named: readonly Named[], role: NamedPath['role']): Named[] {
  const byPath = new Map<string, Named>();
  for (const one of named) if (one.role === role && !byPath.has(one.path)) byPath.set(one.path, one);
  return [...byPath.values()];
}

/** Goes through the files in the broker's order. Blocks end with their file. */
class Reader {
  readonly lines: Placed[] = [];
  readonly unknown: Stranger[] = [];
  readonly listeners: Block[] = [];
  readonly bridges: Block[] = [];
  readonly implied: Block = { by: null, lines: [] };
  readonly #broker: Block = { by: null, lines: [] };
  readonly #version: Version;
  readonly #traits: Traits;
  #perListener = false;

  constructor(version: Version, traits: Traits) {
    this.#version = version;
    this.#traits = traits;
  }

  readMain({ main, folders }: ConfTree): void {
    this.#read(main, (line) => {
      const folder = folders.find(({ value }) => value === line.value);
      for (const file of folder?.files ?? []) this.#read(file, () => undefined);
    });
  }

  #read(source: ConfSource, include: (line: ConfLine) => void): void {
    let listener: Block | null = null;
    let bridge: Block | null = null;
    let plugin: ConfLine | null = null;
    for (const line of readableConf(source.text ?? '', source.path, this.#version)) {
      const option = findOption(line.keyword);
      if (line.keyword === 'listener') listener = opened(this.listeners, line);
      if (line.keyword === 'connection') bridge = opened(this.bridges, line);
      if (option === null || !this.#knows(option, line.keyword)) {
        this.unknown.push({ line, option });
        continue;
      }
      const isEntered = entersListener(option, listener !== null, this.#version);
      const holder = this.#holder(option, isEntered ? this.implied : listener, bridge);
      holder?.lines.push(line);
      const perListener = this.#perListener;
      this.lines.push({ line, source, option, listener, bridge, plugin, holder, perListener });
      if (isEntered) listener = this.implied;
      if (pluginOpeners.includes(line.keyword)) plugin = line;
      if (line.keyword === 'per_listener_settings') this.#switch(line);
      if (line.keyword === 'include_dir') include(line);
    }
  }

  /** Any name of a plugin's option is handed on to the plugin. */
  #knows(option: Option, keyword: string): boolean {
    return isKnownIn(option, this.#version) || /^(plugin|auth)_opt_/.test(keyword);
  }

  #holder({ scope }: Option, listener: Block | null, bridge: Block | null): Block | null {
    switch (scope) {
      case 'listener':
        return listener ?? this.implied;
      case 'default-listener':
        return this.implied;
      case 'security':
        return this.#perListener ? (listener ?? this.implied) : this.#broker;
      case 'bridge':
        return bridge;
      case 'plugin':
        return null;
      case 'broker':
        return this.#broker;
    }
  }

  #switch(line: ConfLine): void {
    const value = confBoolean(line.value);
    const stays = this.#perListener && this.#traits.refusesEarlySecurity;
    if (value !== null && !stays) this.#perListener = value;
  }
}

function opened(blocks: Block[], by: ConfLine): Block {
  const block = { by, lines: [] };
  blocks.push(block);
  return block;
}

/** The last line of a block with this keyword; null where it has none. */
export function lineIn(block: Block, ...keywords: string[]): ConfLine | null {
  return block.lines.findLast(({ keyword }) => keywords.includes(keyword)) ?? null;
}
