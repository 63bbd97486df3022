import type { Resource } from '../engine/types.ts';
import { Hidden } from '../hidden.ts';

export type File = Extract<Resource, { kind: 'file' }>;

/** As `chmod` and `install` take it. */
export const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

/** To whom it is to belong, as `install` takes it. */
export function belongs({ owner, group }: { owner: string | null; group: string | null }): string[] {
  return ['-o', owner ?? 'root', '-g', group ?? 'root'];
}

/** What is to stand in it; null where that is no text. */
export function textOf({ content }: File): string | null {
  const value: unknown = content;
  if (value instanceof Hidden) return String(value.reveal());
  return typeof content === 'string' ? content : null;
}
