import type { Language } from './messages.ts';

const order = ['MQTT_SETUP_LANG', 'LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language to speak: the flag, then MQTT_SETUP_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG, then English.
 * Only the primary subtag counts (fr_BE is French); LANGUAGE may hold several, separated by colons, and the first
 * one we speak wins. As in gettext, LANGUAGE is ignored where the locale itself is C or POSIX.
 */
export function chooseLanguage(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = flag === undefined ? undefined : spoken(flag);
  if (asked !== undefined) return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  for (const name of order) {
    const value = env[name];
    if (value === undefined || value === '') continue;
    if (name === 'LANGUAGE' && /^(C|POSIX)$/.test(locale)) continue;
    for (const tag of value.split(':')) {
      const language = spoken(tag);
      if (language !== undefined) return language;
    }
    if (name !== 'LANGUAGE') return 'en';
  }
  return 'en';
}

function spoken(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[_.@-]/, 1)[0];
  return primary === 'fr' || primary === 'en' ? primary : undefined;
}
