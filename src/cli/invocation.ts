import { basename, relative } from 'node:path';

/**
 * How this program was called, for the commands that we print: as `mqtt-setup` where that is on the PATH, through npx,
 * by node and the path of the script, or by the path of the executable. What is printed can then be pasted.
 */
export function invocation(argv: readonly string[], cwd: string, executable = false): string {
  const script = argv[1] ?? 'mqtt-setup';
  if (executable) return script;
  if (script.includes('/_npx/')) return 'npx mqtt-setup';
  if (basename(script) === 'mqtt-setup') return 'mqtt-setup';
  const near = relative(cwd, script);
  return `node ${near.startsWith('..') ? script : near}`;
}

/** The folder we were called in; the root folder where that is gone. */
export function here(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
