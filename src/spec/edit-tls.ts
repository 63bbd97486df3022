import { isDeepStrictEqual } from 'node:util';
import type { Node, YAMLMap } from 'yaml';
import type { SpecChanges, TlsChange } from './flags.ts';
import { loadSpec } from './load.ts';
import { listenerBlocks, listenerLines } from './new-text.ts';
import { mqttsPort } from './profiles.ts';
import { type SpecChange, setInSpec } from './set-in.ts';
import { addPair, pairOf, rootMap, type Splice, splice } from './splices.ts';
import type { ListenerTls, Profile, Spec } from './types.ts';

/**
 * What the flags say of certificates, in an existing broker.yaml: of the first listener with TLS, or of a new one. What is
 * so already stays as it is written. Throws AppError('input') where the file is not right.
 */
export function withTls(text: string, file: string, changes: SpecChanges): string {
  const { tls, names, acme, firewall } = changes;
  if (tls === undefined && names === undefined && acme === undefined && firewall === undefined) return text;
  const now = loadSpec(text, file);
  const listener = tls === undefined ? null : listenerChange(now, tls);
  return setInSpec(listener === null ? text : writtenOut(text, file, now), [
    ...(listener === null ? [] : [listener]),
    ...(names === undefined || isDeepStrictEqual(names, now.certificates.names)
      ? []
      : [{ path: ['certificates', 'names'], value: names }]),
    ...acmeChange(now, changes),
    ...(firewall === undefined || now.firewall ? [] : [{ path: ['firewall'], value: true }]),
  ]);
}

/**
 * A broker.yaml with these names in the certificate of our own CA, beside those that are there, and a listener that shows
 * it, where there is none. Throws AppError('input') where the file is not right.
 */
export function withServerNames(text: string, file: string, names: readonly string[]): string {
  const now = loadSpec(text, file);
  const { listeners, certificates } = now;
  const all = [...new Set([...certificates.names, ...names.map((name) => name.toLowerCase())])];
  const hasOne = listeners.some(({ tls }) => tls?.from === 'own');
  return setInSpec(hasOne ? text : writtenOut(text, file, now), [
    ...(all.length === certificates.names.length ? [] : [{ path: ['certificates', 'names'], value: all }]),
    ...(hasOne
      ? []
      : [{ path: ['listeners', listeners.length], value: { name: 'mqtts', port: mqttsPort, tls: 'own' } }]),
  ]);
}

/** Null where it shows that certificate already. */
function listenerChange({ listeners }: Spec, tls: TlsChange): SpecChange | null {
  const at = listeners.findIndex((one) => one.tls !== null);
  if (isSameTls(listeners[at]?.tls ?? null, tls)) return null;
  const value =
    tls.from === 'acme'
      ? tls.from
      : { certificate: tls.certificate, key: tls.key, ...(tls.ca === null ? {} : { ca: tls.ca }) };
  return at === -1
    ? { path: ['listeners', listeners.length], value: { name: 'mqtts', port: mqttsPort, tls: value } }
    : { path: ['listeners', at, 'tls'], value };
}

function isSameTls(now: ListenerTls | null, wanted: TlsChange): boolean {
  if (now === null || now.from !== wanted.from) return false;
  return (
    wanted.from === 'acme' ||
    (now.certificate === wanted.certificate && now.key === wanted.key && now.ca === wanted.ca)
  );
}

/** Who brings files has no use for an authority any more. */
function acmeChange(now: Spec, { tls, acme }: SpecChanges): SpecChange[] {
  if (acme === undefined)
    return tls?.from === 'files' && now.acme !== null ? [{ path: ['acme'], value: undefined }] : [];
  if (isDeepStrictEqual(acme, now.acme)) return [];
  return [
    { path: ['acme'], value: Object.fromEntries(Object.entries(acme).filter(([, one]) => one !== null)) },
  ];
}

/** The listeners that the profile implies are written out, so that one of them can be changed. */
function writtenOut(text: string, file: string, { profile }: Spec): string {
  const root = rootMap(text, file);
  if (root === null || pairOf(root, 'listeners') !== null) return text;
  return splice(text, addListeners(text, root, { profile }));
}

/** The profile's listeners written out, so that they can be changed. */
export function addListeners(
  text: string,
  root: YAMLMap<Node, Node | null>,
  changes: SpecChanges & { profile: Profile },
): Splice {
  const blocks = listenerBlocks(changes);
  const pair =
    root.flow === true
      ? `listeners: [${blocks.map((lines) => `{${lines.join(', ')}}`).join(', ')}]`
      : ['listeners:', ...listenerLines(blocks)].join('\n');
  return addPair(text, root, root.items.at(-1) ?? null, pair);
}
