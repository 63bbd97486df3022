import type { Bytes } from '../../engine/generations/format.ts';
import { generationNumbers, readGeneration } from '../../engine/generations/store.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gatherRecords } from '../../facts/records.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { printable } from '../../report/escape.ts';
import type { Call } from '../context.ts';
import { converge } from '../flow/converge.ts';
import { bytesAt } from '../flow/generation.ts';
import { groundFrom } from '../flow/ground.ts';
import { demandRoot, generationNumber } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { printConverged } from '../flow/print-converged.ts';
import { asDeclared } from './apply.ts';

/** Back to an earlier generation, the one before this unless a number is given: by plan and apply, as any change. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  const [asked] = call.args;
  const number = asked === undefined ? await previous(call.host, layout.state) : generationNumber(asked);
  const generation = await readGeneration(call.host, layout.state, number);
  const message = call.options['message'] ?? call.english(msg('generations.back', { number }));
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge({ ...call, options: { ...call.options, message } }, asDeclared, {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: false,
    needsSpec: false,
    ground: (facts) => groundFrom(generation.files, facts),
  });
  printConverged(call, converged, { dryRun, card: false });
  if (converged.report !== null && !converged.report.ok) return exitCodes.no;
  if (converged.outcome !== null) await noteOthers(call, generation.files);
  return exitCodes.ok;
}

async function previous(host: HostReader, state: string): Promise<number> {
  const { records } = await gatherRecords(host, { state });
  const before = (await generationNumbers(host, state)).filter(
    (number) => number < (records?.generation ?? Number.MAX_SAFE_INTEGER),
  );
  const last = before.at(-1);
  if (last === undefined) throw fail('input', msg('generations.noEarlier'));
  return last;
}

/** Another version of the broker, or of this program, writes the same in other words: that is said. */
async function noteOthers(call: Call, files: readonly Bytes[]): Promise<void> {
  const now = await bytesAt(
    call.host,
    files.map(({ path }) => path),
  );
  for (const { path, sha256 } of files) {
    if (now.some((file) => file.path === path && file.sha256 === sha256)) continue;
    call.out.note(
      `${call.errorStyle.yellow('!')} ${call.t(msg('generations.otherForm', { path: printable(path) }))}`,
    );
  }
}
