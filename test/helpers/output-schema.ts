import type { ValidateFunction } from 'ajv/dist/2020.js';
import { outputSchema } from '../../src/report/schemas/outputs.ts';
import { validator } from './json-schema.ts';

const validators = new Map<string, ValidateFunction>();

/**
 * Holds what a command printed with --json to its schema, which then allows no key beside its own: throws where it is
 * something else. Text that is no JSON (nothing, lines that are followed) is the matter of the test itself.
 */
export function demandSchema(args: readonly string[], stdout: string): void {
  if (!args.includes('--json')) return;
  const printed = parsed(stdout);
  if (printed === null) return;
  const { command } = printed;
  const name = outputSchema(String(command)) === null ? 'error' : String(command);
  const validate = validators.get(name) ?? validator(outputSchema(name, 'closed') ?? {});
  validators.set(name, validate);
  if (validate(printed)) return;
  const problems = (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    at: instancePath,
    message,
    params,
  }));
  throw new Error(
    `${args.join(' ')} prints what its schema (src/report/schemas) does not have\n${stdout}\n${JSON.stringify(problems)}`,
  );
}

function parsed(stdout: string): { command?: unknown } | null {
  try {
    const value: unknown = JSON.parse(stdout);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
