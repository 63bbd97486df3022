import * as z from 'zod';
import { type Message, msg } from '../i18n/messages.ts';
import { parseDuration, parseSize } from './quantities.ts';

/** What a field holds, in words: said where the value is something else. */
export type Expected = { words: readonly string[] } | { say: (value: string) => Message };

/** What each field of the schema expects; the schema decides, this only finds the words. */
export const expectations = z.registry<Expected>();

/** What a field looks like where only a function of ours can tell: said to the JSON Schema and to the reference. */
export type Form =
  | { kind: 'size' | 'duration' | 'hours'; min: number; max: number }
  | { kind: 'line' | 'path' | 'socket' | 'address' | 'filter' };

/** Which fields have such a form. */
export const forms = z.registry<Form>();

/** Names the form of a field. */
export function formed<T extends z.ZodType>(schema: T, form: Form): T {
  forms.add(schema, form);
  return schema;
}

function expecting<T extends z.ZodType>(schema: T, expected: Expected): T {
  expectations.add(schema, expected);
  return schema;
}

export const flag = (): z.ZodBoolean =>
  expecting(z.boolean(), { say: (value) => msg('spec.expects.flag', { value }) });

export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  expecting(z.enum(words), { words });

export const count = (min: number, max: number): z.ZodInt =>
  expecting(z.int().min(min).max(max), { say: (value) => msg('spec.expects.count', { value, min, max }) });

/** Bytes. */
export const size = (min: number, max: number) =>
  expecting(
    formed(
      z.union([z.int(), z.string()]).refine((value) => (parseSize(value, max) ?? -1) >= min),
      { kind: 'size', min, max },
    ),
    { say: (value) => msg('spec.expects.size', { value, min, max }) },
  );

/** Seconds at least and at most. */
export const duration = (min: number, max: number) =>
  expecting(
    formed(
      z.union([z.int(), z.string()]).refine((value) => (parseDuration(value, max) ?? -1) >= min),
      { kind: 'duration', min, max },
    ),
    { say: (value) => msg('spec.expects.duration', { value }) },
  );

/** `field` or the word `none`: what the profile would limit is not limited. */
export function orNone<T extends z.ZodType>(field: T) {
  const expected = expectations.get(field);
  const union = z.union([z.literal('none'), field]);
  if (expected !== undefined && 'say' in expected) expectations.add(union, expected);
  return union;
}

/** What can stand as the rest of a line of mosquitto.conf, which knows no quotes: it comes back as it was written. */
export const line = (max = 1024) =>
  expecting(formed(z.string().min(1).max(max).refine(isLine), { kind: 'line' }), {
    say: (value) => msg('spec.expects.line', { value, max }),
  });

export const word = (pattern: RegExp, say: (value: string) => Message): z.ZodString =>
  expecting(z.string().regex(pattern), { say });

export const path = () =>
  expecting(
    formed(
      z
        .string()
        .max(4096)
        .refine((text) => text.startsWith('/') && text.length > 1 && isLine(text)),
      { kind: 'path' },
    ),
    { say: (value) => msg('spec.expects.path', { value }) },
  );

export const list = <T extends z.ZodType>(item: T) =>
  expecting(z.array(item), { say: () => msg('spec.expects.list') });

export const mapping = <T extends z.core.$ZodLooseShape>(shape: T) =>
  expecting(z.strictObject(shape), { say: () => msg('spec.expects.mapping') });

/** One line: nothing that does not print, no blank at an end, no text that is not Unicode. */
export function isLine(text: string): boolean {
  return text === text.trim() && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u.test(text);
}
