/** Stands in for inquirer's editor prompt, which we never use: see build.mjs. */
export function editAsync(): never {
  throw new Error('the editor prompt is not part of mqtt-setup');
}
