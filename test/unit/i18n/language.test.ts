import { expect, it } from 'vitest';
import { chooseLanguage } from '../../../src/i18n/language.ts';

const cases: [string | undefined, Record<string, string>, 'en' | 'fr'][] = [
  [undefined, {}, 'en'],
  ['fr', { LANG: 'en_US.UTF-8' }, 'fr'],
  ['en', { MQTT_SETUP_LANG: 'fr' }, 'en'],
  ['fr-CA', {}, 'fr'],
  [undefined, { MQTT_SETUP_LANG: 'fr', LANGUAGE: 'en', LC_ALL: 'en_GB' }, 'fr'],
  [undefined, { LANGUAGE: 'de:fr:en', LC_ALL: 'de_DE.UTF-8' }, 'fr'],
  [undefined, { LANGUAGE: 'fr', LC_ALL: 'C' }, 'en'],
  [undefined, { LANGUAGE: 'fr' }, 'fr'],
  [undefined, { LC_ALL: 'fr_BE@euro', LANG: 'en_US' }, 'fr'],
  [undefined, { LC_ALL: 'de_DE', LANG: 'fr_FR' }, 'en'],
  [undefined, { LC_MESSAGES: 'fr_CH.UTF-8', LANG: 'de_CH.UTF-8' }, 'fr'],
  [undefined, { LC_ALL: '', LANG: 'fr_FR.UTF-8' }, 'fr'],
  [undefined, { LANG: 'FR' }, 'fr'],
  [undefined, { LANG: 'fro_FR' }, 'en'],
];

it.each(cases)('--lang %s with %j speaks %s', (flag, env, language) => {
  expect(chooseLanguage(flag, env)).toBe(language);
});
