import type { en } from './en.ts';
import type { Language, Message, Same, Translate } from './messages.ts';

/**
 * Loads one catalogue and returns the function that puts messages into its words.
 * Only the language in use is loaded: start-up time matters.
 */
export async function translator(language: Language): Promise<Translate> {
  const catalogue: Same<typeof en> =
    language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en;
  return (message: Message) => say(catalogue, message);
}

/** Puts one message into the words of `catalogue`. */
export function say(catalogue: Same<typeof en>, message: Message): string {
  const entry: unknown = catalogue[message.key];
  return typeof entry === 'function' ? String(entry(message.params)) : String(entry);
}
