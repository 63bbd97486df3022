import { filtersOverlap } from '../spec/overlap.ts';

/** Is there a topic that both filters cover? Names and client ids that they leave open may be any. */
export function filtersMeet(one: string, other: string): boolean {
  return filtersOverlap(closed(one), closed(other));
}

function closed(filter: string): string {
  return filter
    .split('/')
    .map((level) => (/\{(?:user|client)\}/.test(level) ? '+' : level))
    .join('/');
}

/** A filter with the own name as `{user}` where it is a whole level. */
export function general(filter: string, name: string): string {
  if (!filter.includes(name)) return filter;
  return filter
    .split('/')
    .map((level) => (level === name ? '{user}' : level))
    .join('/');
}
