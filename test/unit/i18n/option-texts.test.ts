import { expect, it } from 'vitest';
import { optionTexts } from '../../../src/i18n/option-texts.ts';

it('sets the French of options as French is set', async () => {
  const texts = Object.entries(await optionTexts('fr')).flatMap(([name, text]) =>
    Object.values(text).map((words) => ({ name, words })),
  );
  const wrong = texts.filter(({ words }) => / [;!?»]| :(?=\s|$)|« |[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/.test(words));
  expect(wrong).toEqual([]);
});

it('ends each sentence, in both languages, and never says the same twice', async () => {
  for (const language of ['en', 'fr'] as const) {
    const words = Object.values(await optionTexts(language)).flatMap((text) => Object.values(text));
    expect(words.filter((text) => !text.endsWith('.'))).toEqual([]);
  }
  const [english, french] = [await optionTexts('en'), await optionTexts('fr')];
  const same = Object.entries(english).filter(
    ([name, { does }]) => french[name as keyof typeof french].does === does,
  );
  expect(same).toEqual([]);
});
