import { traitsOf } from '../traits.ts';
import type { Version } from '../version.ts';
import type { Fill } from './rule-index.ts';
import type { Client } from './types.ts';

/**
 * Puts the name and the client id into a pattern, or into a level of one; null where it covers nothing of this client:
 * one with `%u` for a client without a name, one with `%c` where the client id is unknown. Since 2.1 they stand for whole
 * levels only, a name or a client id with `/` for none (facts §5), and one with `$` for no first level (measured).
 */
export function fillFor({ name, clientId }: Client, version: Version): Fill {
  const { substitutesWholeLevels } = traitsOf(version);
  const isWhole = /(?<=^|\/)%[uc](?=\/|$)/g;
  return (text, isStart) => {
    if (text.includes('%u') && name === null) return null;
    let known = true;
    const filled = text.replaceAll(substitutesWholeLevels ? isWhole : /%[uc]/g, (variable) => {
      const value = variable === '%u' ? name : clientId;
      if (value === null || (substitutesWholeLevels && value.includes('/'))) known = false;
      return value ?? '';
    });
    const isStrange = isStart && filled.startsWith('$') && !text.startsWith('$');
    return known && !(substitutesWholeLevels && isStrange) ? filled : null;
  };
}

/** Can what is filled in be looked up level by level? */
export function fillsLevels({ name, clientId }: Client): boolean {
  return name?.includes('/') !== true && clientId?.includes('/') !== true;
}
