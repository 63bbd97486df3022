import { expect } from 'vitest';
import { z } from 'zod';
import type { CliOptions, CliResult, Sandbox } from './cli-sandbox.ts';
import { changed, treeOf } from './cli-tree.ts';
import { applyJson, failures, json, told, verifyJson } from './host-cli.ts';

/** What every failure prints with --json. */
export const errorJson = z.object({
  schemaVersion: z.literal(1),
  command: z.string(),
  ok: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    hint: z.string().nullable(),
    problems: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        hint: z.string().nullable(),
        place: z
          .object({ file: z.string(), line: z.number().optional(), column: z.number().optional() })
          .optional(),
      }),
    ),
  }),
});
export type Failure = z.infer<typeof errorJson>['error'];

export const credentialsJson = applyJson.extend({
  credentials: z.array(z.object({ username: z.string(), password: z.string() })),
  listeners: z.array(z.object({ name: z.string(), url: z.string() })),
  generation: z.number(),
});

/** Where nothing had to be changed, `apply` need not ask the broker anything. */
export const idleJson = applyJson.extend({ verify: z.unknown() });

/** A broker in a folder: its commands end in `--local DIR`. */
export interface Local {
  dir: string;
  cli(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  /** The same, and it must end with 0. */
  must(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  install(...more: string[]): Promise<z.infer<typeof credentialsJson>>;
  /** Runs it, which must change nothing on disk and leave the broker alone. */
  unchanged(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  verify(...more: string[]): Promise<{ code: number; failed: string[]; skipped: string[] }>;
  /** The broker's process; there must be exactly one. */
  pid(): number;
}

export function localBroker(sandbox: Sandbox, dir = sandbox.folder()): Local {
  const cli: Local['cli'] = (args, options) => sandbox.cli([...args, '--local', dir], options);
  const must: Local['must'] = async (args, options) => {
    const result = await cli(args, options);
    expect(result.code, `${args.join(' ')}\n${told(result)}`).toBe(0);
    return result;
  };
  return {
    dir,
    cli,
    must,
    install: async (...more) => json(credentialsJson, await must(['install', '--yes', '--json', ...more])),
    async unchanged(args, options) {
      const [before, pids] = [await treeOf(dir), sandbox.brokers(dir)];
      const result = await cli(args, options);
      expect(changed(before, await treeOf(dir)), `${args.join(' ')}\n${told(result)}`).toEqual([]);
      expect(sandbox.brokers(dir)).toEqual(pids);
      return result;
    },
    async verify(...more) {
      const result = await cli(['verify', '--json', ...more]);
      const report = json(verifyJson, result);
      expect(report.ok).toBe(result.code === 0);
      const skipped = report.checks.filter(({ status }) => status === 'skip').map(({ id }) => id);
      return { code: result.code, failed: failures(report), skipped };
    },
    pid() {
      const [pid = 0, ...others] = sandbox.brokers(dir);
      expect(pid).toBeGreaterThan(0);
      expect(others).toEqual([]);
      return pid;
    },
  };
}

/** Nothing starts services in a folder, and who declares no access tests has none. */
export const verified = {
  code: 0,
  failed: [],
  skipped: ['service.enabled', 'service.restarts', 'access.tests'],
};

/** The error object of a run that must have failed with that exit code. */
export function failure(result: CliResult, code: number): Failure {
  expect(result.code, told(result)).toBe(code);
  return json(errorJson, result).error;
}
