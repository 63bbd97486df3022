import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Step } from '../../src/engine/types.ts';
import { AppError, fail } from '../../src/errors.ts';
import { realHost } from '../../src/host/real.ts';
import type { Action, Host } from '../../src/host/types.ts';
import { msg } from '../../src/i18n/messages.ts';

const made: string[] = [];

/** A folder that is removed after the test, with a state folder in it. */
export async function scratch(): Promise<{ dir: string; state: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'mqtt-setup-'));
  made.push(dir);
  const state = `${dir}/state`;
  await mkdir(state, { mode: 0o700 });
  return { dir, state };
}

afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
});

/** The machine, on which the actions that `breaks` names fail, or (`dies`) nothing more happens at all, as after kill -9. */
export function brokenHost(breaks: (action: Action) => boolean, dies = false): Host {
  const host = realHost();
  let dead = false;
  return {
    ...host,
    perform: async (action, onOutput) => {
      if (dead || breaks(action)) {
        dead = dies;
        throw fail('no', msg('host.fs.failed', { what: action.type, path: 'test', errno: 'EIO' }));
      }
      await host.perform(action, onOutput);
    },
  };
}

/** Everything below a folder: path, mode and content, so that two moments can be compared. */
export async function snapshot(dir: string): Promise<Record<string, string>> {
  const names = await readdir(dir, { recursive: true });
  const entries = await Promise.all(
    names.sort().map(async (name): Promise<[string, string]> => {
      const path = join(dir, name);
      const found = await lstat(path);
      const mode = (found.mode & 0o7777).toString(8);
      return [name, found.isFile() ? `${mode} ${await readFile(path, 'utf8')}` : `${mode} folder`];
    }),
  );
  return Object.fromEntries(entries);
}

export async function writeWithMode(path: string, content: string, mode: number): Promise<void> {
  await writeFile(path, content, { mode });
}

export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o7777;
}

export async function exitOf(promise: Promise<unknown>): Promise<{ exit: string; keys: string[] }> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { exit: error.exit, keys: error.problems.map(({ message }) => message.key) };
  }
  return { exit: 'ok', keys: [] };
}

/** A step around some actions, for plans in tests. */
export function stepOf(id: string, kind: Step['kind'], more: Partial<Step>): Step {
  const base = { id, kind, verb: 'change', subject: id, why: msg('engine.why.ours') } as const;
  return { ...base, before: null, after: null, actions: [], undo: [], notify: null, ...more };
}
