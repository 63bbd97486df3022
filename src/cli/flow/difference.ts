import type { Layout } from '../../distros/layout.ts';
import type { Bytes } from '../../engine/generations/format.ts';
import { planChanges } from '../../engine/plan.ts';
import type { Plan } from '../../engine/types.ts';
import { missingFile } from '../../facts/files.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { factOf, resourceOf } from './ground.ts';

/** What would have to be done to the first to get the second: the same comparison as every plan is made with. */
export function difference(before: readonly Bytes[], after: readonly Bytes[], facts: Facts): Plan {
  const files = Object.fromEntries([
    ...after.map(({ path }) => [path, missingFile] as const),
    ...before.map((file) => [file.path, factOf(file, facts.layout)] as const),
  ]);
  const gone = before.filter(({ path }) => !after.some((file) => file.path === path));
  const why = msg('engine.why.stored');
  return planChanges(
    [
      ...after.map(resourceOf),
      ...gone.map(({ path }) => ({ kind: 'absent', id: `absent.${path}`, path, why }) as const),
    ].sort((a, b) => order(a.path, facts.layout) - order(b.path, facts.layout)),
    { ...facts, files },
  );
}

/** The spec first, since the others follow from it. */
function order(path: string, { spec, accounts, conf }: Layout): number {
  const at = [spec, accounts, conf].indexOf(path);
  return at === -1 ? 3 : at;
}
