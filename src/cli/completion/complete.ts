import { chooseLanguage } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { output } from '../output.ts';
import { type Candidate, wishFor } from './candidates.ts';
import { lookUp } from './lookup.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What the scripts ask for: `__complete SHELL WORD…`, the last word as far as it is written. The first line is `files`,
 * `folders` or `words`; then come the candidates, one a line, for zsh and fish with a tab and what each is. Whatever
 * goes wrong, nothing is offered and nothing is said.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const [shell = '', ...words] = argv.slice(3);
  try {
    output().result((await complete(shell, words, process.env)).join('\n'));
  } catch {
    process.exitCode = 0;
  }
}

export async function complete(shell: string, words: readonly string[], env: Env): Promise<string[]> {
  // An opened quote belongs to the shell.
  const current = (words.at(-1) ?? '').replace(/^['"]/, '');
  const { words: fixed, live, paths, before: start } = wishFor([...words.slice(0, -1), current]);
  if (paths !== null) return [paths];
  const found = live === null ? [] : await lookUp(live, words, env);
  // Checks are a list: what stands before the last comma stays.
  const before =
    live === 'checks' ? current.slice(0, Math.max(start.length, current.lastIndexOf(',') + 1)) : start;
  const all: Candidate[] = [...fixed, ...found.map((value) => ({ value: `${before}${value}` }))];
  const fit = all.filter(({ value }) => value.startsWith(current));
  return ['words', ...(shell === 'bash' ? fit.map(({ value }) => value) : await described(fit, env))];
}

async function described(candidates: readonly Candidate[], env: Env): Promise<string[]> {
  if (candidates.every(({ text }) => text === undefined)) return candidates.map(({ value }) => value);
  const t = await translator(chooseLanguage(undefined, env));
  return candidates.map(({ value, text }) => (text === undefined ? value : `${value}\t${t(text)}`));
}
