type Catalogue = Readonly<Record<string, unknown>>;

/** Stands for a parameter; no text holds it. */
const gap = '\u0001';

/**
 * Texts of the `foreign` catalogue that a text in the language of the `own` one still holds: whole sentences, or the
 * longest part of those with parameters. What both languages say alike is not foreign.
 */
export function leftOvers(text: string, foreign: Catalogue, own: Catalogue): string[] {
  const home = Object.values(own).map(plain).join('\n');
  return Object.entries(foreign).flatMap(([key, entry]) => {
    const part = longest(plain(entry));
    return part.length >= 12 && part.includes(' ') && text.includes(part) && !home.includes(part)
      ? [`${key}: ${part}`]
      : [];
  });
}

function longest(text: string): string {
  return text
    .split(gap)
    .map((part) => part.trim())
    .reduce((best, part) => (part.length > best.length ? part : best), '');
}

function plain(entry: unknown): string {
  if (typeof entry !== 'function') return String(entry);
  const anything = new Proxy({}, { get: () => gap });
  return String(entry(anything));
}
