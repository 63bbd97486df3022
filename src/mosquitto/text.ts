/** Non-characters, which the broker refuses in a text (mosquitto_validate_utf8), as far as they can come by mistake. */
const nonCharacters = /[\ufdd0-\ufdef\ufffe\uffff]/;

/** Why a text of the configuration is refused: 'control' is a control character, tabs included; null where it is fine. */
export function textFault(text: string): 'control' | 'non-character' | null {
  if (/\p{Cc}/u.test(text)) return 'control';
  return nonCharacters.test(text) ? 'non-character' : null;
}
