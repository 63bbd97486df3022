/** What the place that a report is printed on can show. */
export interface StyleOptions {
  /** Symbols beyond ASCII. */
  unicode: boolean;
  colour: boolean;
  /** Columns. */
  width: number;
}

export interface Style extends StyleOptions {
  red: (text: string) => string;
  green: (text: string) => string;
  yellow: (text: string) => string;
  dim: (text: string) => string;
  bold: (text: string) => string;
}

/** A style whose colours are plain text where `colour` is off. */
export function styleFor(options: StyleOptions): Style {
  const paint =
    (on: number, off: number) =>
    (text: string): string =>
      options.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    ...options,
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    dim: paint(2, 22),
    bold: paint(1, 22),
  };
}
