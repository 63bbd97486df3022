import type { Translate } from '../i18n/messages.ts';
import type { Finding } from '../lint/types.ts';
import { printable } from './escape.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Findings as workflow commands of GitHub Actions, which shows them beside the lines. Paths are made relative to `base`. */
export function lintGithub(findings: readonly Finding[], sayEnglish: Translate, base: string): string {
  return findings
    .map(({ id, severity, place, message, fix }) => {
      const text = [sayEnglish(message), ...(fix === undefined ? [] : [sayEnglish(fix)])]
        .map(printable)
        .join('\n');
      const parts = [
        `file=${property(relativeTo(base, place.file))}`,
        ...(place.line === undefined ? [] : [`line=${place.line}`]),
        ...(place.column === undefined ? [] : [`col=${place.column}`]),
        `title=${property(id)}`,
      ];
      return `::${commands[severity]} ${parts.join(',')}::${data(text)}`;
    })
    .join('\n');
}

/** A path below `base` without it; any other stays whole. */
export function relativeTo(base: string, path: string): string {
  const folder = base.endsWith('/') ? base : `${base}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
