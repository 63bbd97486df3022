import { z } from 'zod';
import type { RunOptions, RunResult, TestHost } from './host.ts';
import { demandSchema } from './output-schema.ts';

/** Where the program is put in a machine. */
export const program = ['node', '/opt/mqtt-setup/mqtt-setup.mjs'];

/** The owner's account of every story. The password has what HTML escaping, shells and config files trip over. */
export const owner = { name: 'alice', password: 'Kanari "4711" &<>\'`=\\ é' };

export const installArgs = ['install', '--yes', '--user', owner.name, '--password-file', '-'];

/**
 * Runs the program in the machine, with a password (or anything) on its standard input. What it prints with --json must
 * be what its schema says.
 */
export async function cli(
  host: TestHost,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const result = await host.run([...program, ...args], options);
  demandSchema(args, result.stdout);
  return result;
}

export function install(
  host: TestHost,
  more: readonly string[] = [],
  options: RunOptions = {},
): Promise<RunResult> {
  return cli(host, [...installArgs, ...more], { input: `${owner.password}\n`, ...options });
}

const check = z.object({
  id: z.string(),
  status: z.enum(['pass', 'fail', 'warn', 'skip']),
  message: z.string(),
  evidence: z.unknown(),
});

/** What `verify --json` prints, as far as the tests rely on it. */
const checksJson = z.object({ checks: z.array(check) });
export const verifyJson = checksJson.extend({ ok: z.boolean() });

/** What `install --json` and `apply --json` print. */
export const applyJson = z.object({
  ok: z.boolean(),
  changes: z.array(z.unknown()),
  restarted: z.boolean(),
  reloaded: z.boolean(),
  credentials: z.array(z.unknown()),
  verify: checksJson,
});

export const planJson = z.object({ ok: z.boolean(), changes: z.array(z.unknown()) });

export const usersJson = z.object({
  users: z.array(z.object({ name: z.string(), roles: z.array(z.string()), topics: z.array(z.string()) })),
});

/** Standard output as the one JSON object it must be. */
export function json<T>(shape: z.ZodType<T>, result: RunResult): T {
  try {
    return shape.parse(JSON.parse(result.stdout));
  } catch (cause) {
    throw new Error(
      `not the JSON that was promised; ended with ${result.code}\n${told(result)}\n${String(cause)}`,
      { cause },
    );
  }
}

/** What a run said, its end at least, for the message of a failed expectation. */
export function told(result: RunResult): string {
  const failed = result.stdout.split('\n').filter((line) => /✖|\[fail\]/.test(line));
  return [...failed, '…', result.stdout.slice(-4000), result.stderr.slice(-2000)].join('\n');
}

export async function verify(
  host: TestHost,
  more: readonly string[] = [],
): Promise<{ code: number; report: z.infer<typeof verifyJson> }> {
  const result = await cli(host, ['verify', '--json', ...more]);
  return { code: result.code, report: json(verifyJson, result) };
}

/** The checks that failed, one line each. */
export function failures(report: z.infer<typeof checksJson>): string[] {
  return report.checks
    .filter(({ status }) => status === 'fail')
    .map(({ id, message, evidence }) => `${id}: ${message} ${JSON.stringify(evidence ?? '')}`);
}
