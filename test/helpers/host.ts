import { cp } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { type AptDoor, aptDoorUrl, openAptDoor } from './host-apt.ts';
import { makeHostFolder, removeHostFolder, removeLeftovers } from './host-folders.ts';
import { endLaunched, type Launched, launch, sleep, waitForEnd } from './host-launch.ts';
import { debianTree, type Init, type TreeKind } from './host-tree.ts';

export interface HostKind extends TreeKind {
  /** 'apt': apt reaches the package source and nothing else does; 'none': loopback only. */
  network: 'apt' | 'none';
  /** Default true: the Node of these tests is /usr/bin/node. false: the machine has its own, or none. */
  node?: boolean;
}

export interface RunOptions {
  /** Written to standard input, which is empty otherwise. */
  input?: string;
  /** A user of the machine; default root. */
  user?: string;
  env?: Record<string, string>;
  /** Default 120 s; code 124 or 137 when it is over. */
  timeoutMs?: number;
}

export interface RunResult {
  /** Exit code; 128 + n where signal n ended it. */
  code: number;
  stdout: string;
  stderr: string;
}

/** A throw-away Debian machine. */
export interface TestHost {
  readonly kind: HostKind;
  /** Process 1, by its number on this machine. */
  readonly pid1: number;
  /** The machine's files as this machine sees them: paths under it, symbolic links not followed. */
  path(inside: string): string;
  /** The argv that runs another one in the machine, as root: for a terminal that a test sits at. */
  inside(argv: readonly string[], env?: Readonly<Record<string, string>>): string[];
  /** Runs a bash command line, or an argv. */
  run(command: string | readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Runs it and throws, with its output, unless it ends with 0. Answers standard output, trimmed. */
  must(command: string | readonly string[], options?: RunOptions): Promise<string>;
  write(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  reboot(): Promise<void>;
  stop(): Promise<void>;
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Boots a machine with Node and, in /opt/mqtt-setup, the built program. Stop it when done. */
export async function bootHost(
  wanted: Omit<HostKind, 'preinstall'> & { preinstall?: readonly string[] },
): Promise<TestHost> {
  const kind = { preinstall: [], ...wanted };
  await removeLeftovers();
  const tree = await debianTree(kind);
  const folder = await makeHostFolder();
  const host = new BootedHost(kind, folder, tree);
  try {
    await host.boot();
    await host.settle();
    return host;
  } catch (error) {
    await host.stop();
    throw error;
  }
}

class BootedHost implements TestHost {
  readonly kind: HostKind;
  readonly #folder: string;
  readonly #tree: string;
  #launched: Launched | null = null;
  #door: AptDoor | null = null;

  constructor(kind: HostKind, folder: string, tree: string) {
    this.kind = kind;
    this.#folder = folder;
    this.#tree = tree;
  }

  get pid1(): number {
    if (!this.#launched) throw new Error('the machine is not running');
    return this.#launched.pid1;
  }

  async boot(): Promise<void> {
    const name = `m${this.#folder.slice(-10)}`;
    this.#launched = await launch({
      folder: this.#folder,
      tree: this.#tree,
      init: this.kind.init,
      name,
      node: this.kind.node ?? true,
    });
    await this.#awaitUp();
  }

  /** What is done once, on the first boot. */
  async settle(): Promise<void> {
    await cp(dist, this.path('/opt/mqtt-setup'), { recursive: true });
    if (this.kind.network === 'apt') {
      await this.write('/etc/apt/apt.conf.d/91door', `Acquire::http::Proxy "${aptDoorUrl}";\n`);
    }
  }

  async #awaitUp(): Promise<void> {
    const probe = upProbe[this.kind.init];
    const deadline = Date.now() + 90_000;
    while ((await this.run(probe)).code !== 0) {
      if (Date.now() > deadline)
        throw new Error(`the machine is not up after 90 s: ${this.#folder}/console.log`);
      await sleep(50);
    }
    if (this.kind.network === 'apt') this.#door = await openAptDoor(this.pid1, this.#folder);
  }

  path(inside: string): string {
    return join(`/proc/${this.pid1}/root`, inside);
  }

  inside(argv: readonly string[], env: Readonly<Record<string, string>> = {}): string[] {
    return [
      'nsenter',
      ...this.#entering({ PATH: searchPath, HOME: '/root', LANG: 'C.UTF-8', ...env }),
      ...argv,
    ];
  }

  #entering(env: Readonly<Record<string, string>>): string[] {
    const assignments = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    return ['-t', String(this.pid1), '-a', 'env', '-i', ...assignments];
  }

  async run(command: string | readonly string[], options: RunOptions = {}): Promise<RunResult> {
    const argv = typeof command === 'string' ? ['bash', '-c', command] : command;
    const seconds = (options.timeoutMs ?? 120_000) / 1000;
    const home = options.user === undefined ? '/root' : `/home/${options.user}`;
    const env = { PATH: searchPath, HOME: home, LANG: 'C.UTF-8', ...options.env };
    const become =
      options.user === undefined
        ? []
        : ['setpriv', `--reuid=${options.user}`, `--regid=${options.user}`, '--init-groups'];
    const enter = [...this.#entering(env), ...become];
    const result = await execa('nsenter', [...enter, 'timeout', '-k', '2', String(seconds), ...argv], {
      input: options.input ?? '',
      reject: false,
      stripFinalNewline: false,
      maxBuffer: 50_000_000,
    });
    const ended = result.signal ? 128 + constants.signals[result.signal] : 255;
    return { code: result.exitCode ?? ended, stdout: result.stdout, stderr: result.stderr };
  }

  async must(command: string | readonly string[], options: RunOptions = {}): Promise<string> {
    const result = await this.run(command, options);
    if (result.code !== 0) {
      const shown = typeof command === 'string' ? command : command.join(' ');
      throw new Error(`${shown}\nended with ${result.code}\n${result.stdout}\n${result.stderr}`);
    }
    return result.stdout.trim();
  }

  async write(path: string, text: string): Promise<void> {
    await this.must(['sh', '-c', 'mkdir -p "$(dirname "$1")" && cat > "$1"', 'write', path], { input: text });
  }

  read(path: string): Promise<string> {
    return this.run(['cat', '--', path]).then(({ stdout }) => stdout);
  }

  async reboot(): Promise<void> {
    const before = this.#launched;
    if (!before) throw new Error('the machine is not running');
    await this.#door?.close();
    this.#door = null;
    // Nothing can shut down a host without init: a container is killed and started again on the same files.
    if (this.kind.init === 'none') await endLaunched(before);
    else await this.run(this.kind.init === 'systemd' ? ['systemctl', 'reboot'] : ['reboot']);
    await waitForEnd(before, 60_000);
    await this.boot();
  }

  async stop(): Promise<void> {
    await this.#door?.close();
    if (this.#launched) await endLaunched(this.#launched);
    this.#door = null;
    this.#launched = null;
    await removeHostFolder(this.#folder);
  }
}

/** Succeeds once the machine is up. */
const upProbe: Record<Init, string> = {
  systemd: 'case $(systemctl is-system-running) in running|degraded) exit 0; esac; exit 1',
  sysv: 'case $(runlevel) in *2) exit 0; esac; exit 1',
  none: 'true',
};
