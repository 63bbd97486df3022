import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Init } from './host-tree.ts';

export interface Launch {
  folder: string;
  tree: string;
  init: Init;
  name: string;
  /** Whether our own Node is lent to it. */
  node: boolean;
}

export interface Launched {
  /** `unshare`, which ends when systemd-nspawn does. */
  process: ChildProcess;
  /** What the machine calls process 1, by its number out here. */
  pid1: number;
}

/**
 * A copy of the tree costs nothing where the kernel can lay a writable layer over it; elsewhere it is copied once.
 * The mounts are private to this shell and what it becomes, so they are gone when that process is.
 * (systemd-nspawn keeps folders of its own in /run/systemd/nspawn; they need not stay on this machine.)
 */
const start = `
set -e
mkdir -p /run/systemd/nspawn
mount -t tmpfs tmpfs /run/systemd/nspawn
tree=$1 folder=$2; shift 2
[ -e "$folder/copied" ] ||
  mount -t overlay overlay -o "lowerdir=$tree,upperdir=$folder/upper,workdir=$folder/work" "$folder/root" 2>/dev/null || {
    cp -a --reflink=auto "$tree/." "$folder/root/"
    touch "$folder/copied"
  }
exec systemd-nspawn -D "$folder/root" "$@"
`;

/** Options of setpriv, and the namespaces around systemd-nspawn. */
const own =
  '--pdeathsig KILL unshare --mount --propagation private --pid --fork --kill-child=KILL --mount-proc'.split(
    ' ',
  );

/**
 * Starts the machine; it has loopback only. It ends with this process, however this process ends: the kernel kills
 * `unshare` when its parent dies, then systemd-nspawn, and with it, since it is the first process of a namespace of
 * its own, everything below. (systemd-nspawn alone, when killed, leaves its machine running.)
 */
export async function launch({ folder, tree, init, name, node }: Launch): Promise<Launched> {
  for (const part of ['upper', 'work', 'root']) await mkdir(join(folder, part), { recursive: true });
  const what = init === 'none' ? ['--as-pid2', 'sleep', 'infinity'] : ['-b'];
  const nspawn = ['-q', '--register=no', '--keep-unit', '--private-network', `--machine=${name}`];
  nspawn.push('--resolv-conf=off', '--timezone=off', '--link-journal=no');
  if (node) nspawn.push(`--bind-ro=${process.execPath}:/usr/bin/node`);
  const argv = [...own, 'sh', '-c', start, 'start', tree, folder, ...nspawn, ...what];
  const child = spawn('setpriv', argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' },
  });
  const log = createWriteStream(join(folder, 'console.log'), { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return { process: child, pid1: await waitForPid1(child, folder) };
}

/** The child of systemd-nspawn, itself the child of `unshare`, that is number 1 in a namespace of its own. */
async function waitForPid1(child: ChildProcess, folder: string): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (hasEnded(child)) {
      const said = await readFile(join(folder, 'console.log'), 'utf8').catch(() => '');
      throw new Error(`the machine did not start: ${said.slice(-2000)}`);
    }
    for (const nspawn of await childrenOf(child.pid ?? 0)) {
      for (const pid of await childrenOf(nspawn)) if (await isFirst(pid)) return pid;
    }
    await sleep(20);
  }
  throw new Error('the machine has no process 1 after 60 s');
}

export async function endLaunched({ process: child, pid1 }: Launched): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  // The kernel takes the rest down after it; only then may the files be used again.
  while (await isFirst(pid1)) await sleep(5);
}

/** Waits for a machine that was told to shut down or reboot: systemd-nspawn ends then. */
export async function waitForEnd(launched: Launched, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!hasEnded(launched.process) && Date.now() < deadline) await sleep(20);
  await endLaunched(launched);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

async function isFirst(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^NSpid:\t\d+\t\d+\t1$/m.test(status) && !/^State:\tZ/m.test(status);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
