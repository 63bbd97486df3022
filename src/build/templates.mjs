// Templates are compiled when the program is built: only Handlebars' small runtime goes with it, and a start compiles nothing.
import Handlebars from 'handlebars';

/** A template as a module: a function from its model to text. Strict: a name that the model has not is an error. */
function templateModule(text) {
  const options = { strict: true, noEscape: true, knownHelpersOnly: true };
  /** @type {any} What its types call a specification is the text of one. */
  const compiled = Handlebars.precompile(text, options);
  return `import Handlebars from 'handlebars/runtime.js';\nexport default Handlebars.template(${compiled});\n`;
}

/** For rolldown, and for vitest. */
export const templates = {
  name: 'templates',
  transform(code, id) {
    return id.endsWith('.hbs') ? { code: templateModule(code), map: null, moduleType: 'js' } : undefined;
  },
};
