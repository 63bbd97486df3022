import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { findOption, type Option } from '../mosquitto/options/registry.ts';

export type KeywordFault =
  | 'bom'
  | 'blank'
  | 'comment'
  | 'assignment'
  | 'case'
  | 'newer'
  | 'removed'
  | 'unknown';

/** What is wrong with a keyword that this version does not know: one answer a line. `option`: what another version knows. */
export function keywordFault({ keyword, value }: ConfLine, option: Option | null): KeywordFault {
  if (keyword.startsWith('\ufeff')) return 'bom';
  if (/[\t\v\f\u00a0\u2000-\u200b\u3000]/.test(keyword)) return 'blank';
  if (keyword.startsWith('#')) return 'comment';
  if (option !== null) return option.removed === null ? 'newer' : 'removed';
  if (findOption(keyword.toLowerCase()) !== null) return 'case';
  return /^\w+(=.*|:)$/.test(keyword) || /^[=:]/.test(value) ? 'assignment' : 'unknown';
}
