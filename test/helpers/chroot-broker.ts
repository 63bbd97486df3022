import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A broker that runs in an unpacked Debian. */
export interface Running {
  log(): string;
  /** Its exit code, or the signal that ended it; null while it runs. */
  exit(): number | string | null;
  end(flush: boolean): Promise<void>;
}

export function startIn(tree: string, conf: string): Running {
  const child = spawn('chroot', [tree, 'mosquitto', '-c', conf], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
  });
  const parts: Buffer[] = [];
  let exit: number | string | null = null;
  child.stdout.on('data', (data: Buffer) => parts.push(data));
  child.stderr.on('data', (data: Buffer) => parts.push(data));
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      exit = code ?? signal ?? 'gone';
      resolve();
    });
  });
  return {
    log: () => Buffer.concat(parts).toString('utf8'),
    exit: () => exit,
    async end(flush) {
      // What it wrote to a pipe that is no terminal comes only with its own end.
      if (flush && exit === null) {
        child.kill('SIGTERM');
        await Promise.race([closed, wait(1000)]);
      }
      if (exit === null) child.kill('SIGKILL');
      await closed;
    },
  };
}
