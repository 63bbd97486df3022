import { consequencesOf } from '../../access/consequences.ts';
import { describeAction } from '../../engine/describe.ts';
import type { Bytes } from '../../engine/generations/format.ts';
import { readGeneration } from '../../engine/generations/store.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { fileDiff } from '../../report/file-diff.ts';
import { renderConsequences } from '../../report/permissions.ts';
import { planJson, renderSteps } from '../../report/plan.ts';
import type { Call } from '../context.ts';
import { difference } from '../flow/difference.ts';
import { bytesAt } from '../flow/generation.ts';
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
