import type { Translate } from '../i18n/messages.ts';
import type { Finding } from '../lint/types.ts';

/** Findings for programs; `sayEnglish` is the English translator, whatever the language of the run. */
export function lintJson(findings: readonly Finding[], sayEnglish: Translate): object[] {
  return findings.map(({ id, severity, place, message, why, fix, refused, from }) => ({
    id,
    severity,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    message: sayEnglish(message),
    why: sayEnglish(why),
    fix: fix === undefined ? null : sayEnglish(fix),
    refused: refused === true,
    ...(from === undefined ? {} : { from }),
  }));
}
