import { AppError } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { CheckResult } from '../types.ts';
import { machineText } from './tries.ts';

/** The broker did not come back from its restart: what it said, where it said anything. */
export function down(error: unknown): CheckResult {
  const said =
    error instanceof AppError
      ? error.problems.flatMap(({ message: { params } }) =>
          params !== undefined && 'text' in params ? [String(params.text)] : [],
        )
      : [machineText(error)];
  return {
    status: 'fail',
    message: msg('checks.service-survives.down'),
    evidence: said,
    fix: msg('checks.service-survives.fix'),
  };
}
