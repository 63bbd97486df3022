/** What XML 1.0 knows as a character (§2.2): everything else is replaced, since no escape could say it. */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** A text that may stand in an attribute or between tags, and is read back as it was. */
export function xmlText(text: string): string {
  return text
    .replaceAll(notXml, '\u{fffd}')
    .replaceAll(/[&<>"'\n\r\t]/g, (character) => entities[character] ?? '');
}

/** Attributes with their values, each behind a blank. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
