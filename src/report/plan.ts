import type { Plan, Step } from '../engine/types.ts';
import type { Action } from '../host/types.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import { fileDiff } from './file-diff.ts';
import type { Style } from './style.ts';

/** How an action reads as a command line; handed in, since the engine owns that. */
export type Describe = (action: Action) => string;

/** The plan for people: each step with its reason, its commands, and the unified diff of its file. */
export function renderPlan(plan: Plan, describe: Describe, t: Translate, style: Style): string {
  if (plan.steps.length === 0)
    return [style.green(t(msg('cli.plan.nothing'))), ...renderKept(plan, t, style)].join('\n');
  const head = style.bold(t(msg('cli.plan.head', { count: plan.steps.length })));
  return [head, ...renderSteps(plan, describe, t, style)].join('\n\n');
}

/** Each step of it, without a head. */
export function renderSteps(plan: Plan, describe: Describe, t: Translate, style: Style): string[] {
  return plan.steps.map((step) => renderStep(step, describe, t, style));
}

export function renderKept(plan: Plan, t: Translate, style: Style): string[] {
  const mark = style.dim(style.unicode ? '·' : '-');
  return plan.kept.map(({ reason }) => `  ${mark} ${printable(t(reason))}`);
}

function renderStep(step: Step, describe: Describe, t: Translate, style: Style): string {
  const sign =
    { create: '+', install: '+', enable: '+', remove: '-', disable: '-', stop: '-' }[step.verb as string] ??
    '~';
  const colour = sign === '+' ? style.green : sign === '-' ? style.red : style.yellow;
  const title = `${colour(sign)} ${style.bold(`${t(msg(`cli.verb.${step.verb}`))} ${printable(step.subject)}`)}`;
  const why = `    ${style.dim(t(step.why))}`;
  const commands =
    step.path === undefined ? step.actions.map((action) => `    $ ${printable(describe(action))}`) : [];
  return [title, why, ...commands, ...diffOf(step, t, style)].join('\n');
}

function diffOf({ path, before, after, says }: Step, t: Translate, style: Style): string[] {
  if (says !== undefined) return [`    ${style.green(`+${printable(t(says))}`)}`];
  if (path === undefined || (before === null && after === null)) return [];
  const { lines, more } = fileDiff(path, before, after);
  const left = more.added + more.removed > 0 ? [style.dim(t(msg('cli.plan.more', more)))] : [];
  return [...lines.map((line) => paint(printable(line), style)), ...left].map((line) => `    ${line}`);
}

function paint(line: string, style: Style): string {
  if (line.startsWith('+')) return style.green(line);
  if (line.startsWith('-')) return style.red(line);
  return line.startsWith('@@') ? style.dim(line) : line;
}

/** The plan for programs. */
export function planJson(
  plan: Plan,
): { id: string; kind: Step['kind']; action: Step['verb']; path?: string }[] {
  return plan.steps.map(({ id, kind, verb, path }) => ({
    id,
    kind,
    action: verb,
    ...(path === undefined ? {} : { path }),
  }));
}
