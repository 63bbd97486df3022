import type { Report } from '../../checks/types.ts';
import type { Reporter } from './types.ts';

/** The service states of the Monitoring Plugins guidelines, which are the exit codes too. */
export const nagiosStates = { OK: 0, WARNING: 1, CRITICAL: 2, UNKNOWN: 3 } as const;

/** Nothing that could be proven is UNKNOWN; a failed check is CRITICAL, or a WARNING where it is of low severity. */
export function nagiosState({ checks, summary }: Report): keyof typeof nagiosStates {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.some(({ severity }) => severity === 'critical' || severity === 'high')) return 'CRITICAL';
  if (failed.length > 0 || summary.warn > 0) return 'WARNING';
  return summary.pass === 0 ? 'UNKNOWN' : 'OK';
}

/** One line with performance data, then a line for each check that is not well. */
export const nagios: Reporter = {
  name: 'nagios',
  render(report, { english }) {
    const { checks, summary, milliseconds } = report;
    const bad = checks.filter(({ status }) => status === 'fail' || status === 'warn');
    const said = bad.length === 0 ? `${summary.pass} checks passed` : bad.map(({ id }) => id).join(', ');
    const figures = [
      `time=${(milliseconds / 1000).toFixed(3)}s;;;0`,
      `passed=${summary.pass};;;0;${checks.length}`,
      `failed=${summary.fail};;;0;${checks.length}`,
      `warned=${summary.warn};;;0;${checks.length}`,
      `skipped=${summary.skip};;;0;${checks.length}`,
    ].join(' ');
    return [
      `MQTT ${nagiosState(report)} - ${plain(said)} | ${figures}`,
      ...bad.map(({ id, message, evidence = [] }) =>
        plain(`${id}: ${english(message)}${evidence.length === 0 ? '' : ` (${evidence[0] ?? ''})`}`),
      ),
    ].join('\n');
  },
};

/** `|` begins performance data. */
function plain(text: string): string {
  return text.replaceAll('|', '/').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
