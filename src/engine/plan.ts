import type { Facts } from '../facts/types.ts';
import { compareAbsent, compareGone, compareNoDirectory } from '../resources/absent.ts';
import { compareCommand } from '../resources/command.ts';
import type { Comparison } from '../resources/comparison.ts';
import { compareDirectory } from '../resources/directory.ts';
import { compareFile } from '../resources/file.ts';
import { compareFirewall } from '../resources/firewall.ts';
import { compareMoved } from '../resources/moved.ts';
import { compareOwnership } from '../resources/ownership.ts';
import { comparePackages, compareUnpacked, listsId } from '../resources/packages.ts';
import { compareService } from '../resources/service.ts';
import { compareStore } from '../resources/store.ts';
import { compareUpgrade } from '../resources/upgrade.ts';
import type { Notify, Plan, Resource, Step } from './types.ts';

/** What has to be done so that the machine is as the resources say: a value, nothing is touched. */
export function planChanges(resources: readonly Resource[], facts: Facts): Plan {
  const plan: Plan = { steps: [], kept: [] };
  for (const resource of resources) {
    if (resource.kind === 'command' && !isCalledFor(resource.after, plan.steps)) continue;
    const { steps, kept } = compare(resource, facts, strongest(plan.steps));
    // apt's lists are fetched once, whoever needs them first.
    plan.steps.push(
      ...steps.filter(({ id }) => id !== listsId || !plan.steps.some((step) => step.id === listsId)),
    );
    plan.kept.push(...kept);
  }
  return plan;
}

function compare(resource: Resource, facts: Facts, notify: Notify | null): Comparison {
  switch (resource.kind) {
    case 'packages':
      return comparePackages(resource, facts);
    case 'upgrade':
      return compareUpgrade(resource, facts);
    case 'unpacked':
      return compareUnpacked(resource, facts);
    case 'directory':
      return compareDirectory(resource, facts);
    case 'file':
      return compareFile(resource, facts);
    case 'store':
      return compareStore(resource, facts);
    case 'absent':
      return compareAbsent(resource, facts);
    case 'no-directory':
      return compareNoDirectory(resource, facts);
    case 'gone':
      return compareGone(resource);
    case 'ownership':
      return compareOwnership(resource, facts);
    case 'moved':
      return compareMoved(resource, facts);
    case 'command':
      return compareCommand(resource);
    case 'firewall':
      return compareFirewall(resource, facts);
    case 'service':
      return compareService(resource, facts, notify);
  }
}

function isCalledFor(after: string | undefined, steps: readonly Step[]): boolean {
  return after === undefined || steps.some(({ path }) => path?.startsWith(after) === true);
}

function strongest(steps: readonly Step[]): Notify | null {
  if (steps.some((step) => step.notify === 'restart')) return 'restart';
  return steps.some((step) => step.notify === 'reload') ? 'reload' : null;
}
