import type { Form } from '../fields.ts';
import { addressPattern, filterPattern, linePattern, pathPattern, socketPattern } from './patterns.ts';
import { durationPattern, sizePattern } from './ranges.ts';
import type { JsonSchema } from './types.ts';

/** A form as JSON Schema says it; `usual` is what zod says of the field, `words` what a person is told of it. */
export function formSchema(form: Form, usual: JsonSchema, words: string): JsonSchema {
  const text = (pattern: string): JsonSchema => ({ type: 'string', pattern, patternErrorMessage: words });
  switch (form.kind) {
    case 'size': {
      const { min, max } = form;
      const bytes = { type: 'integer', minimum: min, maximum: max } as const;
      return { anyOf: [bytes, text(sizePattern(min, max))] };
    }
    // Whether 90 min are whole hours no expression can tell: only what is longer or shorter is refused.
    case 'hours':
    case 'duration': {
      const { min, max } = form;
      const time = text(durationPattern(min, max));
      return min > 0 ? time : { anyOf: [{ const: 0 }, time] };
    }
    case 'line':
      return { ...usual, ...text(linePattern) };
    case 'path':
      return { ...usual, ...text(pathPattern) };
    case 'socket':
      return text(socketPattern);
    case 'address':
      return text(addressPattern);
    case 'filter':
      return { ...text(filterPattern(['user', 'client', 'topics'])), maxLength: 65_535 };
  }
}
