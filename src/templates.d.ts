declare module '*.hbs' {
  /** A template, filled in with its model. Compiled when the program is built: see build/templates.mjs. */
  const fill: (model: unknown) => string;
  export default fill;
}
declare const __VERSION__: string;
