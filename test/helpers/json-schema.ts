import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A validator for a schema of ours; what it does not know in the schema itself is refused. */
export function validator(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  ajv.addKeyword('patternErrorMessage');
  return ajv.compile(schema);
}
