import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { frAll as fr } from '../../../src/i18n/fr-all.ts';

const root = join(import.meta.dirname, '../../../src');
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('i18n/'))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');

/** A text with every parameter filled in by a word that cannot be mistaken for one of ours. */
function filled(entry: unknown): string {
  if (typeof entry !== 'function') return String(entry);
  const params = new Proxy({}, { get: () => 'x1' });
  return String(entry(params));
}

describe('the catalogues', () => {
  it('hold the same keys in the same areas', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
  });

  it('are used, every key', () => {
    // Keys that are put together: by verb, by state, by word.
    const built = [...source.matchAll(/`((?:[a-zA-Z-]+\.)+)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(en).filter(
      (key) => !source.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('say something, and French says something else', () => {
    const empty = Object.entries(en).filter(([, entry]) => filled(entry).trim() === '');
    expect(empty).toEqual([]);
    const untranslated = Object.keys(en).filter((key) => {
      const [english, french] = [filled(en[key as keyof typeof en]), filled(fr[key as keyof typeof fr])];
      return english === french && english.split(' ').length > 3;
    });
    expect(untranslated).toEqual([]);
  });

  it('set French as it is set in French', () => {
    const wrong = Object.entries(fr).flatMap(([key, entry]) => {
      const text = filled(entry);
      const faults = [
        / [;!?»]/.test(text) ? 'plain blank before ; ! ? »' : '',
        / :(?=\s|$)/.test(text) ? 'plain blank before :' : '',
        /« /.test(text) ? 'plain blank after «' : '',
        /[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/.test(text) ? 'straight apostrophe' : '',
      ].filter((fault) => fault !== '');
      return faults.map((fault) => `${key}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });
});
