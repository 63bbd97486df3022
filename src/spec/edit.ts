import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { sameBind } from './binds.ts';
import type { SpecChanges, TlsChange } from './flags.ts';
import { loadSpec } from './load.ts';
import { bindText, listenerLines } from './new-text.ts';
import { mqttsPort } from './profiles.ts';
import { setInSpec } from './set-in.ts';
import type { Listener, ListenerTls, Profile, Spec } from './types.ts';
import { readYaml } from './yaml.ts';

/** Bytes `from` to `to` of the text become `with`. */
interface Splice {
  from: number;
  to: number;
  with: string;
}

/**
 * Changes an existing broker.yaml: only the bytes of the values that change, or new lines, are touched; comments,
 * order and spelling elsewhere stay. `port` and `bind` mean the first mqtt listener. A change that is already so (by
 * default too) gives the identical text. Throws AppError('input') where the file, or what it becomes, is not right.
 */
export function editSpec(text: string, file: string, changes: SpecChanges): string {
  const edited = withTls(withListener(withProfile(text, file, changes), file, changes), file, changes);
  if (edited === text) return text;
  const result = loadSpec(edited, file);
  // The guard behind the splices: a file of an unforeseen shape is refused, never changed into something else.
  if (!holds(result, changes)) throw fail('input', msg('spec.edit.by-hand'), { place: { file } });
  return edited;
}

function withProfile(text: string, file: string, { profile }: SpecChanges): string {
  if (profile === undefined || loadSpec(text, file).profile === profile) return text;
  const root = rootMap(text, file);
  if (root === null) return text;
  const pair = pairOf(root, 'profile');
  return pair === null
    ? splice(text, addPair(text, root, pairOf(root, 'version'), `profile: ${profile}`))
    : replace(text, pair, profile);
}

function withListener(text: string, file: string, changes: SpecChanges): string {
  const root = rootMap(text, file);
  if (root === null || (changes.port === undefined && changes.bind === undefined)) return text;
  const now = firstMqtt(readable(text, file, changes));
  const port = now?.port === changes.port ? undefined : changes.port;
  const bind =
    now !== undefined && changes.bind !== undefined && sameBind(now.bind, changes.bind)
      ? undefined
      : changes.bind;
  if (port === undefined && bind === undefined) return text;
  const listeners = pairOf(root, 'listeners');
  if (listeners === null) {
    const profile = changes.profile ?? readable(text, file, changes)?.profile ?? 'lan';
    return splice(text, addListeners(text, root, withoutTls(changes), profile));
  }
  const listener = isSeq<Node>(listeners.value) ? listeners.value.items[0] : undefined;
  if (!isMap<Node, Node | null>(listener)) return text;
  const portPair = pairOf(listener, 'port');
  const bindPair = pairOf(listener, 'bind');
  // Later bytes first, so that the offsets of the earlier ones still hold.
  const splices: Splice[] = [];
  if (port !== undefined && portPair !== null) splices.push(valueSplice(portPair, String(port)));
  if (bind !== undefined) {
    splices.push(
      bindPair === null
        ? addPair(text, listener, portPair, `bind: ${bindText(bind)}`)
        : valueSplice(bindPair, bindText(bind)),
    );
  }
  return splices.toSorted((a, b) => b.from - a.from).reduce(splice, text);
}

function withoutTls({ tls: _tls, ...changes }: SpecChanges): SpecChanges {
  return changes;
}

/** The spec before the listener changes; a profile that just changed may not suit the old `bind`, which is changed too. */
function readable(text: string, file: string, changes: SpecChanges): Spec | null {
  try {
    return loadSpec(text, file);
  } catch (error) {
    if (changes.profile !== undefined && changes.bind !== undefined) return null;
    throw error;
  }
}

function firstMqtt(spec: Spec | null): Listener | undefined {
  return spec?.listeners.find(({ protocol, socket }) => protocol === 'mqtt' && socket === null);
}

function holds(spec: Spec, { profile, port, bind }: SpecChanges): boolean {
  const listener = firstMqtt(spec);
  return (
    (profile === undefined || spec.profile === profile) &&
    (port === undefined || listener?.port === port) &&
    (bind === undefined || (listener !== undefined && sameBind(listener.bind, bind)))
  );
}

function rootMap(text: string, file: string): YAMLMap<Node, Node | null> | null {
  const { contents } = readYaml(text, file).document;
  return isMap<Node, Node | null>(contents) ? contents : null;
}

