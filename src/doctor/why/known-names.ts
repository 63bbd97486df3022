import { nearest } from '../../lint/nearest.ts';
import { trimBlanks } from '../../mosquitto/formats/conf.ts';

/** How a name that is there differs from the one that is not. */
export type Likeness = 'blanks' | 'case' | 'form' | 'slip';

/** The name that was most likely meant; null where none is near. */
export function likelyName(user: string, names: readonly string[]): { name: string; how: Likeness } | null {
  const same = (how: Likeness, plain: (text: string) => string) => {
    const name = names.find((one) => plain(one) === plain(user));
    return name === undefined ? null : { name, how };
  };
  const slip = nearest(user, names);
  return (
    same('blanks', trimBlanks) ??
    same('form', (text) => text.normalize('NFC')) ??
    same('case', (text) => text.normalize('NFC').toLowerCase()) ??
    (slip === null ? null : { name: slip, how: 'slip' })
  );
}
