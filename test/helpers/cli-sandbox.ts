import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demandSchema } from './output-schema.ts';
import { unpackedBroker } from './unpacked-broker.ts';

export interface CliResult {
  /** Exit code; 128 and the number of the signal where one ended it, as a shell says it. */
  code: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  input?: string;
  env?: Readonly<Record<string, string>>;
  cwd?: string;
}

/** A run that goes on: its process, and what it will have said. */
export interface Running {
  pid: number;
  done: Promise<CliResult>;
}

/**
 * The built program, a mosquitto and a home, all of an ordinary user's: `nobody`'s where we are root, else our own.
 * Nothing is fetched and nothing outside of it is touched.
 */
export interface Sandbox {
  user: { uid: number; gid: number };
  /** The user's own folder. */
  home: string;
  /** A fresh path below home, not made yet. */
  folder(): string;
  /** Runs the program; what it prints with --json must be what its schema says. */
  cli(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  begin(args: readonly string[], options?: CliOptions): Running;
  /** The program and its arguments as one command. */
  words(args: readonly string[]): string[];
  /** Any other program as the user. */
  start(argv: readonly string[], options?: CliOptions): Running;
  run(argv: readonly string[], options?: CliOptions): Promise<CliResult>;
  /** Programs and libraries of the unpacked broker. */
  broker: { bin: string; env: Record<string, string> };
  /** Mosquitto processes that run on the configuration of a folder. */
  brokers(dir: string): number[];
  /** Ends every broker and removes everything. */
  dispose(): Promise<void>;
}

const project = resolve(import.meta.dirname, '../..');
const nobody = 65_534;
const signals: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Null, with a line that says so, where there is no broker to run. */
export async function openSandbox(): Promise<Sandbox | null> {
  const root = await unpackedBroker();
  if (root === null) return null;
  const base = await realpath(await mkdtemp(join(tmpdir(), 'mqtt-setup-cli-')));
  const user = ordinaryUser();
  await chmod(base, 0o755);
  await cp(join(project, 'dist'), join(base, 'dist'), { recursive: true });
  await cp(root, join(base, 'cache/root'), { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', base]);
  const home = join(base, 'home');
  await mkdir(home);
  await chown(home, user.uid, user.gid);

  const start = (argv: readonly string[], { input = '', env = {}, cwd = home }: CliOptions): Running => {
    const [file = '', ...args] = argv;
    const child = spawn(file, args, {
      ...user,
      cwd,
      env: { PATH: '/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', ...env },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A program that never reads what we say is no error.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const done = new Promise<CliResult>((settle, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        settle({ code: code ?? 128 + (signals[signal ?? ''] ?? 0), stdout, stderr }),
      );
    });
    return { pid: child.pid ?? 0, done };
  };
  const words = (args: readonly string[]): string[] => [
    process.execPath,
    join(base, 'dist/mqtt-setup.mjs'),
    ...args.flatMap((word) => (word === '--local' ? ['--cache', join(base, 'cache'), word] : [word])),
  ];
  let folders = 0;
  return {
    user,
    home,
    folder() {
      folders += 1;
      return join(home, `broker-${folders}`);
    },
    words,
    async cli(args, options = {}) {
      const result = await start(words(args), options).done;
      demandSchema(args, result.stdout);
      return result;
    },
    begin: (args, options = {}) => start(words(args), options),
    start: (argv, options = {}) => start(argv, options),
    run: (argv, options = {}) => start(argv, options).done,
    broker: {
      bin: join(base, 'cache/root/usr'),
      env: { LD_LIBRARY_PATH: libraries(join(base, 'cache/root')) },
    },
    brokers: (dir) => brokersOn(`${dir}/mosquitto.conf`),
    async dispose() {
      for (const pid of brokersOn(`${base}/`)) process.kill(pid, 'SIGKILL');
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** Where root's Node lies in a folder that nobody else may enter, root itself is the user. */
function ordinaryUser(): Sandbox['user'] {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (self.uid !== 0) return self;
  const other = { uid: nobody, gid: nobody };
  return spawnSync(process.execPath, ['--version'], other).status === 0 ? other : self;
}

function libraries(root: string): string {
  return readdirSync(`${root}/usr/lib`)
    .filter((name) => name.includes('-linux-gnu'))
    .map((name) => `${root}/usr/lib/${name}`)
    .join(':');
}

/** Processes with that start of a configuration file's path; the path is ours alone, so they are ours. */
function brokersOn(conf: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [program = '', , file = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return program.endsWith('/mosquitto') && file.startsWith(conf);
      } catch {
        return false;
      }
    })
    .map(Number);
}
