import { readdirSync, readFileSync } from 'node:fs';
import type { TestHost } from './host.ts';

export interface Sightings {
  /** Rounds over all processes of the machine. */
  rounds: number;
  /** Command lines seen. */
  commands: Set<string>;
  /** Command lines and environments that held a secret: must stay empty. */
  leaks: Set<string>;
}

/** Reads the command line and environment of every process in the machine, again and again, while `work` runs. */
export async function spyOn(
  host: TestHost,
  secrets: readonly string[],
  work: () => Promise<unknown>,
): Promise<Sightings> {
  const seen: Sightings = { rounds: 0, commands: new Set(), leaks: new Set() };
  const proc = host.path('/proc');
  const state = { busy: true };
  const done = work().finally(() => {
    state.busy = false;
  });
  // Its failure is reported by the `await` below, however early it comes.
  done.catch(() => {});
  while (state.busy) {
    look(proc, secrets, seen);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
  return seen;
}

function look(proc: string, secrets: readonly string[], seen: Sightings): void {
  seen.rounds++;
  for (const pid of readdirSync(proc)) {
    if (!/^\d+$/.test(pid)) continue;
    const command = readQuietly(`${proc}/${pid}/cmdline`);
    seen.commands.add(command);
    const environ = readQuietly(`${proc}/${pid}/environ`);
    if (secrets.some((secret) => command.includes(secret))) seen.leaks.add(`cmdline: ${command}`);
    if (secrets.some((secret) => environ.includes(secret))) seen.leaks.add(`environ: ${command}`);
  }
}

/** Empty for a process that has just ended. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
