import { resolve } from 'node:path';
import { audit } from '../../audit/audit.ts';
import { checkRules } from '../../audit/of-check.ts';
import { auditOutside, outsideRules } from '../../audit/outside.ts';
import { breaches, type Policy, parsePolicy, policyOf } from '../../audit/policy.ts';
import { auditRules } from '../../audit/registry.ts';
import { severities } from '../../audit/score.ts';
import type { Audit } from '../../audit/types.ts';
import type { Severity } from '../../checks/types.ts';
import type { Patient } from '../../doctor/patient.ts';
import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { auditMarkdown, renderAudit } from '../../report/audit.ts';
import { auditJson, isAtLeastAsGrave } from '../../report/audit-json.ts';
import { auditJunit } from '../../report/audit-junit.ts';
import { lintSarif } from '../../report/lint-sarif.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';
import { withAllTexts } from '../flow/all-texts.ts';
import { fixAll } from '../flow/doctor-fix.ts';
import { outsideOf } from '../flow/outside.ts';
import { sceneOf } from '../flow/scene.ts';
import { isRemote } from '../flow/verify-remote.ts';

export const formats = ['pretty', 'sarif', 'junit', 'markdown'] as const;

/** How safe is the broker: findings with their severity, and a score. 1 where something is as grave as --fail-on. */
export async function run(usual: Call): Promise<number> {
  const call = await withAllTexts(usual);
  const format = oneOf(call, 'format', formats, 'pretty');
  const failOn = oneOf(call, 'failOn', severities, 'high');
  demandHost(call);
  const policy = await policyIn(call);
  const { looked, mainConf, mended } = isRemote(call) ? await fromOutside(call) : await onMachine(call);
  if (call.options['makePolicy'] === true) {
    call.out.result(JSON.stringify(policyOf(looked), null, 2));
    return exitCodes.ok;
  }
  const broken = policy === null ? [] : breaches(policy, looked);
  const result = { ...looked, findings: [...broken, ...looked.findings] };
  print(call, format, failOn, result, mainConf, mended);
  return isSafe(result, failOn) ? exitCodes.ok : exitCodes.no;
}

const ofOutside = ['port', 'cafile', 'insecure', 'ws'];

/** What says how to reach another broker means nothing without one. */
function demandHost(call: Call): void {
  const given = ofOutside.find((name) => call.options[name] !== undefined);
  if (isRemote(call) || given === undefined) return;
  throw fail('usage', msg('cli.verify.needsHost', { option: `--${given}` }), {
    fix: msg('cli.verify.needsHostFix'),
  });
}

interface Looked {
  looked: Audit;
  mainConf: string;
  /** Ids of what `--fix` has mended; null without it. */
  mended: readonly string[] | null;
}

async function onMachine(call: Call): Promise<Looked> {
  const first = await sceneOf(call);
  demandBroker(first.patient);
  // What doctor can mend, each after a question and through a plan; the rest is told with its cure.
  const mended = call.options['fix'] === true ? (await fixAll(call, first.patient)).mended : null;
  const scene = mended === null || mended.length === 0 ? first : await sceneOf(call);
  for (const path of scene.patient.unseen) call.out.note(call.t(msg('doctor.unseen', { path })));
  return { looked: audit(scene), mainConf: scene.patient.facts.layout.mainConf, mended };
}

/** Of any broker, by whoever may knock at it. */
async function fromOutside(call: Call): Promise<Looked> {
  if (call.options['fix'] === true) throw fail('usage', msg('audit.fixHere'));
  const seen = await outsideOf(call);
  return { looked: auditOutside(seen), mainConf: seen.door, mended: null };
}

async function policyIn(call: Call): Promise<Policy | null> {
  const file = textOption(call.options, 'policy');
  if (file === undefined) return null;
  const read = await call.host.read(resolve(file), { maxBytes: 1024 * 1024, followLinks: true });
  if (!read.ok)
    throw fail('input', msg('audit.policy.unreadable', { errno: read.errno }), { place: { file } });
  return parsePolicy(read.data.toString('utf8'), file);
}

/** Where neither a broker runs nor a configuration of one is, a score would say nothing. */
function demandBroker({ facts, tree, manner }: Patient): void {
  if (facts.service.running || tree.main.fact.kind !== 'missing') return;
  const command = `${manner.self} install${manner.suffix}`;
  throw fail('unreachable', msg('audit.noBroker'), { fix: msg('audit.noBrokerFix', { command }) });
}

function isSafe({ findings }: Audit, failOn: Severity): boolean {
  return !findings.some(({ severity }) => isAtLeastAsGrave(severity, failOn));
}

function oneOf<T extends string>(call: Call, option: string, known: readonly T[], usual: T): T {
  const text = textOption(call.options, option) ?? usual;
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  const word = nearest(text, known);
  const name = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw fail(
    'usage',
    msg('audit.option', { name, value: text, known: known.join(', ') }),
    word === null ? {} : { fix: msg('spec.did-you-mean', { word }) },
  );
}

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'info' } as const;

function print(
  call: Call,
  format: (typeof formats)[number],
  failOn: Severity,
  result: Audit,
  mainConf: string,
  mended: readonly string[] | null,
): void {
  const { out, t, english, style, command } = call;
  const body = auditJson(result, english, failOn);
  if (call.json)
    out.result(
      JSON.stringify(
        {
          schemaVersion: 1,
          command,
          ok: isSafe(result, failOn),
          ...body,
          ...(mended === null ? {} : { mended }),
        },
        null,
        2,
      ),
    );
  else if (format === 'junit') out.result(auditJunit(body));
  else if (format === 'markdown') out.result(auditMarkdown(result, t));
  else if (format === 'sarif') {
    const rules = [
      ...auditRules.map(({ id, severity, title, why }) => ({ id, severity: levels[severity], title, why })),
      ...checkRules,
      ...outsideRules.map(({ id, severity, title, why }) => ({ id, severity: levels[severity], title, why })),
    ];
    const known = new Set<string>(rules.map(({ id }) => id));
    const findings = result.findings.map(({ id, severity, place, message, why, title, fix }) => ({
      id,
      severity: levels[severity],
      place: place ?? { file: mainConf },
      message,
      why: why ?? title,
      ...(fix === null ? {} : { fix }),
    }));
    const more = findings
      .filter(({ id }, index) => !known.has(id) && findings.findIndex((one) => one.id === id) === index)
      .map(({ id, severity, why }) => ({ id, severity, title: why, why }));
    out.result(
      JSON.stringify(lintSarif(findings, [...rules, ...more], english, process.cwd(), __VERSION__), null, 2),
    );
  } else {
    if (mended !== null && mended.length > 0)
      out.note(style.green(t(msg('doctor.summary.mended', { count: mended.length }))));
    out.result(renderAudit(result, t, style));
  }
}