function pairOf(map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | null {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) ?? null;
}

/** Certificates, and what else has no place of its own yet: through the document, which keeps comments and order. */
function withTls(text: string, file: string, { tls, names, acme }: SpecChanges): string {
  if (tls === undefined && names === undefined && acme === undefined) return text;
  const now = loadSpec(text, file);
  const { listeners, profile } = now;
  const at = listeners.findIndex((one) => one.tls !== null);
  const isShown = tls === undefined || isSameTls(listeners[at]?.tls ?? null, tls);
  const root = rootMap(text, file);
  const isSaid = root !== null && pairOf(root, 'listeners') !== null;
  // What the profile implies is written out, so that it can be changed.
  const whole =
    isShown || isSaid || root === null ? text : splice(text, addListeners(text, root, { profile }, profile));
  const value =
    tls?.from === 'files'
      ? { certificate: tls.certificate, key: tls.key, ...(tls.ca === null ? {} : { ca: tls.ca }) }
      : tls?.from;
  return setInSpec(whole, [
    ...(isShown
      ? []
      : at === -1
        ? [{ path: ['listeners', listeners.length], value: { name: 'mqtts', port: mqttsPort, tls: value } }]
        : [{ path: ['listeners', at, 'tls'], value }]),
    ...(names === undefined || isDeepStrictEqual(names, now.certificates.names)
      ? []
      : [{ path: ['certificates', 'names'], value: names }]),
    ...(acme === undefined || isDeepStrictEqual(acme, now.acme)
      ? []
      : [
          {
            path: ['acme'],
            value: Object.fromEntries(Object.entries(acme).filter(([, one]) => one !== null)),
          },
        ]),
  ]);
}

function isSameTls(now: ListenerTls | null, wanted: TlsChange): boolean {
  if (now === null || now.from !== wanted.from) return false;
  return (
    wanted.from === 'acme' ||
    (now.certificate === wanted.certificate && now.key === wanted.key && now.ca === wanted.ca)
  );
}

function addListeners(
  text: string,
  root: YAMLMap<Node, Node | null>,
  changes: SpecChanges,
  profile: Profile,
): Splice {
  const after = root.items.at(-1) ?? null;
  const lines = listenerLines({ ...changes, profile });
  if (root.flow === true) {
    const flow = lines.map((line) => line.trim().replace(/^- /, '},{')).join(', ');
    return addPair(
      text,
      root,
      after,
      `listeners: [${flow.replace(/^\},/, '').replaceAll(', },{', '}, {')}}]`,
    );
  }
  return addPair(text, root, after, ['listeners:', ...lines].join('\n'));
}

/** A new pair behind `after`, in the style of the mapping. */
function addPair(
  text: string,
  map: YAMLMap<Node, Node | null>,
  after: Pair<Node, Node | null> | null,
  pair: string,
): Splice {
  const end = endOf(after?.value ?? after?.key ?? null);
  if (map.flow === true) return { from: end, to: end, with: `, ${pair}` };
  const start = after?.key.range?.[0] ?? 0;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0);
  const indent = ' '.repeat(start - lineStart);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const body = pair
    .split('\n')
    .map((line) => indent + line)
    .join(newline);
  const lineEnd = text.indexOf('\n', end);
  if (lineEnd === -1) return { from: text.length, to: text.length, with: `${newline}${body}${newline}` };
  return { from: lineEnd + 1, to: lineEnd + 1, with: `${body}${newline}` };
}

/** Where a value ends, without the line break and the blanks that a block takes along. */
function endOf(node: Node | null): number {
  if (isSeq<Node | null>(node) && node.flow !== true) return endOf(node.items.at(-1) ?? null);
  if (isMap<Node, Node | null>(node) && node.flow !== true) return endOf(node.items.at(-1)?.value ?? null);
  return node?.range?.[1] ?? 0;
}

function replace(text: string, pair: Pair<Node, Node | null>, value: string): string {
  return splice(text, valueSplice(pair, value));
}

function valueSplice(pair: Pair<Node, Node | null>, value: string): Splice {
  return { from: pair.value?.range?.[0] ?? 0, to: endOf(pair.value), with: value };
}

function splice(text: string, { from, to, with: inserted }: Splice): string {
  return text.slice(0, from) + inserted + text.slice(to);
}
