import type { auditJson } from './audit-json.ts';
import { xmlAttributes, xmlText } from './reporters/xml.ts';

/** JUnit XML: a case for each finding, each rule in which nothing was found, and each that could not be judged. */
export function auditJunit({ checks, summary, score }: ReturnType<typeof auditJson>): string {
  const cases = checks.map(({ id, status, severity, message, evidence, fix, commands, why }) => {
    const head = xmlAttributes({ name: id, classname: 'mqtt-setup.audit', time: '0' });
    const details = [
      message,
      ...evidence,
      ...(why === null ? [] : [why]),
      ...(fix === null ? [] : [`Fix: ${fix}`]),
      ...commands,
    ].join('\n');
    const inner = {
      fail: `<failure${xmlAttributes({ message, type: severity ?? '' })}>${xmlText(details)}</failure>`,
      warn: `<system-out>${xmlText(`${severity}: ${details}`)}</system-out>`,
      skip: `<skipped${xmlAttributes({ message })}/>`,
      pass: '',
    }[status];
    return inner === '' ? `    <testcase${head}/>` : `    <testcase${head}>\n      ${inner}\n    </testcase>`;
  });
  const counts = { tests: checks.length, failures: summary.fail, errors: 0, skipped: summary.skip };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${xmlAttributes({ name: 'mqtt-setup audit', ...counts })}>`,
    `  <testsuite${xmlAttributes({ name: `score ${score}`, ...counts })}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}
