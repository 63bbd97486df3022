import { isMap, isSeq, type Node } from 'yaml';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { sameBind } from './binds.ts';
import { addListeners, withTls } from './edit-tls.ts';
import type { SpecChanges } from './flags.ts';
import { loadSpec } from './load.ts';
import { bindText } from './new-text.ts';
import { addPair, pairOf, replace, rootMap, type Splice, splice, valueSplice } from './splices.ts';
import type { Listener, Spec } from './types.ts';

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
    return splice(text, addListeners(text, root, { ...withoutTls(changes), profile }));
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
