import * as z from 'zod';
import { type Form, forms } from '../fields.ts';
import { specSchema } from '../schema.ts';
import { acrossFields } from './across.ts';
import { formSchema } from './forms.ts';
import { below } from './paths.ts';
import type { JsonSchema } from './types.ts';

/**
 * broker.yaml as JSON Schema (draft 2020-12): refuses what `loadSpec` refuses as far as it can be said. `say` puts the
 * form of a value into words, for editors that show them in place of a regular expression.
 */
export function specJsonSchema(say: (form: Form) => string): JsonSchema {
  const { $schema, ...root }: JsonSchema = z.toJSONSchema(specSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const form = forms.get(zodSchema);
      if (form === undefined) return;
      const better = formSchema(form, { ...jsonSchema }, say(form));
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, better);
    },
  });
  // One node may stand at several places (`everyone`, `anonymous`): each gets its own.
  const schema: JsonSchema = structuredClone(root);
  for (const { path, schema: part } of [{ path: '', schema }, ...below(schema, '')])
    Object.assign(part, acrossFields[path], part.anyOf === undefined ? {} : { anyOf: flat(part.anyOf) });
  return { ...($schema === undefined ? {} : { $schema }), ...schema };
}

/** Alternatives without alternatives in them. Editors speak of the first where none fits: that is the one with words. */
function flat(options: readonly JsonSchema[]): JsonSchema[] {
  return options
    .flatMap(({ anyOf, ...rest }) =>
      anyOf !== undefined && Object.keys(rest).length === 0
        ? flat(anyOf)
        : [{ ...rest, ...(anyOf && { anyOf }) }],
    )
    .toSorted(
      (a, b) => Number(a.patternErrorMessage === undefined) - Number(b.patternErrorMessage === undefined),
    );
}
