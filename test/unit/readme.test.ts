import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commonOptions } from '../../src/cli/commands/common-options.ts';
import { commandRows } from '../../src/cli/commands/registry.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { readFigures, rowIds, tableOf, withTable } from '../bench/figures.mjs';

const root = join(import.meta.dirname, '../..');

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    (found) => found[1] ?? '',
  );
}

/** `mqtt-setup check --effective   # why` → ['check', '--effective'], for every such line. */
function commandLines(text: string): string[][] {
  return blocks(text, 'console')
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => /mqtt-setup (.*?)(?: +#| > |$)/.exec(line)?.[1] ?? [])
    .map((line) => line.trim().split(/\s+/));
}

describe.each(['README.md', 'README.fr.md'])('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((found) => found[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  test('shows commands and options that exist', () => {
    const lines = commandLines(text);
    expect(lines.length).toBeGreaterThan(15);
    const unknown = lines.flatMap(([command, ...words]) => {
      const row = commandRows.find((candidate) => candidate.name === command);
      if (row === undefined) return [command];
      const flags = [...commonOptions, ...(row.options ?? [])].flatMap((option) =>
        option.flags.split(/[ ,]+/),
      );
      return words.filter((word) => word.startsWith('-') && word !== '-' && !flags.includes(word));
    });
    expect(unknown).toEqual([]);
  });

  test('shows broker.yaml as it is read', () => {
    const specs = blocks(text, 'yaml').map((block) => loadSpec(block, 'broker.yaml'));
    expect(specs).toHaveLength(1);
    expect(specs[0]?.tests).toHaveLength(3);
  });
});

test.each([
  ['README.md', 'en'],
  ['README.fr.md', 'fr'],
])('%s has the figures of the last run of the benchmark', (name, lang) => {
  const text = readFileSync(join(root, name), 'utf8');
  expect(withTable(text, tableOf(readFigures(), lang))).toBe(text);
  expect(Object.keys(readFigures())).toEqual(rowIds);
});

test('both READMEs show the same commands', () => {
  const [english = [], french = []] = ['README.md', 'README.fr.md'].map((name) =>
    commandLines(readFileSync(join(root, name), 'utf8')).map(([command]) => command),
  );
  expect(french).toEqual(english);
});
