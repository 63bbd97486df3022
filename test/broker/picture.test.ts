import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { termSvg } from '../helpers/term-svg.ts';
import { openTerminal, type Run } from '../helpers/terminal.ts';

type Line = Run[];

const plain = (line: Line): string => line.map(({ text }) => text).join('');

/** What is another one in every run, as one that always is the same. */
function steady(line: Line, folder: string): Line {
  let column = 0;
  return line.map((run) => {
    const text = run.text
      .replaceAll(`${folder}/`, './')
      .replaceAll(/\s?\b\d+(?:\.\d+)?\sm?s\b/g, '')
      .replaceAll(/(mqtt:\/\/[\d.]+):\d+/g, '$1:1883')
      .replaceAll(/\b[A-Za-z0-9]{24}\b/g, 'Kp7vRt2mXq9cWz4sHd6nYb3f')
      .replaceAll(/\b\d+ questions\b/g, '8 questions')
      .replaceAll(/\b(\d) (of|sur) \1\b/g, '4 $2 4')
      .replaceAll(/\b(\d) (times of|fois sur) \1\b/g, '2 $2 2');
    const at = column;
    column += text.length;
    return { ...run, text, column: at };
  });
}

async function linesOf(sandbox: Sandbox, words: string[], lang: string): Promise<Line[]> {
  const argv = sandbox.words([...words, '--lang', lang]);
  const terminal = openTerminal(argv, { cwd: sandbox.home, user: sandbox.user, columns: 300, rows: 50 });
  expect(await terminal.ended, terminal.text()).toBe(0);
  return terminal.runs();
}

const simple = (text: string, manner: Partial<Run> = {}): Line => [
  { column: 0, text, colour: null, bold: false, dim: false, ...manner },
];
const typed = (command: string): Line => simple(`$ mqtt-setup ${command}`, { bold: true });
const left = (): Line => simple('…', { dim: true });

/** Parts between empty lines. */
function parts(lines: Line[]): Line[][] {
  const found: Line[][] = [[]];
  for (const line of lines)
    if (plain(line) === '') found.push([]);
    else found.at(-1)?.push(line);
  return found.filter((part) => part.length > 0);
}

/** What was done, and how to connect. */
function ofInstall(lines: Line[]): Line[] {
  const steps = lines.filter((line) => plain(line).startsWith('✔ '));
  const card = parts(lines).find((part) => part.some((line) => plain(line).startsWith('  mqtt://'))) ?? [];
  return [...steps, left(), [], ...card.slice(0, 4)];
}

/** Who gets in, which messages arrive, and how many checks there were. */
function ofVerify(lines: Line[]): Line[] {
  const all = parts(lines);
  const shown = all.filter((part) => part.length > 1 && /^\S/.test(plain(part[0] ?? []))).slice(5, 7);
  // The number of checks is this machine's; that none failed is what counts.
  const sum = (all.at(-1)?.[0] ?? []).map((run) => ({
    ...run,
    text: run.text
      .replace(/,\s(?:in|en)\s[\d.,]+\sm?s$/, '')
      .replace(/^\d+/, '27')
      .replace(/\d+(?=\D*$)/, '3'),
  }));
  return [left(), ...shown.flatMap((part) => [...part, []]), left(), sum];
}

const titles = {
  en: 'mqtt-setup installs a broker in a folder, and verify proves that it works and is closed to strangers',
  fr: 'mqtt-setup installe un broker dans un dossier, et verify prouve qu’il marche et qu’il est fermé aux inconnus',
};

describeCli('the picture in the README', (sandbox) => {
  test.each(['en', 'fr'] as const)('is a real run (%s)', async (lang) => {
    const local = localBroker(sandbox, join(sandbox.home, 'broker'));
    const install = await linesOf(sandbox, ['install', '--local', local.dir, '--yes'], lang);
    const verify = await linesOf(sandbox, ['verify', '--local', local.dir], lang);
    await local.must(['uninstall', '--purge', '--yes']);
    const lines = [
      typed('install --local ./broker --yes'),
      ...ofInstall(install),
      [],
      typed('verify --local ./broker'),
      ...ofVerify(verify),
    ].map((line) => steady(line, sandbox.home));
    const svg = termSvg(lines, titles[lang]);
    expect(svg.length).toBeLessThan(50_000);
    const file = join(import.meta.dirname, `../../src/reference/terminal.${lang}.svg`);
    if (process.env['MQTT_SETUP_RECORD'] === '1') {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, svg);
    }
    expect(svg).toBe(await readFile(file, 'utf8'));
  });
});
