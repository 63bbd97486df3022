import { expect } from 'vitest';
import type { Sandbox } from './cli-sandbox.ts';
import { keys, openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

export type Options = Partial<TerminalOptions>;

export const sit = (sandbox: Sandbox, args: readonly string[], options: Options = {}): Terminal =>
  openTerminal(sandbox.words(args), { cwd: sandbox.home, user: sandbox.user, ...options });

/** The same under a shell, which says at the end how it ended and what became of the terminal. */
export const sitInShell = (sandbox: Sandbox, args: readonly string[], options: Options = {}): Terminal =>
  openTerminal(
    ['/bin/sh', '-c', 'trap : INT; "$@"; echo "ended with $?"; stty -a', 'sh', ...sandbox.words(args)],
    { cwd: sandbox.home, user: sandbox.user, ...options },
  );

export async function demandRestored(terminal: Terminal, code: number): Promise<void> {
  await terminal.ended;
  expect(terminal.text()).toContain(`ended with ${code}`);
  expect(terminal.text()).toMatch(/[ ;\n]echo[ ;\n]/);
  expect(terminal.text()).toMatch(/[ ;\n]icanon[ ;\n]/);
  expect(terminal.showsCursor()).toBe(true);
}

/** Lines that the terminal itself had to break, without those that stay whole to be copied: commands and diffs. */
export function badlyBroken(terminal: Terminal): string[] {
  const lines = terminal.lines();
  const starts = lines.flatMap((_, at) =>
    terminal.isWrapped(at + 1) && !terminal.isWrapped(at) ? [lines[at] ?? ''] : [],
  );
  // A word that is wider than the screen, mostly a path, cannot be broken well.
  return starts.filter((line) => !/^\s*\$ |^ {4}[-+]|^\s*(?:[+~] \S+ )?\/\S+$/.test(line));
}

/** SIGHUP. */
export const byHangUp = 128 + 1;

export const texts = {
  en: {
    hello: 'A broker in three questions.',
    keys: 'arrow keys',
    name: 'Name of your own account:',
    generate: 'Make up a strong one',
    goOn: 'Go on?',
    card: 'Your broker is running, closed to strangers, and proven.',
    once: 'shown once',
  },
  fr: {
    hello: 'Un broker en trois questions.',
    keys: 'flèches',
    name: 'Nom de votre propre compte',
    generate: 'En inventer un, solide',
    goOn: 'Continuer',
    card: 'Votre broker tourne, il est fermé aux inconnus, et c’est prouvé.',
    once: 'une seule fois',
  },
} as const;

/** Answers the wizard up to its last question. */
export async function answer(
  terminal: Terminal,
  said: (typeof texts)['en' | 'fr'],
  name = 'alice',
): Promise<void> {
  await terminal.see(said.keys);
  terminal.type(keys.down);
  terminal.type(keys.down);
  terminal.type(keys.enter);
  await terminal.see(said.name);
  terminal.type(`${name}${keys.enter}`);
  await terminal.see(said.generate);
  terminal.type(keys.enter);
  await terminal.see(said.goOn);
}
