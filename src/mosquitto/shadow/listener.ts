import type { EffectiveListener } from '../effective.ts';
import { type ConfLine, confBoolean, firstWord } from '../formats/conf.ts';
import { valueIn } from '../options/by-version.ts';
import { findOption } from '../options/registry.ts';
import type { Version } from '../version.ts';
import { blockOf, type ReadTree } from './read.ts';
import type { Need, ShadowListener } from './types.ts';

/** Options of a listener that questions over one connection do not show. */
const compared = [
  'mount_point',
  'max_connections',
  'max_qos',
  'use_username_as_clientid',
  'use_identity_as_username',
  'use_subject_as_username',
  'require_certificate',
  'enable_proxy_protocol',
  'websockets_origin',
];

const tlsOptions = ['certfile', 'keyfile', 'cafile', 'capath', 'psk_hint'];

/** A listener of the original, to be shadowed on `port`. */
export function shadowListener(read: ReadTree, original: EffectiveListener, port: number): ShadowListener {
  const block = blockOf(read, original);
  const has = (keyword: string): boolean => lastOf(block, keyword) !== null;
  return {
    original,
    name: nameOf(original),
    doors: doorsOf(original, block),
    protocol: original.protocol,
    port,
    mentionsTls: tlsOptions.some(has),
    needs: needsOf(original, block),
    mountPoint: lastOf(block, 'mount_point')?.value ?? '',
    settings: settingsOf(block, read.version),
    passwordFile: original.passwordFile?.value ?? null,
  };
}

function lastOf(block: readonly ConfLine[], keyword: string): ConfLine | null {
  return block.findLast((line) => line.keyword === keyword) ?? null;
}

function needsOf({ protocol }: EffectiveListener, block: readonly ConfLine[]): Need | null {
  if (protocol === 'http_api') return 'http';
  const required = lastOf(block, 'require_certificate');
  if (required !== null && confBoolean(required.value) === true && lastOf(block, 'certfile') !== null)
    return 'certificate';
  return lastOf(block, 'psk_hint') !== null && lastOf(block, 'certfile') === null ? 'psk' : null;
}

function settingsOf(block: readonly ConfLine[], version: Version): Record<string, string> {
  return Object.fromEntries(
    compared.map((keyword) => {
      const option = findOption(keyword);
      const usual = option === null ? '' : (valueIn(option.default, version) ?? '');
      const value = lastOf(block, keyword)?.value ?? usual;
      const isWord = option !== null && valueIn(option.value, version).kind !== 'text';
      return [keyword, isWord ? firstWord(value) : value];
    }),
  );
}

function nameOf({ port, address }: EffectiveListener): string {
  if (port === 0) return address ?? '0';
  if (address === 'loopback') return `localhost:${port}`;
  return `${bracketed(address ?? '*')}:${port}`;
}

function doorsOf({ port, address }: EffectiveListener, block: readonly ConfLine[]): string[] {
  if (port === 0 && address !== null) return [address];
  const onInterface = lastOf(block, 'bind_interface')?.value ?? null;
  if (onInterface !== null) return [`%${onInterface}:${port}`];
  const domain = firstWord(lastOf(block, 'socket_domain')?.value ?? '');
  const [four, six] =
    address === 'loopback' || address === 'localhost' ? ['127.0.0.1', '::1'] : ['0.0.0.0', '::'];
  const isBoth = address === null || address === 'loopback' || address === 'localhost';
  const addresses = isBoth ? [four, six] : [address];
  return addresses
    .filter((one) => !isBoth || domain === '' || one.includes(':') === (domain === 'ipv6'))
    .map((one) => `${bracketed(one)}:${port}`);
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
