import { consequencesOf } from '../../access/consequences.ts';
import type { Layout } from '../../distros/layout.ts';
import { describeAction } from '../../engine/describe.ts';
import type { Bytes } from '../../engine/generations/format.ts';
import { readGeneration } from '../../engine/generations/store.ts';
import { planChanges } from '../../engine/plan.ts';
import type { Plan } from '../../engine/types.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { fileDiff } from '../../report/file-diff.ts';
import { renderConsequences } from '../../report/permissions.ts';
import { planJson, renderSteps } from '../../report/plan.ts';
import type { Call } from '../context.ts';
import { bytesAt } from '../flow/generation.ts';
import { factOf, resourceOf } from '../flow/ground.ts';
import { demandRoot, generationNumber } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';

/** What differs between two generations, or between one (else the current one) and the machine as it is now. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  const facts = await gather(call.host, layout);
  const [from, to] = call.args.map(generationNumber);
  const first = from ?? facts.records?.generation;
  if (first === undefined) throw fail('input', msg('generations.none'));
  const before = (await readGeneration(call.host, layout.state, first)).files;
  const after =
    to === undefined
      ? await bytesAt(
          call.host,
          before.map(({ path }) => path),
        )
      : (await readGeneration(call.host, layout.state, to)).files;
  const plan = difference(before, after, facts);
  const textOf = (files: readonly Bytes[], path: string): string =>
    files.find((file) => file.path === path)?.data.toString('utf8') ?? '';
  const sides = [before, after].map((files) => ({
    acl: textOf(files, layout.acl),
    passwd: textOf(files, layout.passwd),
  })) as [{ acl: string; passwd: string }, { acl: string; passwd: string }];
  const version = parseVersion(facts.mosquitto.version ?? '') ?? oldest;
  const consequences = consequencesOf(...sides, null, version);
  const { out, t, style } = call;
  if (call.json)
    out.result(
      JSON.stringify(
        {
          schemaVersion: 1,
          command: call.command,
          ok: true,
          from: first,
          to: to ?? null,
          changes: planJson(plan),
          diffs: plan.steps.flatMap(({ path, before: old, after: next }) =>
            path === undefined ? [] : [{ path, ...fileDiff(path, old, next) }],
          ),
          permissions: consequences.permissions,
        },
        null,
        2,
      ),
    );
  else if (plan.steps.length === 0) out.result(style.green(t(msg('generations.same'))));
  else {
    const meaning = renderConsequences(consequences, t, style);
    const head =
      to === undefined
        ? msg('generations.diffNow', { from: first })
        : msg('generations.diff', { from: first, to });
    out.result(
      [
        style.bold(t(head)),
        ...renderSteps(plan, describeAction, t, style),
        ...(meaning === '' ? [] : [meaning]),
      ].join('\n\n'),
    );
  }
  return plan.steps.length > 0 && call.options['detailedExitcode'] === true
    ? exitCodes.pending
    : exitCodes.ok;
}

/** What would have to be done to the first to get the second: the same comparison as every plan is made with. */
function difference(before: readonly Bytes[], after: readonly Bytes[], facts: Facts): Plan {
  const files = Object.fromEntries([
    ...after.map(({ path }) => [path, missing] as const),
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

const missing: FileFact = {
  kind: 'missing',
  mode: 0,
  owner: '',
  group: '',
  size: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  sha256: null,
  content: null,
};
