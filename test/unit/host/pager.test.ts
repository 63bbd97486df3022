import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { showPage } from '../../../src/host/pager.ts';
import { scratch } from '../../helpers/scratch.ts';

test('a pager gets the text, also one that does not read all of it, and says whether it was shown', async () => {
  const { dir } = await scratch();
  expect(await showPage(['sh', '-c', 'cat > "$1"', 'sh', `${dir}/shown`], 'a page\n')).toBe(true);
  expect(await readFile(`${dir}/shown`, 'utf8')).toBe('a page\n');
  expect(await showPage(['true'], 'a line\n'.repeat(100_000))).toBe(true);
  expect(await showPage(['false'], 'x')).toBe(false);
  expect(await showPage([`${dir}/nothing`], 'x')).toBe(false);
  expect(process.listenerCount('SIGINT')).toBeLessThan(3);
});
