import { describe, expect, it } from 'vitest';
import { query, runExec } from '../../../src/host/exec.ts';
import type { Action } from '../../../src/host/types.ts';
import { exitOf } from '../../helpers/scratch.ts';

type Exec = Extract<Action, { type: 'exec' }>;

const exec = (script: string, more: Partial<Exec> = {}): Exec => ({
  type: 'exec',
  argv: ['sh', '-c', script],
  timeoutMs: 10_000,
  ...more,
});

describe('a command of a plan', () => {
  it('is over when it ends, although a service that it started keeps its output open', async () => {
    const lines: string[] = [];
    const started = performance.now();
    await runExec(exec('sleep 30 & echo $!'), (line) => lines.push(line));
    expect(performance.now() - started).toBeLessThan(5000);
    process.kill(Number(lines[0]), 'SIGKILL');
  });

  it('is read to its last line', async () => {
    let count = 0;
    await runExec(exec('seq 20000'), () => (count += 1));
    expect(count).toBe(20_000);
  });

  it.each<[string, Partial<Exec>, string]>([
    ['exit 3', {}, 'no'],
    ['exit 100', { network: true }, 'unreachable'],
    ['sleep 20', { timeoutMs: 100 }, 'no'],
  ])('that fails says so: %s', async (script, more, exit) => {
    expect(await exitOf(runExec(exec(script, more)))).toEqual({ exit, keys: ['host.exec.failed'] });
  });

  it('that does not exist says what to install', async () => {
    const outcome = exitOf(
      runExec({ type: 'exec', argv: ['/nonexistent/program'], timeoutMs: 1000, network: true }),
    );
    expect(await outcome).toEqual({ exit: 'no', keys: ['host.exec.failed'] });
  });
});

describe('a command that reads', () => {
  it('is in a session of its own, so that a Ctrl-C typed at us does not change its answer', async () => {
    const { stdout } = await query(['sh', '-c', 'cut -d" " -f1,6 /proc/$$/stat']);
    const [pid, session] = stdout.trim().split(' ');
    expect(session).toBe(pid);
  });

  it('sees nothing of our environment', async () => {
    const { stdout } = await query(['env']);
    expect(stdout.trim().split('\n').sort()).toEqual([
      'LANG=C.UTF-8',
      'LC_ALL=C.UTF-8',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
    ]);
  });

  it('runs also where the folder that we were called in may not be entered, or is gone', async () => {
    const { stdout } = await query(['pwd']);
    expect(stdout).toBe('/\n');
  });
});
