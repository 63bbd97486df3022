import { AppError, fail } from '../errors.ts';
import type { Message } from '../i18n/messages.ts';
import { msg } from '../i18n/messages.ts';
import { runDeep } from './deep.ts';
import { gentle } from './handshakes.ts';
import { checks as registered } from './registry.ts';
import type { Check, CheckContext, CheckReport, CheckResult, Report } from './types.ts';

export interface Selection {
  /** Ids or groups; nothing else runs. */
  only?: readonly string[];
  /** Ids or groups that do not run. */
  skip?: readonly string[];
}

/**
 * Runs the checks, all at once: they share nothing but the broker. Those that restart it come after the others, and only
 * where that is wanted; else they are left out, unless `only` names them. Never throws for what a check does: what breaks
 * inside one is that check's failure. Throws a usage error for an `only` or `skip` that names no check.
 */
export async function runChecks(
  context: CheckContext,
  selection: Selection = {},
  checks: readonly Check[] = registered,
): Promise<Report> {
  const chosen = select(checks, selection).filter(
    (check) =>
      selection.only?.includes(check.id) === true ||
      ((check.deep !== true || context.restart !== undefined) && check.concerns?.(context) !== false),
  );
  const now = (): number => context.host.now().getTime();
  const start = now();
  const timed = async (check: Check, given: CheckContext): Promise<CheckReport> => {
    const began = now();
    const result = await runOne(check, given);
    const { id, group, severity, title } = check;
    return { id, group, severity, title, ...result, milliseconds: now() - began };
  };
  // Where nobody here gets in, only the checks of TLS have something to say.
  const reachable = context.endpoints.filter(({ closed }) => closed !== true);
  const shared: CheckContext = {
    ...context,
    endpoints: reachable,
    everyEndpoint: context.endpoints,
    connect: gentle(context.connect),
  };
  const together = (checks: readonly Check[]): Promise<CheckReport[]> =>
    Promise.all(checks.map((check) => timed(check, shared)));
  const light = chosen.filter(({ deep }) => deep !== true);
  const usual = [
    ...(await together(light.filter(({ saves }) => saves !== true))),
    ...(await together(light.filter(({ saves }) => saves === true))),
  ];
  const failed = usual.filter(({ status }) => status === 'fail').map(({ id }) => id);
  const deep = await runDeep(
    chosen.filter((check) => check.deep === true),
    context,
    failed,
    timed,
  );
  const order = chosen.map(({ id }) => id);
  const reports = [...usual, ...deep].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const summary = { pass: 0, fail: 0, warn: 0, skip: 0 };
  for (const { status } of reports) summary[status] += 1;
  return {
    checks: reports,
    summary,
    ok: summary.fail === 0 && summary.pass > 0,
    milliseconds: now() - start,
    onMachineOnly: chosen
      .filter(({ needs }) => context.facts === null && needs.includes('machine'))
      .map(({ id }) => id),
  };
}

async function runOne(check: Check, context: CheckContext): Promise<CheckResult> {
  const reason = unmet(check, context);
  if (reason !== null) return { status: 'skip', message: reason };
  try {
    return await check.run(context);
  } catch (error) {
    return { status: 'fail', message: inWords(error) };
  }
}

/** Why a check cannot run here, or null. */
function unmet({ needs }: Check, context: CheckContext): Message | null {
  if (needs.includes('machine') && context.facts === null) return msg('checks.run.needs-machine');
  if (needs.includes('broker') && context.endpoints.length === 0) return msg('checks.run.needs-broker');
  if (needs.includes('login') && context.credentials === null) return msg('checks.run.needs-login');
  if (needs.includes('probe') && !context.isProbeAccount) return msg('checks.run.needs-probe');
  return null;
}

function inWords(error: unknown): Message {
  const [problem] = error instanceof AppError ? error.problems : [];
  return (
    problem?.message ??
    msg('checks.run.crashed', { error: error instanceof Error ? error.message : String(error) })
  );
}

/** What `only` and `skip` may name: ids, and the groups that they are in. */
export function namesOf(checks: readonly Check[]): ReadonlySet<string> {
  return new Set(checks.flatMap(({ id, group }) => [id, group as string]));
}

function select(checks: readonly Check[], { only = [], skip = [] }: Selection): Check[] {
  const names = namesOf(checks);
  const unknown = [...only, ...skip].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw fail('usage', msg('checks.run.unknown', { name: unknown.join(', ') }), {
      fix: msg('checks.run.known', { names: [...names].join(', ') }),
    });
  }
  return checks.filter((check) => (only.length === 0 || named(only, check)) && !named(skip, check));
}

function named(list: readonly string[], { id, group }: Check): boolean {
  return list.includes(id) || list.includes(group);
}
