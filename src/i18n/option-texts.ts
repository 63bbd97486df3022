import type { options as english } from './en/options.ts';
import type { Language } from './messages.ts';
import type { SameTexts } from './option-text.ts';

/** What is said of each option of mosquitto.conf. Large: loaded only where options are explained. */
export async function optionTexts(language: Language): Promise<SameTexts<typeof english>> {
  return language === 'fr'
    ? (await import('./fr/options.ts')).options
    : (await import('./en/options.ts')).options;
}
