import type { Facts } from '../facts/types.ts';

/** Is it a file that we add to the broker's unit? */
export function isOurs(path: string, { layout }: Facts): boolean {
  return layout.guard !== null && Object.values(layout.guard).includes(path);
}
