/** The README's table of figures: kept in a file as a run has measured them, and written from it in both languages. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figureOf } from './table.mjs';
import { words } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = `${root}src/reference/figures.json`;
const pages = { en: `${root}README.md`, fr: `${root}README.fr.md` };
const heads = {
  en: ['what', 'against', 'times as much', 'goal'],
  fr: ['quoi', 'comparé à', 'fois autant', 'objectif'],
};
/** The rows of the table, in its order. */
export const rowIds = Object.keys(words);
const goals = { en: ['at most', 'at least'], fr: ['au plus', 'au moins'] };

/** Keeps the rows that have an id beside those of earlier runs, and writes the tables anew. */
export function writeFigures(rows) {
  const figures = { ...readFigures() };
  for (const row of rows) {
    if (row.id === undefined || words[row.id] === undefined) continue;
    const { ratio, goal, atLeast } = figureOf(row);
    figures[row.id] = { ratio: Number(ratio.toPrecision(2)), goal, atLeast };
  }
  const inOrder = Object.fromEntries(
    Object.keys(words).flatMap((id) => (figures[id] ? [[id, figures[id]]] : [])),
  );
  writeFileSync(kept, `${JSON.stringify(inOrder, null, 2)}\n`);
  for (const [lang, page] of Object.entries(pages)) {
    writeFileSync(page, withTable(readFileSync(page, 'utf8'), tableOf(inOrder, lang)));
  }
}

export function readFigures() {
  return JSON.parse(readFileSync(kept, 'utf8'));
}

/** The table as Markdown, in `en` or `fr`. */
export function tableOf(figures, lang) {
  const number = (value) => (lang === 'fr' ? String(value).replace('.', ',') : String(value));
  const rows = Object.entries(figures).map(([id, { ratio, goal, atLeast }]) => {
    const missed = atLeast ? ratio < goal : ratio > goal;
    const aim = `${goals[lang][atLeast ? 1 : 0]} ${number(goal)}`;
    return [...words[id][lang], number(ratio), missed ? `**${aim}**` : aim];
  });
  return [heads[lang], ['---', '---', '---:', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const [from, to] = ['<!-- figures -->\n\n', '\n\n<!-- /figures -->'];

/** The page with `table` between its two marks; throws where it has none. */
export function withTable(page, table) {
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start === -1 || end < start) throw new Error('the page has no place for the table of figures');
  return `${page.slice(0, start + from.length)}${table}${page.slice(end)}`;
}
