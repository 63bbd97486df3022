import { parse } from 'yaml';
import { docOf, type SpecTexts } from '../../i18n/spec-texts.ts';
import { commonDefault } from '../key-defaults.ts';
import { printForm } from '../print-form.ts';
import { specKeys } from '../spec-keys.ts';
import { pathsOf } from './paths.ts';
import { specJsonSchema } from './spec.ts';
import type { JsonSchema } from './types.ts';

/** broker.yaml as JSON Schema for editors: each key with what it means, its default and an example. */
export function describedSpecSchema(texts: SpecTexts): JsonSchema {
  const { $schema, ...root } = specJsonSchema((form) => printForm(form, texts));
  for (const { path, schema } of pathsOf(root)) describe(schema, path, texts);
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: 'urn:mqtt-setup:broker.yaml:1',
    title: 'broker.yaml',
    description: texts.file,
    ...root,
  };
}

/** In place: the words come first, for those who read the schema itself. */
function describe(schema: JsonSchema, path: string, texts: SpecTexts): void {
  const { ...said } = schema;
  const description = docOf(texts, path);
  const usual = commonDefault(path);
  const example = exampleAt(path);
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, {
    ...(description === undefined ? {} : { description }),
    ...said,
    ...(usual === null ? {} : { default: usual }),
    ...(example === undefined ? {} : { examples: [example] }),
  });
}

/** The value of the key in its example. */
function exampleAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value !== 'object' || value === null
          ? undefined
          : key === '*'
            ? Object.values(value).at(-1)
            : Object.getOwnPropertyDescriptor(value, key)?.value,
      parse(specKeys[path]?.example ?? ''),
    );
}
