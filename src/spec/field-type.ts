import * as z from 'zod';
import { type Form, forms } from './fields.ts';
import { specSchema } from './schema.ts';
import { schemaAt } from './schema-at.ts';

/** What a key of broker.yaml holds. */
export type FieldType =
  | { kind: 'flag' | 'text' | 'mapping' }
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'count'; min: number; max: number }
  | { kind: 'form'; form: Form }
  | { kind: 'list'; of: FieldType }
  | { kind: 'either'; of: readonly FieldType[] };

/** What the key at `path` holds, as `listeners.*.port`. */
export function fieldType(path: string): FieldType {
  return typeOf(schemaAt(specSchema, path.split('.')).schema);
}

function typeOf(schema: z.ZodType): FieldType {
  const form = forms.get(schema);
  if (form !== undefined) return { kind: 'form', form };
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodEnum) return { kind: 'words', words: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: 'words', words: [...schema.values].map(String) };
  if (schema instanceof z.ZodNumber)
    return { kind: 'count', min: schema.minValue ?? 0, max: schema.maxValue ?? Number.MAX_SAFE_INTEGER };
  if (schema instanceof z.ZodArray) return { kind: 'list', of: typeOf(schema.element as z.ZodType) };
  if (schema instanceof z.ZodUnion)
    return { kind: 'either', of: (schema.options as z.ZodType[]).map((option) => typeOf(option)) };
  if (schema instanceof z.ZodString) return { kind: 'text' };
  return { kind: 'mapping' };
}
