import type { Message, Translate } from '../i18n/messages.ts';
import type { Finding, LintSeverity } from '../lint/types.ts';
import { relativeTo } from './lint-github.ts';

/** What SARIF tells of each rule, whether it found anything or not. */
export interface SarifRule {
  id: string;
  severity: LintSeverity;
  title: Message;
  why: Message;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings as SARIF 2.1.0, which code scanners read. `base` is the folder that paths are told relative to. */
export function lintSarif(
  findings: readonly Finding[],
  rules: readonly SarifRule[],
  sayEnglish: Translate,
  base: string,
  version: string,
): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mqtt-setup',
            semanticVersion: version,
            rules: rules.map(({ id, severity, title, why }) => ({
              id,
              shortDescription: { text: sayEnglish(title) },
              fullDescription: { text: sayEnglish(why) },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: uriOf(base.endsWith('/') ? base : `${base}/`) } },
        results: findings.map((finding) => resultOf(finding, rules, sayEnglish, base)),
      },
    ],
  };
}

function resultOf(
  { id, severity, place, message, fix, refused, from }: Finding,
  rules: readonly SarifRule[],
  sayEnglish: Translate,
  base: string,
): object {
  const path = relativeTo(base, place.file);
  const artifactLocation =
    path === place.file ? { uri: uriOf(path) } : { uri: encodePath(path), uriBaseId: 'ROOT' };
  const region = {
    startLine: place.line ?? 1,
    ...(place.column === undefined ? {} : { startColumn: place.column }),
  };
  const text = [sayEnglish(message), ...(fix === undefined ? [] : [sayEnglish(fix)])].join('. ');
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    level: levels[severity],
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    properties: { refused: refused === true, ...(from === undefined ? {} : { from }) },
  };
}

function uriOf(path: string): string {
  return `file://${encodePath(path)}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
