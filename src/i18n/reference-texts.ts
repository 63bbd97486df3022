import type { reference } from './en/reference.ts';
import type { Language, Same } from './messages.ts';

export type ReferenceTexts = Same<Omit<typeof reference, 'groups'>> & {
  groups: Same<(typeof reference)['groups']>;
};

/** What the references say beside the texts of options and keys: pages of the project, not of the program. */
export async function referenceTexts(language: Language): Promise<ReferenceTexts> {
  return language === 'fr'
    ? (await import('./fr/reference.ts')).reference
    : (await import('./en/reference.ts')).reference;
}
