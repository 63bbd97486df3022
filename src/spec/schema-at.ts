import * as z from 'zod';
import { expectations } from './fields.ts';

/**
 * The schema of the field at `path`, or of the nearest thing around it that says what it expects; the rest of the path
 * is then inside of it.
 */
export function schemaAt(
  root: z.ZodType,
  path: readonly PropertyKey[],
): { schema: z.ZodType; rest: PropertyKey[] } {
  let schema = plain(root);
  for (const [index, key] of path.entries()) {
    const next = child(schema, key);
    if (next === null) return { schema, rest: path.slice(index) };
    schema = plain(next);
  }
  return { schema, rest: [] };
}

/** The keys that a mapping knows; none where any may stand, or where it is no mapping. */
export function keysOf(schema: z.ZodType): string[] {
  const inner = plain(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function child(schema: z.ZodType, key: PropertyKey): z.ZodType | null {
  if (schema instanceof z.ZodObject) {
    const shape: Record<PropertyKey, z.ZodType> = schema.shape;
    return Object.hasOwn(shape, key) ? (shape[key] ?? null) : null;
  }
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (!(schema instanceof z.ZodUnion)) return null;
  const options = schema.options as z.ZodType[];
  return options.map((option) => child(plain(option), key)).find((found) => found !== null) ?? null;
}

function plain(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional && !expectations.has(schema)
    ? plain(schema.unwrap() as z.ZodType)
    : schema;
}
