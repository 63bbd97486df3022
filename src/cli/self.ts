import { resolve } from 'node:path';

/** Whether this program and its Node are one executable, so that there is no script. */
export function isExecutable(): boolean {
  return process.getBuiltinModule('node:sea').isSea();
}

/** What calls this program, as argv before its words: node and the script, or the executable. Absolute paths. */
export function selfArgv(): string[] {
  return isExecutable() ? [process.execPath] : [process.execPath, resolve(process.argv[1] ?? 'mqtt-setup')];
}

/** The same as two words, for the scripts that read a node and a script: `env` runs what it is given. */
export function selfAsTwo(self: readonly string[]): readonly string[] {
  return self.length === 1 ? ['/usr/bin/env', ...self] : self;
}
