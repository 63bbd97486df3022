/** The same for two names that people take for one: small and capital letters are not told apart, nor composed accents. */
function twinKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Finds among names those that differ from a given one in nothing but small and capital letters, or Unicode form. */
export class Twins {
  readonly #names = new Map<string, string>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    this.#names.set(twinKey(name), name);
  }

  /** The other name; null where there is none, or only the very same. */
  of(name: string): string | null {
    const other = this.#names.get(twinKey(name));
    return other === undefined || other === name ? null : other;
  }
}
