import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Spec } from '../../spec/types.ts';
import type { PreflightProblem } from './types.ts';

/** A listener can only be opened at an address that the machine has now. */
export function addressProblems({ layout, network }: Facts, spec: Spec): PreflightProblem[] {
  const here = network.addresses.map((found) => canonicalAddress(found.address));
  return spec.listeners.flatMap(({ name, bind }) => {
    const wanted = typeof bind === 'string' ? [] : bind;
    const foreign = wanted.filter(
      (address) => !isWildcard(address) && !here.includes(canonicalAddress(address)),
    );
    return foreign.map(
      (address): PreflightProblem => ({
        exit: 'input',
        message: msg('preflight.address', { listener: name, address }),
        place: { file: layout.spec },
        fix: msg('preflight.addressFix', { addresses: [...new Set(here)].join(', ') }),
      }),
    );
  });
}

export function isWildcard(address: string): boolean {
  const canonical = canonicalAddress(address);
  return canonical === '0.0.0.0' || canonical === '::';
}

/** One spelling for an address: without zone, short, in lower case (RFC 5952). What is no address stays as it is. */
export function canonicalAddress(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  // The URL parser is the one in the language that knows IPv6.
  return URL.canParse(`http://[${plain}]/`) ? new URL(`http://[${plain}]/`).hostname.slice(1, -1) : plain;
}
