import { AppError, type Problem } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { printAccount, readAccountLine } from './account-line.ts';
import type { Account } from './types.ts';

/**
 * Reads the accounts file: one JSON object a line, blank lines allowed. Throws one AppError('input') that names every
 * bad line with its column; a name that stands twice is reported at the second line and names the first. `roleNames`:
 * the roles that there are.
 */
export function loadAccounts(text: string, file: string, roleNames: readonly string[]): Account[] {
  const problems: Problem[] = [];
  const accounts: Account[] = [];
  const firstLine = new Map<string, number>();
  for (const [index, raw] of splitLines(text).entries()) {
    const line = index + 1;
    const content = contentOf(raw, line);
    if (content.trim() === '') continue;
    const read = readAccountLine(content, file, line, roleNames);
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
 * `previousText` must be one that `loadAccounts` accepts with these roles ('' for none).
 */
export function printAccounts(
  previousText: string,
  accounts: readonly Account[],
  roleNames: readonly string[],
): string {
  const prints = new Map(accounts.map((account) => [printAccount(account), account]));
  const wanted = new Map(accounts.map((account) => [account.name, account]));
  const newline = previousText.includes('\r\n') ? '\r\n' : '\n';
  const kept: string[] = [];
  for (const [index, raw] of splitLines(previousText).entries()) {
    const content = contentOf(raw, index + 1);
    const same = prints.get(content);
    // A line in our own form of an account that did not change needs no reading: nearly all of 100,000.
    if (same !== undefined) wanted.delete(same.name);
    if (same !== undefined || content.trim() === '') {
      kept.push(raw);
      continue;
    }
    const read = readAccountLine(content, '', index + 1, roleNames);
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
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    lines.push(text.slice(at, next));
    at = next;
  }
  return lines;
}

/** A line without its break, and the first one without a byte order mark. */
function contentOf(raw: string, line: number): string {
  const end = raw.endsWith('\r\n') ? -2 : raw.endsWith('\n') ? -1 : raw.length;
  const content = raw.slice(0, end);
  return line === 1 && content.startsWith('\uFEFF') ? content.slice(1) : content;
}
