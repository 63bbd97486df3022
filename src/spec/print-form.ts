import type { SpecTexts } from '../i18n/spec-texts.ts';
import type { Form } from './fields.ts';
import { printDuration, printSize } from './quantities.ts';

/** What a form is, in words. */
export function printForm(form: Form, { form: texts }: SpecTexts): string {
  switch (form.kind) {
    case 'size':
      return texts.size({ min: printSize(form.min), max: printSize(form.max) });
    case 'duration':
    case 'hours':
      return texts[form.kind]({ min: printDuration(form.min), max: printDuration(form.max) });
    default:
      return texts[form.kind];
  }
}
