import { causeText, fixText, recognise } from '../../doctor/recognise.ts';
import { AppError, type Problem } from '../../errors.ts';
import type { LogLine } from '../../host/logs/line.ts';

/**
 * A failed start with its causes by name, where what the broker said tells them: before its own words, which stay. Any
 * other error is answered as it is.
 */
export function explainStart(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const at = error.problems.findIndex(isSaid);
  if (at < 0) return error;
  const { found } = recognise(error.problems.filter(isSaid).map(lineOf));
  const causes = found.map((one): Problem => {
    const { place } = one.said;
    return { message: causeText(one), fix: fixText(one), ...(place === null ? {} : { place }) };
  });
  const problems = [...error.problems.slice(0, at), ...causes, ...error.problems.slice(at)];
  return new AppError(error.exit, problems, { cause: error.cause });
}

const isSaid = ({ message }: Problem): boolean => message.key === 'host.init.said';

function lineOf({ message }: Problem): LogLine {
  const { source, text } = message.params ?? {};
  const known = source === 'journal' || source === 'file' ? source : 'stderr';
  return { source: known, atMs: null, text: String(text) };
}
