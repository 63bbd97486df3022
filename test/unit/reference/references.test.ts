import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { options } from '../../../src/mosquitto/options/registry.ts';
import { references } from '../../../src/reference/references.ts';
import { specKeys } from '../../../src/spec/spec-keys.ts';

const folder = join(import.meta.dirname, '../../../src/reference');
const pages = await references();

describe('the references', () => {
  test.each([...pages])(
    '%s is what the table and the schema say: else run npm run reference',
    (name, text) => {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    },
  );

  test('no page is left over', () => {
    const found = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(found.toSorted()).toEqual([...pages.keys()].toSorted());
  });

  test.each(['en', 'fr'])('have every option and every key once: %s', (language) => {
    const headings = (name: string): string[] =>
      [...(pages.get(`${name}.${language}.md`) ?? '').matchAll(/^#{2,3} `(.+)`$/gm)].map(
        (match) => match[1] ?? '',
      );
    expect(headings('options').toSorted()).toEqual([...options.keys()].toSorted());
    expect(headings('spec')).toEqual(Object.keys(specKeys));
  });

  test('their links lead somewhere', () => {
    const anchors = (page: string): Set<string> =>
      new Set(
        [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
          (match[1] ?? '').toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, ''),
        ),
      );
    for (const [name, text] of pages)
      for (const [, file = '', anchor = ''] of text.matchAll(/\]\(([^)#]*)#?([^)]*)\)/g)) {
        const page = file === '' ? text : pages.get(file);
        expect(page, `${name}: ${file}`).toBeDefined();
        if (anchor !== '') expect(anchors(page ?? ''), `${name}: ${anchor}`).toContain(anchor);
      }
  });

  test('French is set as it is in French', () => {
    for (const name of ['options.fr.md', 'spec.fr.md']) {
      const prose = (pages.get(name) ?? '').replace(/```[\s\S]*?```|`[^`\n]*`|<!--.*-->/g, 'x');
      expect(
        prose.split('\n').filter((line) => / [;!?»]| :(?=\s|$)|« |[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/.test(line)),
      ).toEqual([]);
    }
  });
});
