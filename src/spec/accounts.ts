import { AppError, type Problem } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { printAccount, readAccountLine } from './account-line.ts';
import type { Account } from './types.ts';

/**
 * Reads the accounts file: one JSON object a line, blank lines allowed. Throws one AppError('input') that names every
 * bad line with its column; a name that stands twice is reported at the second line and names the first.
 */
export function loadAccounts(text: string, file: string): Account[] {
  const problems: Problem[] = [];
  const accounts: Account[] = [];
  const firstLine = new Map<string, number>();
  for (const [index, raw] of splitLines(text).entries()) {
    const line = index + 1;
    const content = contentOf(raw, line);
    if (content.trim() === '') continue;
    const read = readAccountLine(content, file, line);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { name } = read.account;
    const first = firstLine.get(name);
    if (first === undefined) {
      firstLine.set(name, line);
      accounts.push(read.account);
    } else {
      problems.push({
        message: msg('accounts.name.twice', { name, line: first }),
        place: { file, line, column: 1 },
      });
    }
  }
  if (problems.length > 0) throw new AppError('input', problems);
  return accounts;
}

/**
 * The accounts file with these accounts. Lines of accounts that did not change stay byte for byte, in their place, and
 * so do blank lines; a changed account changes its one line, a new one is added at the end, in the given order.
 * `previousText` must be one that `loadAccounts` accepts ('' for none).
 */
export function printAccounts(previousText: string, accounts: readonly Account[]): string {
  const wanted = new Map(accounts.map((account) => [account.name, account]));
  const newline = previousText.includes('\r\n') ? '\r\n' : '\n';
  const kept: string[] = [];
  for (const [index, raw] of splitLines(previousText).entries()) {
    const content = contentOf(raw, index + 1);
    if (content.trim() === '') {
      kept.push(raw);
      continue;
    }
    const read = readAccountLine(content, '', index + 1);
    if ('problems' in read) throw new AppError('input', read.problems);
    const account = wanted.get(read.account.name);
    if (account === undefined) continue;
    wanted.delete(account.name);
    const print = printAccount(account);
    kept.push(print === printAccount(read.account) ? raw : raw.replace(content, () => print));
  }
  const lines = [...kept, ...[...wanted.values()].map((account) => printAccount(account) + newline)];
  return lines.map((line) => (line.endsWith('\n') ? line : line + newline)).join('');
}

/** Lines with their line breaks; none for an empty text. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A line without its break, and the first one without a byte order mark. */
function contentOf(raw: string, line: number): string {
  const content = raw.replace(/\r?\n$/, '');
  return line === 1 && content.startsWith('\uFEFF') ? content.slice(1) : content;
}
