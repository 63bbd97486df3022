import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from './cli-sandbox.ts';

/**
 * Loaded into the program before it starts: counts the calls by which it changes the disk or starts a process, and at
 * the one asked for does something to it. A kill is then always between the same two changes, on any machine.
 */
const source = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { writeFileSync, existsSync } from 'node:fs';
const require = createRequire(import.meta.url);
const { HOOK_AT = '0', HOOK_DO = '', HOOK_FILE = '' } = process.env;
let count = 0;
function passed(name) {
  count += 1;
  if (HOOK_DO === 'count') writeFileSync(HOOK_FILE, String(count));
  if (count !== Number(HOOK_AT)) return;
  if (HOOK_DO === 'stall') {
    writeFileSync(HOOK_FILE, String(process.pid));
    const cell = new Int32Array(new SharedArrayBuffer(4));
    while (existsSync(HOOK_FILE)) Atomics.wait(cell, 0, 0, 20);
  } else process.kill(process.pid, HOOK_DO);
}
const writes = (flags) => typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r');
function wrap(module, name, counts = () => true) {
  const original = module[name];
  module[name] = function (...args) {
    if (counts(...args)) passed(name);
    return original.apply(this, args);
  };
}
const fs = require('node:fs/promises');
for (const name of ['rename', 'unlink', 'rm', 'rmdir', 'mkdir', 'chmod', 'writeFile']) wrap(fs, name);
wrap(fs, 'open', (path, flags) => writes(flags));
wrap(require('node:child_process'), 'spawn');
syncBuiltinESMExports();
`;

export type HookAction = 'SIGKILL' | 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'count' | 'stall';

export interface Hook {
  /** The environment of a run that is hit just before its change number `at`. */
  env(action: HookAction, at: number): Record<string, string>;
  /** Where the number of changes is counted, and who is stalled is named: a stalled run goes on when it is deleted. */
  file: string;
}

export async function hookFor(sandbox: Sandbox): Promise<Hook> {
  const script = join(sandbox.home, 'hook.mjs');
  const file = join(sandbox.home, 'hook.state');
  await writeFile(script, source, { mode: 0o644 });
  return {
    env: (action, at) => ({
      NODE_OPTIONS: `--import=${script}`,
      HOOK_DO: action,
      HOOK_AT: `${at}`,
      HOOK_FILE: file,
    }),
    file,
  };
}
