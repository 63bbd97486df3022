import type { CheckReport, Report } from '../../checks/types.ts';
import type { ServiceFact } from '../../facts/types.ts';

/** What another broker answers for, too. */
const beyond = new Set(['connect.bridges', 'messages.bridges']);

type Service = Pick<ServiceFact, 'restarts'>;

/**
 * The report of a change that was carried out, for whoever decides whether it is taken back: what the machine lacks, what
 * another broker does and what was so before is said, but taking the change back would not make it better. `before` and
 * `after` are one and the same where nothing was changed.
 */
export function lenient(report: Report, before: Service, after: Service): Report {
  // A count of systemd's that has not grown: somebody starting the broker does not set it back on every version.
  const isOld =
    before !== after &&
    before.restarts !== null &&
    after.restarts !== null &&
    after.restarts <= before.restarts;
  const excused = ({ id, group }: CheckReport): boolean =>
    group === 'resources' || beyond.has(id) || (isOld && id === 'service.restarts');
  const checks = report.checks.map(
    (check): CheckReport =>
      check.status === 'fail' && excused(check) ? { ...check, status: 'warn' } : check,
  );
  const summary = { pass: 0, fail: 0, warn: 0, skip: 0 };
  for (const { status } of checks) summary[status] += 1;
  return { ...report, checks, summary };
}
