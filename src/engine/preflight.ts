import type { ExitName } from '../errors.ts';
import type { Facts } from '../facts/types.ts';
import type { Spec } from '../spec/types.ts';
import { addressProblems } from './preflight/addresses.ts';
import { configurationProblems } from './preflight/configuration.ts';
import { driftProblems } from './preflight/drift.ts';
import { folderProblems } from './preflight/folders.ts';
import { packageNotes, platformProblems } from './preflight/platform.ts';
import { otherBrokerNotes, portProblems } from './preflight/ports.ts';
import { spaceProblems } from './preflight/space.ts';
import type { Intent, PreflightProblem, PreflightResult } from './preflight/types.ts';

export type { Intent, PreflightResult } from './preflight/types.ts';

/** The gravest first: what would still stand in the way after the others are cured comes before them. */
const gravity: readonly ExitName[] = ['refused', 'input', 'needsRoot', 'no'];

/**
 * Everything about the machine that stands in the way of the spec, at once and each with its cure, before anything is
 * touched. Pure: it judges facts and nothing else.
 */
export function preflight(facts: Facts, spec: Spec, intent: Intent): PreflightResult {
  const problems: PreflightProblem[] = [
    ...platformProblems(facts, intent),
    ...configurationProblems(facts, intent),
    ...driftProblems(facts, intent),
    ...folderProblems(facts),
    ...addressProblems(facts, spec),
    ...portProblems(facts, spec, intent),
    ...spaceProblems(facts),
  ];
  return {
    exit: gravity.find((exit) => problems.some((problem) => problem.exit === exit)) ?? 'ok',
    problems,
    notes: [...packageNotes(facts), ...otherBrokerNotes(facts, spec)],
  };
}
