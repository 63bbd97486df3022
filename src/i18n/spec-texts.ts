import type { specDoc } from './en/spec-doc.ts';
import type { specForm } from './en/spec-form.ts';
import type { Language, Same } from './messages.ts';

/** What is said of broker.yaml: of each key by its path (`spec.doc.…`), and of each form that a value can have. */
export interface SpecTexts {
  doc: Readonly<Record<keyof typeof specDoc, string>>;
  form: Same<typeof specForm>;
  /** Of the file itself. */
  file: string;
}

/** Large: loaded only where the keys of broker.yaml are explained. */
export async function specTexts(language: Language): Promise<SpecTexts> {
  const [doc, form] =
    language === 'fr'
      ? await Promise.all([import('./fr/spec-doc.ts'), import('./fr/spec-form.ts')])
      : await Promise.all([import('./en/spec-doc.ts'), import('./en/spec-form.ts')]);
  return { doc: doc.specDoc, form: form.specForm, file: doc.specFile };
}

/** The text of a key; none for a path that has none. */
export function docOf({ doc }: SpecTexts, path: string): string | undefined {
  const texts: Readonly<Record<string, string>> = doc;
  return texts[`spec.doc.${path}`];
}
