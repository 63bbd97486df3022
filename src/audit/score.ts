import type { Severity } from '../checks/types.ts';
import type { Audit, AuditFinding } from './types.ts';

/** The gravest first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** What an open broker loses is most of it; five things of middle weight are as bad as two of high. */
const points: Record<Severity, number> = { critical: 50, high: 15, medium: 5, low: 1 };

/** From 100 each kind of finding takes its points once, at its gravest; it ends at 0. */
export function scoreOf(findings: readonly AuditFinding[]): Pick<Audit, 'score' | 'deductions'> {
  const gravest = new Map<string, Severity>();
  for (const { id, severity } of findings) {
    const known = gravest.get(id);
    if (known === undefined || severities.indexOf(severity) < severities.indexOf(known))
      gravest.set(id, severity);
  }
  const deductions = [...gravest].map(([id, severity]) => ({ id, points: points[severity] }));
  const sum = deductions.reduce((all, one) => all + one.points, 0);
  return { score: Math.max(0, 100 - sum), deductions };
}
