/** Regular expressions for what functions of ours check: as JSON Schema has them, without flags. */

/** Control characters, line separators and what is no character, as `isLine` refuses them; beyond 16 bits it alone knows. */
const unprintable = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufdd0-\\ufdef\\ufffe\\uffff';

const noBlankAround = '(?!\\s)(?!.*\\s$)';

export const linePattern = `^${noBlankAround}[^${unprintable}]+$`;

export const pathPattern = `^/(?!.*\\s$)[^${unprintable}]+$`;

/** 107 bytes are 107 characters at most. */
export const socketPattern = `^/(?!.*\\s$)[^ ${unprintable}]{1,106}$`;

const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const ipv4 = `(?:${byte}\\.){3}${byte}`;
const group = '[0-9a-fA-F]{1,4}';

/** RFC 3986, section 3.2.2: the groups before `::`, and those after it. */
const ipv6 = (() => {
  const last = `(?:${group}:${group}|${ipv4})`;
  const before = (most: number): string => `(?:(?:${group}:){0,${most}}${group})?`;
  const after = [4, 3, 2, 1, 0].map((count, index) => `${before(index)}::(?:${group}:){${count}}${last}`);
  return [
    `(?:${group}:){6}${last}`,
    `::(?:${group}:){5}${last}`,
    ...after,
    `${before(5)}::${group}`,
    `${before(6)}::`,
  ].join('|');
})();

/** fe80::/10, and IPv4 in IPv6 form. */
const unusable = `[fF][eE][89abAB][0-9a-fA-F]:|(?:::|(?:0{1,4}:){5})[fF]{4}:(?:${group}:${group}|[0-9]+\\.[0-9.]+)$`;

export const addressPattern = `^(?!${unusable})(?:${ipv4}|${ipv6})$`;

/** 127.0.0.0/8, and ::1 in any spelling. */
export const loopbackPattern = '^(?:127\\.[0-9.]+|[0:]*:0{0,3}1)$';

/** A filter with these variables; `topics` stands alone. */
export function filterPattern(variables: readonly ('user' | 'client' | 'topics')[]): string {
  const inside = variables.filter((name) => name !== 'topics').join('|');
  const known = inside === '' ? '' : `(?!(?:${inside})\\})`;
  const refused = [
    '$',
    '\\s',
    '.*\\s$',
    `.*\\{${known}[^{}/]*\\}`,
    '.*[^/]\\{client\\}',
    '.*\\{client\\}[^/]',
    '.*%[uc]',
    '\\$[cC][oO][nN][tT][rR][oO][lL](?:/|$)',
    '\\$[sS][hH][aA][rR][eE](?:/|$)',
  ];
  const level = `(?:\\+|[^/#+${unprintable}]*)`;
  const topic = `${refused.map((start) => `(?!${start})`).join('')}(?:${level}/){0,200}(?:${level}|#)`;
  return variables.includes('topics') ? `^(?:\\{topics\\}|${topic})$` : `^${topic}$`;
}
