/** Where in broker.yaml a value comes from; null where it follows from the machine or from nothing that can be chosen. */
export type From = readonly (string | number)[] | null;

/** One line of mosquitto.conf. */
export interface Setting {
  keyword: string;
  value: string;
  from: From;
  /** Does it come from `extra`: written by the owner, word for word? */
  isExtra?: true;
}

/** Lines that belong together, below a comment. */
export interface Section {
  title: string | null;
  lines: Setting[];
}

export function setting(keyword: string, value: string | number | boolean, from: From = null): Setting {
  return { keyword, value: String(value), from };
}

/** The line, or none where nothing is said. */
export function maybe(keyword: string, value: string | number | boolean | null, from: From): Setting[] {
  return value === null ? [] : [setting(keyword, value, from)];
}

/** Lines of an `extra` list: keyword, blank, value. */
export function extraLines(lines: readonly string[], from: readonly (string | number)[]): Setting[] {
  return lines.map((line, index) => {
    const [, keyword = '', value = ''] = /^([^ ]+) *(.*)$/s.exec(line) ?? [];
    return { keyword, value, from: [...from, index], isExtra: true };
  });
}
