import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeText, fixText, recognise } from '../../../src/doctor/recognise.ts';
import { said } from '../../../src/doctor/said/registry.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { recipes } from '../../cases/doctor/recipes/registry.ts';
import { causesIn, logLines, releases, versions } from '../../helpers/doctor-said.ts';

const folder = join(import.meta.dirname, '../../cases/doctor/said');
const systemdFolder = join(import.meta.dirname, '../../cases/doctor/systemd');
const languages = ['en', 'fr'] as const;
const recordings = readdirSync(folder).map((file) => ({
  file,
  release: releases.find((release) => file.endsWith(`.${versions[release]}.log`)) ?? 'bookworm',
  recipe: recipes.find(({ name }) => file.startsWith(`${name}.2.`)),
  text: readFileSync(join(folder, file), 'utf8'),
}));

const ofSystemd = readdirSync(systemdFolder).map((file) => ({
  cause: `unit.${file.replace(/\.2\..*$/, '')}`,
  file,
  text: readFileSync(join(systemdFolder, file), 'utf8'),
}));

describe('what broken brokers said', () => {
  it.each(recordings)('is recognised: $file', ({ recipe, text, release }) => {
    const causes = recipe?.or?.[release] ?? recipe?.causes;
    expect(causesIn(text)).toEqual({ causes: causes?.toSorted(), unknown: [] });
  });

  it.each(languages)('is told in words: %s', async (language) => {
    const t = await translator(language, 'all');
    const texts = recordings.flatMap(({ text, file }) =>
      recognise(logLines(text)).found.flatMap((one) => [
        `${file}: ${t(causeText(one))}`,
        `${file}: ${t(fixText(one))}`,
      ]),
    );
    expect(texts.filter((text) => /\.log: $|\bport undefined|\bundefined\b(?! symbol)/.test(text))).toEqual(
      [],
    );
  });

  it.each(ofSystemd)('is recognised of systemd: $file', ({ cause, text }) => {
    expect(causesIn(text).causes).toContain(cause);
  });

  it('was recorded for every cause', () => {
    const texts = [...recordings, ...ofSystemd].map(({ text }) => text);
    const recorded = new Set<string>(texts.flatMap((text) => causesIn(text).causes));
    expect(said.map(([id]) => id).filter((id) => !recorded.has(id))).toEqual([]);
  });

  it('was recorded for every recipe, in every version', () => {
    const files = new Set(recordings.map(({ file }) => file));
    const missing = recipes.flatMap(({ name, releases: only = releases }) =>
      releases
        .filter((release) => only.includes(release))
        .map((release) => `${name}.${versions[release]}.log`)
        .filter((file) => !files.has(file)),
    );
    expect(missing).toEqual([]);
  });
});
