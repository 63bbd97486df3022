import type * as z from 'zod';

/** A part of a JSON Schema; `patternErrorMessage` is what editors say instead of showing the pattern. */
export type JsonSchema = z.core.JSONSchema.BaseSchema & { patternErrorMessage?: string };
