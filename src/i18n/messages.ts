import type { enAll } from './en-all.ts';

type Catalogue = typeof enAll;
export type MessageKey = keyof Catalogue;

/** What a catalogue entry must be given before it can be put into words. */
export type ParamsOf<K extends MessageKey> = Catalogue[K] extends (params: infer P) => string ? P : undefined;

/**
 * A text not yet in any language: plain JSON, so that plans, reports and errors can carry it. Made by `msg` alone, which
 * holds key and parameters together; a type for each of a thousand keys would be more than the compiler bears.
 */
export interface Message {
  key: MessageKey;
  params?: Readonly<Record<string, string | number>>;
}

/** Builds a message value; the compiler checks that the parameters are the ones the text needs. */
export function msg<K extends MessageKey>(
  key: K,
  ...[params]: ParamsOf<K> extends undefined ? [] : [ParamsOf<K>]
): Message {
  return (params === undefined ? { key } : { key, params }) as Message;
}

/** The shape another language must have to stand beside `English`: same keys, same parameters. */
export type Same<English> = {
  [K in keyof English]: English[K] extends (params: infer P) => string ? (params: P) => string : string;
};

export type Language = 'en' | 'fr';
export type Translate = (message: Message) => string;
