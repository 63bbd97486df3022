import * as z from 'zod';

/** Each word of a type, once: one that is missing or too much does not compile. */
export function words<Word extends string>(all: Readonly<Record<Word, true>>) {
  return z.enum(Object.keys(all) as [Word, ...Word[]]);
}

/** What a command prints with --json, beside what every one of them does. */
export function answer(command: string, shape: z.core.$ZodLooseShape, ok: z.ZodType = z.boolean()) {
  return z.object({ schemaVersion: z.literal(1), command: z.literal(command), ok, ...shape });
}

export const yes = z.literal(true);
export const no = z.literal(false);

export const place = z.object({
  file: z.string(),
  line: z.int().min(1).optional().describe('counted from 1'),
  column: z.int().min(1).optional().describe('counted from 1'),
});

const problem = z.object({
  code: z.string(),
  message: z.string(),
  place: place.optional(),
  hint: z.string().nullable(),
});

/** What any command prints instead where it could not do what it was asked for. */
export const failure = z
  .object({
    schemaVersion: z.literal(1),
    command: z.string().describe('empty where the command line names none'),
    ok: no,
    error: z.object({
      code: z.string().describe('stable: for programs to tell errors apart'),
      exit: z.int().describe('the exit code'),
      message: z.string(),
      hint: z.string().nullable().describe('what to try next'),
      problems: z.array(problem).min(1).optional().describe('all that was found; absent for a bug of ours'),
    }),
  })
  .describe('the command did not get as far as an answer');
