import type { OptionRow } from '../commands/types.ts';

/** What is looked up on the machine, or in a part of the program that is loaded for it. */
export type Live =
  | 'accounts'
  | 'roles'
  | 'listeners'
  | 'generations'
  | 'checks'
  | 'explain'
  | 'commands'
  | 'outputs';

/** What may stand in a place: one of these words, something that is looked up, a path, or anything (null). */
export type Source = readonly string[] | Live | 'files' | 'folders' | null;

export const mapFormats = ['text', 'svg', 'mermaid', 'dot'] as const;

/** By command and option or argument; what is not here goes by its placeholder. */
export const own: Readonly<Record<string, Source>> = {
  'map --format': mapFormats,
  'map --user': 'accounts',
  'status --username': 'accounts',
  'guide --format': ['markdown', 'script', 'html'],
  'lesson [step...]': ['check', '1', '2', '3', '4', '5', '6', '7'],
  'can --format': ['table', 'csv'],
  'check --format': ['pretty', 'github', 'sarif'],
  'audit --format': ['pretty', 'sarif', 'junit', 'markdown'],
  'export-users --format': ['csv', 'jsonl'],
  'verify --reporter': ['pretty', 'json', 'junit', 'tap', 'github', 'nagios', 'prometheus'],
  'verify --mqtt-version': ['3.1.1', '5'],
  'schema --output': 'outputs',
  'remove-user <name>': 'accounts',
  'set-password <name>': 'accounts',
  'tls [action]': ['init', 'server', 'client', 'renew', 'revoke', 'status'],
  'tls [name]': 'accounts',
  'history --keep': null,
};

const byPlaceholder: Readonly<Record<string, Source>> = {
  '<language>': ['en', 'fr'],
  '<when>': ['auto', 'always', 'never'],
  '<profile>': ['local', 'lan', 'internet'],
  '<severity>': ['critical', 'high', 'medium', 'low'],
  '[access]': ['publish', 'subscribe'],
  '[shell]': ['bash', 'zsh', 'fish'],
  '[user]': 'accounts',
  '<user>': 'accounts',
  '<role>': 'roles',
  '<listener>': 'listeners',
  '<number>': null,
  '[number]': 'generations',
  '[from]': 'generations',
  '[to]': 'generations',
  '<ids>': 'checks',
  '[word]': 'explain',
  '[command]': 'commands',
  '<file>': 'files',
  '[file]': 'files',
  '<path>': 'files',
  '<dir>': 'folders',
  '<folder>': 'folders',
};

/** Placeholders of what only the caller knows: names that are new, topics, addresses, times, versions. */
const free = new Set(
  '<name> [name] <topic> [topic] <filter> <prefix> <text> <time> <seconds> <port> <host> <address> <url> <email> <id> <version> <password> <lines>'.split(
    ' ',
  ),
);

/** What may follow this option, or stand for the argument of this syntax. Undefined: nobody has decided yet. */
export function sourceOf(command: string, place: Pick<OptionRow, 'flags'> | string): Source | undefined {
  const flags = typeof place === 'string' ? place : place.flags;
  const placeholder = /[<[][^>\]]+[>\]]/.exec(flags)?.[0] ?? '';
  const key = `${command} ${typeof place === 'string' ? place : longName(flags)}`;
  if (Object.hasOwn(own, key)) return own[key];
  if (Object.hasOwn(byPlaceholder, placeholder)) return byPlaceholder[placeholder];
  return free.has(placeholder) ? null : undefined;
}

/** `-p, --port <port>` → `--port`. */
export function longName(flags: string): string {
  return /--[a-z0-9-]+/.exec(flags)?.[0] ?? '';
}
