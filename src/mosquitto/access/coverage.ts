import type { Version } from '../version.ts';
import { clientRules, type Filled } from './client-rules.ts';
import { overlap, overlapOf, samples } from './overlap.ts';
import { grants, RuleIndex } from './rule-index.ts';
import type { AccessRules } from './rules.ts';
import type { Access, AccessRule, Client } from './types.ts';

/** How much of what a filter covers. */
export type Extent = 'all' | 'some' | 'none';

/** A part of the filter that a rule speaks of. */
export interface Part<R> {
  filter: string;
  allowed: boolean;
  by: R;
}

export interface Coverage<R> {
  extent: Extent;
  /** First what is allowed, then what of it is not; where nothing is allowed, what denies it. */
  parts: Part<R>[];
}

/** The one place below `$SYS` that the rules may open for writing. */
const bridgeState = '$SYS/broker/connection/+/state';

interface Near<R> {
  part: Part<R>;
  isPattern: boolean;
}

/** The rules that speak of some of what a filter covers. */
function partsOf<R>(
  rules: readonly Filled<R>[],
  isPattern: boolean,
  levels: readonly string[],
  access: Access,
): Near<R>[] {
  return rules.flatMap((one) => {
    const allowed = grants(one.access, access);
    if (!allowed && one.access !== 'deny') return [];
    const filter = overlapOf(levels, one.levels);
    return filter === null ? [] : [{ part: { filter, allowed, by: one.rule }, isPattern }];
  });
}

/** Answers about filters for one client: how much of what they cover may be written, or arrives. */
export function coverageFor<R extends AccessRule>(
  rules: AccessRules<R>,
  client: Client,
  version: Version,
): (access: Access, filter: string) => Coverage<R> {
  const { own, patterns } = clientRules(rules, client, version);
  const deepest = [...own, ...patterns].reduce((most, { levels }) => Math.max(most, levels.length), 0);
  const [ownIndex, patternIndex] = [new RuleIndex(own), new RuleIndex(patterns)];

  const within = (access: Access, filter: string): Coverage<R> => {
    const levels = filter.split('/');
    const near = [...partsOf(own, false, levels, access), ...partsOf(patterns, true, levels, access)];
    const all = near.map(({ part }) => part);
    const granted = all.filter(({ allowed }) => allowed);
    // Most often nothing stands against it.
    if (granted.length === 0) return { extent: 'none', parts: all };
    if (granted.length === all.length && granted.some((part) => part.filter === filter))
      return { extent: 'all', parts: granted };

    const always = (wanted: string, test: (levels: string[]) => boolean): boolean =>
      samples(wanted, deepest).every(test);
    const denies = (index: RuleIndex<Filled<R>>, levels: string[]): boolean =>
      index.find(levels, access).deny !== null;
    const allows = (index: RuleIndex<Filled<R>>, levels: string[]): boolean =>
      index.find(levels, access).allow !== null;
    const isReal = ({ part, isPattern }: Near<R>): boolean => {
      if (!part.allowed) return !isPattern || !always(part.filter, (it) => allows(ownIndex, it));
      return !always(part.filter, (it) => denies(ownIndex, it) || (isPattern && denies(patternIndex, it)));
    };
    const real = near.filter(isReal).map(({ part }) => part);
    const allowed = real.filter((part) => part.allowed);
    const denied = real.filter((part) => !part.allowed);
    if (allowed.length === 0) return { extent: 'none', parts: denied };
    const everywhere = always(filter, (it) => allows(ownIndex, it) || allows(patternIndex, it));
    if (everywhere && denied.length === 0) return { extent: 'all', parts: allowed };
    const against = denied.filter((part) => allowed.some((one) => overlap(one.filter, part.filter) !== null));
    return { extent: 'some', parts: [...allowed, ...against] };
  };

  return (access, filter) => {
    if (filter.startsWith('$share')) return { extent: 'none', parts: [] };
    if (access === 'read' || !filter.startsWith('$SYS')) return within(access, filter);
    const open = overlap(filter, bridgeState);
    if (open === null) return { extent: 'none', parts: [] };
    const found = within(access, open);
    return open === filter || found.extent === 'none' ? found : { ...found, extent: 'some' };
  };
}
