import { AppError, type Problem } from '../../../src/errors.ts';
import { en } from '../../../src/i18n/en.ts';
import { fr } from '../../../src/i18n/fr.ts';
import { say } from '../../../src/i18n/translate.ts';

/** The problems that `act` throws; [] where it throws none. Anything but an AppError goes on. */
export function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.problems;
    throw error;
  }
  return [];
}

/** `line:column key [fix's key]`, after putting each into both languages, so that a text with a hole fails. */
export function brief(problems: readonly Problem[]): string[] {
  return problems.map(({ message, place, fix }) => {
    for (const text of [message, ...(fix === undefined ? [] : [fix])]) {
      for (const words of [say(en, text), say(fr, text)]) {
        if (words === '' || words.includes('undefined')) throw new Error(`${text.key}: ${words}`);
      }
    }
    const where = place === undefined ? '' : `${place.line ?? '-'}:${place.column ?? '-'} `;
    return `${where}${message.key}${fix === undefined ? '' : ` > ${fixWord(fix)}`}`;
  });
}

function fixWord(fix: NonNullable<Problem['fix']>): string {
  return fix.key === 'spec.did-you-mean' ? `${String(fix.params?.word)}?` : fix.key;
}
