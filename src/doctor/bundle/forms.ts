/** As which a secret may turn up in a text: as it is, in JSON, in a URL, in Base64 inside of something longer, in hex. */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const all = [
    value,
    value.trim(),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(bytes.toString()),
    ...[0, 1, 2].map((before) => base64Inside(bytes, before)),
    bytes.toString('hex'),
  ];
  return [...new Set(all)].filter((form) => form.length >= shortest);
}

/** A shorter one is found everywhere by chance. */
export const shortest = 6;

/** What of its Base64 is the same whatever stands around it, where so many bytes come before it. */
function base64Inside(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  const inside = whole.slice(first, last);
  // Less than the secret itself has bytes proves nothing.
  return inside.length >= bytes.length ? inside : '';
}
