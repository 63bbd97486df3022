import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { cleanEnv } from './clean-env.ts';
import type { Action, CommandResult, OnOutput, QueryOptions } from './types.ts';

/** Where we were called may be closed to us (`sudo -u alice` in root's home) or gone; a command could not even start there. */
const anywhere = '/';
/** How long output is still read after a command has ended. */
const lingerMs = 1000;
const maxOutput = 16 * 1024 * 1024;

/** A command that only reads. Answers the exit code; never throws for one. */
export async function query(argv: readonly string[], options: QueryOptions = {}): Promise<CommandResult> {
  const [file, ...args] = argv;
  if (file === undefined) throw new TypeError('query: empty argv');
  const { execa } = await import('execa');
  const result = await execa(file, args, {
    env: { ...cleanEnv, ...options.env },
    extendEnv: false,
    reject: false,
    // In a session of its own: a Ctrl-C typed at us is ours to act on, and must not make its answer a wrong one.
    detached: true,
    stripFinalNewline: false,
    timeout: options.timeoutMs ?? 10_000,
    maxBuffer: maxOutput,
    cwd: options.cwd ?? anywhere,
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
  });
  return { code: codeOf(result), stdout: result.stdout, stderr: result.stderr };
}

/**
 * A command of a plan. It runs in a session of its own, so that a Ctrl-C typed at us does not tear apt down in the
 * middle; its lines go to `onOutput`. Throws with its last lines where it fails.
 */
export async function runExec(action: Extract<Action, { type: 'exec' }>, onOutput?: OnOutput): Promise<void> {
  const [file, ...args] = action.argv;
  if (file === undefined) throw new TypeError('exec: empty argv');
  const tail: string[] = [];
  const { execa } = await import('execa');
  const child = execa(file, args, {
    env: { ...cleanEnv, ...proxies(), ...action.env },
    extendEnv: false,
    reject: false,
    detached: true,
    cleanup: false,
    buffer: false,
    stdin: 'ignore',
    timeout: action.timeoutMs,
    cwd: action.cwd ?? anywhere,
  });
  const follow = async (stream: 'stdout' | 'stderr'): Promise<void> => {
    for await (const line of child.iterable({ from: stream })) {
      tail.push(line);
      if (tail.length > 40) tail.shift();
      onOutput?.(line, stream);
    }
  };
  // A service that it started may hold its output open for as long as it runs.
  child.once('exit', () => {
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, lingerMs).unref();
  });
  const [result] = await Promise.all([child, follow('stdout'), follow('stderr')]);
  const code = codeOf(result);
  if (code === 0) return;
  const network = action.network === true && code !== 127;
  throw fail(
    network ? 'unreachable' : 'no',
    msg('host.exec.failed', { command: action.argv.join(' '), code, output: lastLines(tail) }),
    {
      fix:
        code === 127
          ? msg('host.exec.missing', { program: file })
          : msg(network ? 'host.exec.network' : 'host.exec.retry'),
    },
  );
}

/** The lines that say why: apt's and dpkg's errors if there are any, else the last few. */
function lastLines(lines: readonly string[]): string {
  const errors = lines.filter((line) => /^(E:|W:|Err:|dpkg: )/.test(line));
  return (errors.length > 0 ? errors : lines).slice(-8).join('\n');
}

function codeOf(result: {
  exitCode?: number | undefined;
  code?: string | undefined;
  timedOut?: boolean;
  signal?: string | undefined;
}): number {
  if (result.timedOut === true) return 124;
  if (result.exitCode !== undefined) return result.exitCode;
  if (result.code === 'ENOENT') return 127;
  return result.signal === undefined ? 126 : 137;
}

/** A server behind a proxy can only reach its package source through it. */
function proxies(): Record<string, string> {
  const names = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
