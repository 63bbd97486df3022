import * as z from 'zod';
import { msg } from '../../i18n/messages.ts';
import { expectations, formed, list, mapping } from '../fields.ts';
import { filterProblem } from '../rights.ts';

const filter = formed(
  z.string().refine((text) => filterProblem(text) === null),
  { kind: 'filter' },
);
expectations.add(filter, { say: (value) => filterProblem(value) ?? msg('spec.value', { value }) });

export const rightsSchema = mapping({
  publish: list(filter).optional(),
  subscribe: list(filter).optional(),
  deny: list(filter).optional(),
});

export const rolesSchema = z.record(z.string(), rightsSchema);
expectations.add(rolesSchema, { say: () => msg('spec.expects.mapping') });
