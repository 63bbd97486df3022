import { lookup } from 'node:dns/promises';

/** The address that a name leads to, as this machine resolves it; null where it leads nowhere. Never throws. */
export async function addressOf(host: string): Promise<string | null> {
  return lookup(host).then(
    ({ address }) => address,
    () => null,
  );
}
