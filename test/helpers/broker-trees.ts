import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import type { Job, Observation } from './corpus-types.ts';
import { makeHostFolder, removeHostFolder, removeLeftovers } from './host-folders.ts';
import { debianTree, type Release } from './host-tree.ts';

export const brokerReleases: readonly Release[] = ['bullseye', 'bookworm', 'trixie', 'forky'];

/** How one start of a broker ended. */
export interface Started {
  /** It said that it runs; then it was stopped. */
  runs: boolean;
  /** Its exit code; 142 where it neither ran nor ended within ten seconds: an alarm that survives exec. */
  code: number;
  log: string;
}

/**
 * Runs shell lines in an unpacked Debian with its own mosquitto, as root, without init. `folder` is /mnt inside, and the
 * only place that stays. It has its own processes, mounts and loopback, so that ports never clash, and nothing of it
 * outlives the call.
 */
export async function inTree(release: Release, folder: string, script: string): Promise<string> {
  return enterTree(release, folder, `exec chroot "$1" sh -ec "$3"`, script);
}

/** Runs `inside` between the tree, its folder at /mnt, and `argument`: as $1, $2 and $3. */
async function enterTree(
  release: Release,
  folder: string,
  inside: string,
  argument: string,
): Promise<string> {
  const tree = await debianTree({
    release,
    init: 'none',
    preinstall: ['mosquitto', 'mosquitto-clients', 'openssl'],
  });
  const own = '--net --mount --propagation private --pid --fork --kill-child=KILL'.split(' ');
  const script = `${enter}\n${inside}\n`;
  const argv = [
    '--pdeathsig',
    'KILL',
    'unshare',
    ...own,
    'sh',
    '-c',
    script,
    'enter',
    tree,
    folder,
    argument,
  ];
  const { stdout } = await execa('setpriv', argv, {
    extendEnv: false,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
    stdin: 'ignore',
    timeout: 300_000,
  });
  return stdout;
}

/** perl, which every Debian has, brings loopback up: the smallest trees lack `ip`. */
const enter = `
set -e
mount --bind "$2" "$1/mnt"
mount --bind /dev "$1/dev"
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/run"
chroot "$1" perl -MSocket -e '$up = pack(q(a16s x22), q(lo), 0x49); socket(S, AF_INET, SOCK_DGRAM, 0) && ioctl(S, 0x8914, $up) or die'
`;

/**
 * Starts that release's broker once for each configuration text, as root, in /mnt/rw, and stops it as soon as it says
 * that it runs. `prepare` are shell lines run before.
 */
export async function startEach(
  release: Release,
  configurations: readonly string[],
  prepare: string,
): Promise<Started[]> {
  await removeLeftovers();
  const folder = await makeHostFolder();
  try {
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'conf'));
    await mkdir(join(folder, 'out'));
    for (const [index, text] of configurations.entries()) {
      await writeFile(join(folder, 'conf', `${String(index).padStart(5, '0')}.conf`), text);
    }
    await inTree(release, folder, `install -d -o mosquitto -g mosquitto /mnt/rw\n${prepare}\n${startAll}`);
    const names = (await readdir(join(folder, 'out'))).toSorted();
    return await Promise.all(
      names.map(async (name) => started(await readFile(join(folder, 'out', name), 'utf8'))),
    );
  } finally {
    await rm(join(folder, 'rw'), { recursive: true, force: true });
    await removeHostFolder(folder);
  }
}

/**
 * Runs one of our programs beside the unpacked Debian of a release, as root, with the files of `layOut` in /mnt/rw, and
 * hands out what it answers to `jobs`. The program is this machine's Node in the brokers' network; its arguments are
 * the tree, the file of the jobs and that of the answers.
 */
export async function askInTree(
  release: Release,
  program: 'corpus-probe' | 'access-probe',
  layOut: (folder: string) => Promise<void>,
  jobs: readonly unknown[],
): Promise<unknown[]> {
  await removeLeftovers();
  const folder = await makeHostFolder();
  try {
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'rw'));
    await layOut(join(folder, 'rw'));
    await writeFile(join(folder, 'jobs.json'), JSON.stringify(jobs));
    await build({
      entryPoints: [join(import.meta.dirname, `${program}.ts`)],
      outfile: join(folder, 'probe.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    const ask = [
      // What a configuration names may be written to: not to the tree that others are waiting for.
      'for at in lib log; do mount -t tmpfs tmpfs "$1/var/$at/mosquitto"; done',
      'mkdir "$1/run/mosquitto"',
      'chroot "$1" chown -R mosquitto: /mnt/rw /var/lib/mosquitto /var/log/mosquitto /run/mosquitto',
      '"$3" "$1/mnt/probe.cjs" "$1" "$1/mnt/jobs.json" "$1/mnt/answers.json"',
    ].join('\n');
    await patiently(() => enterTree(release, folder, ask, process.execPath));
    return JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as unknown[];
  } finally {
    await removeHostFolder(folder);
  }
}

/** A broker that crashes (2.0.11 and 2.0.21 do, once in some hundred thousand questions) is asked all of it again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 3) throw error;
      process.stderr.write(`asked once more, since a broker did not answer: ${String(error).slice(-400)}\n`);
    }
  }
}

/** Starts that release's broker once for each job, on files that lie in `folder/rw`, and asks what it does with them. */
export async function askBrokers(
  release: Release,
  layOut: (folder: string) => Promise<void>,
  jobs: readonly Job[],
): Promise<Observation[]> {
  return (await askInTree(release, 'corpus-probe', layOut, jobs)) as Observation[];
}

/** A broker that runs has said all that is asked here: it is killed, which is quicker than its own end. */
const startAll = `
cd /mnt/rw
follow() {
  pid=
  while IFS= read -r line; do
    case $line in
      "pid "*) pid=\${line#pid } ;;
      *"mosquitto version "*" running") kill -KILL "$pid" 2> /dev/null || : ;;
    esac
    printf "%s\\n" "$line"
  done
}
for conf in /mnt/conf/*.conf; do
  name=\${conf##*/}
  {
    code=0
    perl -e "\\$| = 1; print qq(pid \\$\\$\\n); alarm 10; exec @ARGV" mosquitto -c "$conf" 2>&1 || code=$?
    echo "exit $code"
  } | follow > "/mnt/out/\${name%.conf}"
done
`;

function started(text: string): Started {
  const lines = text.trimEnd().split('\n');
  const code = Number(/^exit (\d+)$/.exec(lines.at(-1) ?? '')?.[1] ?? Number.NaN);
  return {
    runs: lines.some((line) => /mosquitto version \S+ running$/.test(line)),
    code,
    log: lines.slice(1, -1).join('\n'),
  };
}
