import type { CheckReport } from '../../checks/types.ts';
import type { ReportContext, Reporter } from './types.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * JUnit XML as Jenkins, GitLab and GitHub's actions read it: a suite for each group, a case for each check. A warning is
 * no failure: it stands in the case's output.
 */
export const junit: Reporter = {
  name: 'junit',
  render(report, context) {
    const groups = [...new Set(report.checks.map(({ group }) => group))];
    const suites = groups.map((group) =>
      suite(
        group,
        report.checks.filter((check) => check.group === group),
        context,
      ),
    );
    const head = xmlAttributes({
      name: `mqtt-setup verify ${context.target}`,
      tests: report.checks.length,
      failures: report.summary.fail,
      errors: 0,
      skipped: report.summary.skip,
      time: seconds(report.milliseconds),
    });
    return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${head}>`, ...suites, '</testsuites>'].join(
      '\n',
    );
  },
};

function suite(group: string, checks: readonly CheckReport[], context: ReportContext): string {
  const count = (status: CheckReport['status']): number =>
    checks.filter((check) => check.status === status).length;
  const head = xmlAttributes({
    name: group,
    tests: checks.length,
    failures: count('fail'),
    errors: 0,
    skipped: count('skip'),
    time: seconds(checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    timestamp: context.started.toISOString().replace(/\.\d+Z$/, ''),
  });
  return [`  <testsuite${head}>`, ...checks.map((check) => testCase(check, context)), '  </testsuite>'].join(
    '\n',
  );
}

function testCase(check: CheckReport, { english }: ReportContext): string {
  const { id, group, status, severity, title, message, evidence = [], fix, milliseconds } = check;
  const head = xmlAttributes({
    name: `${id}: ${english(title)}`,
    classname: `mqtt-setup.${group}`,
    time: seconds(milliseconds),
  });
  const said = english(message);
  const details = [said, ...evidence, ...(fix === undefined ? [] : [`Fix: ${english(fix)}`])].join('\n');
  const inner = {
    fail: `      <failure${xmlAttributes({ message: said, type: severity })}>${xmlText(details)}</failure>`,
    skip: `      <skipped${xmlAttributes({ message: said })}/>`,
    warn: `      <system-out>${xmlText(`warning: ${details}`)}</system-out>`,
    pass: '',
  }[status];
  return inner === '' ? `    <testcase${head}/>` : `    <testcase${head}>\n${inner}\n    </testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
