import { checks } from '../../checks/registry.ts';
import { namesOf, runChecks } from '../../checks/run.ts';
import type { CheckContext, Report } from '../../checks/types.ts';
import { spokenVersions } from '../../checks/versions.ts';
import { AppError, exitCodes, fail, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { nearest } from '../../lint/nearest.ts';
import { parseDuration } from '../../spec/quantities.ts';
import { type Call, textOption } from '../context.ts';
import { operations } from '../flow/operate.ts';
import { reportersOf, tell } from '../flow/reporting.ts';
import { isDeep, withRestart } from '../flow/verify-deep.ts';
import { localContext } from '../flow/verify-here.ts';
import { isRemote, remoteContext } from '../flow/verify-remote.ts';
import { retryForOf, whenReachable } from '../flow/wait-for-broker.ts';

/** Proves that a broker works and is closed to those it should be closed to: this machine's, or a remote one. */
export async function run(call: Call): Promise<number> {
  if (call.options['list'] === true) return list(call);
  demandHost(call);
  const wanted = reportersOf(call);
  demandNames([...names(call, 'only'), ...names(call, 'skip')]);
  const timeoutMs = timeoutOf(call);
  const certWithinMs = certWithinOf(call);
  const started = call.host.now();
  const { report, context } =
    call.options['deep'] === true
      ? await withRestart(call, (inside) => prove(inside, timeoutMs, certWithinMs))
      : await prove(call, timeoutMs, certWithinMs);
  const { t, english, style } = call;
  return tell(call, report, wanted, {
    t,
    english,
    style,
    started,
    target: targetOf(context),
  });
}

async function prove(
  call: Call,
  timeoutMs: number,
  certWithinMs: number | null,
): Promise<{ report: Report; context: CheckContext }> {
  const remote = isRemote(call) ? await remoteContext(call) : null;
  const reached = await whenReachable(
    async () => ({ ...(remote ?? (await here(call))), timeoutMs, certWithinMs }),
    retryForOf(call),
    () => call.host.now().getTime(),
  );
  const context = remote === null ? reached : await asSpoken(reached);
  const report = await runChecks(context, { only: names(call, 'only'), skip: names(call, 'skip') });
  return { report, context };
}

/** Nobody has declared which versions a foreign broker speaks: it is asked, unless the owner said which to use. */
async function asSpoken(context: CheckContext): Promise<CheckContext> {
  return context.protocolVersions === undefined
    ? { ...context, ...(await spokenVersions(context)) }
    : context;
}

/** On its own machine the broker may also be asked to save, and with `--deep` be restarted. */
async function here(call: Call): Promise<CheckContext> {
  const context = await localContext(call);
  const may = context.facts === null ? null : await operations(call, context.facts);
  if (may === null) return context;
  const { askToSave, restart } = may;
  return { ...context, askToSave, ...(isDeep(call) ? { restart } : {}) };
}

/** What was looked at, for reports that leave this machine. */
function targetOf({ facts, endpoints }: CheckContext): string {
  const [first] = endpoints;
  if (facts !== null) return facts.layout.dir ?? 'localhost';
  return first === undefined ? '' : `${first.host}:${first.port}`;
}

const remoteOnly = [
  'port',
  'username',
  'password',
  'passwordFile',
  'passwordEnv',
  'topic',
  'cafile',
  'cert',
  'key',
  'insecure',
  'ws',
  'mqttVersion',
];

/** What says how to reach another broker means nothing without one; whoever typed it would think it was heeded. */
function demandHost(call: Call): void {
  const given = remoteOnly.find((name) => call.options[name] !== undefined);
  if (isRemote(call) || given === undefined) return;
  const option = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw fail('usage', msg('cli.verify.needsHost', { option }), { fix: msg('cli.verify.needsHostFix') });
}

function list(call: Call): number {
  const rows = checks.map(({ id, group, severity, title }) => ({
    id,
    group,
    severity,
    title: call.json ? call.english(title) : call.t(title),
  }));
  if (call.json)
    call.out.result(
      JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, checks: rows }, null, 2),
    );
  else {
    const width = Math.max(...rows.map(({ id }) => id.length));
    call.out.result(rows.map(({ id, title }) => `${id.padEnd(width)}  ${title}`).join('\n'));
  }
  return exitCodes.ok;
}

/** `--only a,b`; the runner says which names it does not know. */
function names(call: Call, option: 'only' | 'skip'): string[] {
  const text = textOption(call.options, option);
  return text === undefined ? [] : text.split(',').map((id) => id.trim());
}

/** Before anything is asked of anybody: every name that is none, each with the one that was likely meant. */
function demandNames(given: readonly string[]): void {
  const known = namesOf(checks);
  const problems = given
    .filter((name) => !known.has(name))
    .map((name): Problem => {
      const word = nearest(name, known);
      const fix =
        word === null
          ? msg('checks.run.known', { names: [...known].join(', ') })
          : msg('cli.usage.didYouMean', { word });
      return { message: msg('checks.run.unknown', { name }), fix };
    });
  if (problems.length > 0) throw new AppError('usage', problems);
}

/** For how long certificates have to be good yet, milliseconds; null where nothing is said. */
function certWithinOf(call: Call): number | null {
  const text = textOption(call.options, 'certWithin');
  if (text === undefined) return null;
  const seconds = parseDuration(text);
  if (seconds === null || seconds <= 0)
    throw fail('usage', msg('tls.option.certWithinTime', { value: text }));
  return seconds * 1000;
}

function timeoutOf(call: Call): number {
  const text = textOption(call.options, 'timeout') ?? '5';
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || Number(text) === 0)
    throw fail('usage', msg('cli.verify.timeout', { value: text }));
  return Number(text) * 1000;
}
