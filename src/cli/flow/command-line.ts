import type { Call } from '../context.ts';

/**
 * This very call as a person would type it with root's rights: node and script by their full paths, since sudo knows
 * another PATH than the user of a Node version manager.
 */
export function commandLine(_call: Call): string {
  return ['sudo', process.execPath, ...process.argv.slice(1)].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
