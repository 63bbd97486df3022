import type { enAll } from './en-all.ts';
import type { Language, Message, Same, Translate } from './messages.ts';

type Texts = Partial<Same<typeof enAll>>;

/**
 * Loads one catalogue and returns the function that puts messages into its words. Only the language in use is loaded,
 * and the texts of `check` only where it says 'all': start-up time matters.
 */
export async function translator(language: Language, extent: 'usual' | 'all' = 'usual'): Promise<Translate> {
  const texts = await catalogue(language, extent);
  return (message: Message) => say(texts, message);
}

async function catalogue(language: Language, extent: 'usual' | 'all'): Promise<Texts> {
  if (extent === 'all')
    return language === 'fr' ? (await import('./fr-all.ts')).frAll : (await import('./en-all.ts')).enAll;
  return language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en;
}

/** Puts one message into the words of `texts`. Throws where they have none for it, which is a bug. */
export function say(texts: Texts, message: Message): string {
  const entry: unknown = texts[message.key];
  if (typeof entry === 'string') return entry;
  if (typeof entry === 'function') return String(entry(message.params));
  throw new Error(`no text for ${message.key}`);
}
