import type { FirewallFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { renderReport, renderWarnings } from '../../report/checks.ts';
import { checksJson } from '../../report/checks-json.ts';
import { endCard } from '../../report/end-card.ts';
import { planJson, renderKept } from '../../report/plan.ts';
import { outwardPorts } from '../../spec/outward.ts';
import { accountRules } from '../../spec/roles.ts';
import { ownPlaces } from '../../tls/places.ts';
import { type Call, selfFor } from '../context.ts';
import { here as whereWeAre } from '../invocation.ts';
import { whichBroker } from './layout.ts';
import { loginCosts } from './login-cost.ts';
import type { Converged } from './types.ts';
import { listenerUrls } from './urls.ts';

interface Printing {
  dryRun: boolean;
  /** Print where to connect, what was made in this run, and what comes next. */
  card: boolean;
  /** The firewall that is seen on this machine, for the card. */
  firewall?: FirewallFact | null;
  /** Further keys of what is printed with --json. */
  more?: object;
}

/** The end of every command that changes the machine: what was done, the proof, and what comes next. */
export function printConverged(
  call: Call,
  converged: Converged,
  { dryRun, card, more, firewall = null }: Printing,
): void {
  if (call.json)
    call.out.result(JSON.stringify({ ...convergedJson(call, converged, dryRun), ...more }, null, 2));
  else if (!dryRun) printForPeople(call, converged, card, firewall);
}

function printForPeople(
  call: Call,
  converged: Converged,
  card: boolean,
  firewall: FirewallFact | null,
): void {
  const { report, plan, outcome } = converged;
  const { t, out, style, errorStyle } = call;
  const failed = report !== null && !report.ok;
  if (plan.steps.length === 0 && !failed) {
    out.prose([style.green(t(msg('cli.nothingToDo'))), ...renderKept(plan, t, style)].join('\n'));
  }
  if (report !== null && (card || failed)) out.note(`\n${renderReport(report, t, errorStyle)}`);
  if (failed) {
    out.note(`\n${errorStyle.red(t(msg(plan.steps.length > 0 ? 'cli.rolledBack' : 'cli.verifyFailed')))}`);
    return;
  }
  const warnings = report === null || card ? '' : renderWarnings(report, t, errorStyle);
  if (warnings !== '') out.note(warnings);
  // Before the result, so that the next step is what stands last.
  if (outcome !== null)
    for (const cost of loginCosts(converged.decision.secrets.values(), converged.spec.passwords))
      out.note(errorStyle.dim(t(cost)));
  const credentials = generatedCredentials(converged);
  if (card)
    out.prose(
      `\n${endCard({ urls: listenerUrls(converged.facts, converged.spec), credentials, firewall, ...names(call, converged) }, t, style)}`,
    );
  else if (outcome !== null) out.prose(doneText(call, converged, credentials));
}

function doneText(call: Call, { outcome, decision, spec }: Converged, credentials: Credential[]): string {
  const { t, style } = call;
  const how =
    outcome?.restarted === true
      ? 'cli.done.restarted'
      : outcome?.reloaded === true
        ? 'cli.done.reloaded'
        : 'cli.done.untouched';
  const idle = decision.accounts.filter(
    (account) => decision.secrets.has(account.name) && accountRules(account, spec).length === 0,
  );
  return [
    `${style.green(style.unicode ? '✔' : '[ok]')} ${t(msg('cli.done.done'))} ${t(msg(how))}`,
    ...credentials.map(
      ({ username, password }) => `  ${t(msg('cli.card.credential', { username, password }))}`,
    ),
    ...(credentials.length > 0 ? [`  ${style.dim(t(msg('cli.card.once')))}`] : []),
    ...idle.map(({ name }) => `  ${style.yellow('!')} ${t(msg('cli.account.noRights', { name }))}`),
  ].join('\n');
}

interface Credential {
  username: string;
  password: string;
}

/** Only what this run generated: a password that somebody chose is never printed. */
function generatedCredentials({ decision, report }: Converged): Credential[] {
  if (report === null || !report.ok || decision.handOver !== undefined || decision.silent === true) return [];
  return [...decision.secrets].flatMap(([username, { password, generated }]) =>
    generated ? [{ username, password: password.reveal() }] : [],
  );
}

function names(call: Call, { facts, decision, spec }: Converged) {
  const { layout } = facts;
  const system = layout.mode === 'system';
  return {
    prefix: selfFor(call, layout.mode),
    suffix: whichBroker(call, layout, shortest),
    user: decision.accounts[0]?.name ?? 'owner',
    open: spec.anonymous !== null,
    ports: system ? outwardPorts(spec) : [],
    authority: spec.listeners.some(({ tls }) => tls?.from === 'own') ? ownPlaces(layout).published : null,
    asRoot: !system && facts.user.uid === 0,
  };
}

/** Relative where that is below where we are, and not an option or a surprise. */
function shortest(dir: string): string {
  const here = `${whereWeAre()}/`;
  return dir.startsWith(here) ? dir.slice(here.length) : dir;
}

function convergedJson(call: Call, converged: Converged, dryRun: boolean): object {
  const { plan, outcome, report, facts, spec, generation } = converged;
  const restart = plan.steps.some((step) => step.verb === 'restart' || step.verb === 'start');
  const base = {
    schemaVersion: 1,
    command: call.command,
    ok: report === null || report.ok,
    changes: report === null || report.ok ? planJson(plan) : [],
  };
  if (dryRun)
    return {
      ...base,
      permissions: converged.consequences.permissions,
      restart,
      reload: plan.steps.some((step) => step.verb === 'reload'),
      disconnects: converged.consequences.disconnects,
      price: converged.consequences.price,
    };
  const failed = report !== null && !report.ok;
  return {
    ...base,
    restarted: outcome?.restarted ?? false,
    reloaded: outcome?.reloaded ?? false,
    generation,
    listeners: listenerUrls(facts, spec),
    credentials: generatedCredentials(converged),
    verify: report === null ? null : checksJson(report, call.english),
    milliseconds: Math.round(outcome?.milliseconds ?? 0),
    ...(failed
      ? {
          rolledBack: plan.steps.length > 0,
          error: {
            code: 'verify-failed',
            message: call.english(msg(plan.steps.length > 0 ? 'cli.rolledBack' : 'cli.verifyFailed')),
            hint: null,
          },
        }
      : {}),
  };
}
