import type { JsonSchema } from './types.ts';

/** A key of broker.yaml, as `listeners.*.port`, and what the schema says of it. */
export interface SchemaPath {
  path: string;
  schema: JsonSchema;
  required: boolean;
}

/** Every key of a schema, in its order, and every mapping that stands in a list or below a name of one's own. */
export function pathsOf(root: JsonSchema): SchemaPath[] {
  return below(root, '').filter(
    ({ path, schema }) => !path.endsWith('.*') || schema.properties !== undefined,
  );
}

/** All of them, items of lists too. */
export function below(schema: JsonSchema, at: string): SchemaPath[] {
  const here = (key: string): string => (at === '' ? key : `${at}.${key}`);
  const { properties = {}, required = [], anyOf = [] } = schema;
  const children: SchemaPath[] = [
    ...Object.entries(properties).map(([key, value]) => ({
      path: here(key),
      schema: asSchema(value),
      required: required.includes(key),
    })),
    ...[schema.additionalProperties, schema.items].flatMap((value) =>
      typeof value === 'object' && !Array.isArray(value)
        ? [{ path: here('*'), schema: value, required: false }]
        : [],
    ),
  ];
  return [
    ...children.flatMap((child) => [child, ...below(child.schema, child.path)]),
    ...anyOf.flatMap((option) => below(asSchema(option), at)),
  ];
}

function asSchema(value: JsonSchema | boolean): JsonSchema {
  return typeof value === 'boolean' ? {} : value;
}
