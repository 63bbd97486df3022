import * as z from 'zod';
import { msg } from '../../i18n/messages.ts';
import { accessTestForm, accessTestProblem } from '../access-tests.ts';
import { expectations, list } from '../fields.ts';

const accessTest = z
  .string()
  .regex(accessTestForm)
  .refine((text) => accessTestProblem(text) === null);
expectations.add(accessTest, {
  say: (value) => accessTestProblem(value) ?? msg('spec.test.form', { test: value }),
});

export const testsSchema = list(accessTest);
