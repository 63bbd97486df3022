import { text as readAll } from 'node:stream/consumers';
import { diagnose, diagnoseLog } from '../../doctor/diagnose.ts';
import type { Patient } from '../../doctor/patient.ts';
import type { Diagnosis } from '../../doctor/types.ts';
import { exitCodes, fail } from '../../errors.ts';
import { parseLine } from '../../host/logs/line.ts';
import { pastedLine } from '../../host/logs/pasted.ts';
import { msg } from '../../i18n/messages.ts';
import { diagnosisJson, doctorSummary, isGrave, renderDiagnoses } from '../../report/doctor.ts';
import { renderWhy, whyJson } from '../../report/why.ts';
import { type Call, textOption } from '../context.ts';
import { withAllTexts } from '../flow/all-texts.ts';
import { writeBundle } from '../flow/bundle.ts';
import { fixAll } from '../flow/doctor-fix.ts';
import { layoutOf, whichBroker } from '../flow/layout.ts';
import { examine } from '../flow/patient.ts';
import { explainRefusal } from '../flow/why.ts';

/**
 * Why does the broker not start, refuse, deny or misbehave: every cause with its evidence and the command that mends
 * it. 0 where there is none (any more), 1 where there is. Changes nothing without `--fix`.
 */
export async function run(usual: Call): Promise<number> {
  const call = await withAllTexts(usual);
  demandOneForm(call);
  const log = textOption(call.options, 'log');
  if (log !== undefined) return tell(call, diagnoseLog(await givenLines(call, log)), null);
  const patient = await examine(call);
  if (call.options['why'] !== undefined) return answerWhy(call, patient);
  const bundle = textOption(call.options, 'bundle');
  if (bundle !== undefined) return answerBundle(call, patient, bundle);
  for (const path of patient.unseen) call.out.note(unseenNote(call, path));
  if (call.options['fix'] !== true) return tell(call, diagnose(patient), null);
  const { mended, left } = await fixAll(call, patient);
  return tell(call, left, mended);
}

/** 0 where nothing keeps that user out, as far as can be said; 1 where it is refused somewhere. */
async function answerWhy(call: Call, patient: Patient): Promise<number> {
  const { question, answers } = await explainRefusal(call, patient);
  const ok = answers.every(({ mayLogIn }) => mayLogIn !== false);
  const { command, t, english, style } = call;
  const json = { schemaVersion: 1, command, ok, user: question.user, listeners: whyJson(answers, english) };
  call.out.result(call.json ? JSON.stringify(json, null, 2) : renderWhy(question, answers, t, style));
  return ok ? exitCodes.ok : exitCodes.no;
}

const forms = ['fix', 'log', 'why', 'bundle'] as const;

async function answerBundle(call: Call, patient: Patient, path: string): Promise<number> {
  const { command, t, style } = call;
  const { secrets, bytes, unsearched } = await writeBundle(call, patient, path);
  const size = Math.ceil(bytes / 1024);
  for (const where of unsearched)
    call.out.note(`${call.errorStyle.yellow('!')} ${t(msg('doctor.bundle.unsearched', { where }))}`);
  call.out.result(
    call.json
      ? JSON.stringify({ schemaVersion: 1, command, ok: true, path, secrets, bytes, unsearched }, null, 2)
      : `${style.green(style.unicode ? '✔' : '[ok]')} ${t(msg('doctor.bundle.written', { path, secrets, size }))}`,
  );
  return exitCodes.ok;
}

const ofWhy = [
  ['listener', '--listener'],
  ['clientId', '--client-id'],
  ['passwordFile', '--password-file'],
  ['passwordEnv', '--password-env'],
] as const;

function demandOneForm({ options }: Call): void {
  const given = forms.filter((name) => options[name] !== undefined);
  if (given.length > 1)
    throw fail('usage', msg('doctor.oneForm', { one: `--${given[0]}`, other: `--${given[1]}` }));
  const [alone] = ofWhy.filter(([name]) => options[name] !== undefined);
  if (alone !== undefined && options['why'] === undefined)
    throw fail('usage', msg('doctor.why.onlyWhy', { option: alone[1] }));
}

async function givenLines(call: Call, path: string) {
  const content = path === '-' ? await readAll(process.stdin) : await fileText(call, path);
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(pastedLine(line), 'file'));
}

async function fileText({ host }: Call, path: string): Promise<string> {
  const read = await host.read(path, { followLinks: true, pipes: true });
  if (read.ok) return read.data.toString('utf8');
  throw fail('input', msg('doctor.noLog', { path, errno: read.errno }), { place: { file: path } });
}

function unseenNote({ t, errorStyle }: Call, path: string): string {
  return `${errorStyle.yellow('!')} ${t(msg('doctor.unseen', { path }))}`;
}

function tell(call: Call, diagnoses: readonly Diagnosis[], mended: readonly string[] | null): number {
  const isWell = !diagnoses.some(isGrave);
  if (call.json) call.out.result(JSON.stringify(json(call, diagnoses, mended), null, 2));
  else call.out.result(inWords(call, diagnoses, mended));
  return isWell ? exitCodes.ok : exitCodes.no;
}

function json(
  { command, english }: Call,
  diagnoses: readonly Diagnosis[],
  mended: readonly string[] | null,
): object {
  const checks = diagnoses.map((diagnosis) => diagnosisJson(diagnosis, english));
  const fail = checks.filter(({ status }) => status === 'fail').length;
  return {
    schemaVersion: 1,
    command,
    ok: fail === 0,
    checks,
    summary: { pass: 0, fail, warn: checks.length - fail, skip: 0 },
    ...(mended === null ? {} : { mended }),
  };
}

function inWords(call: Call, diagnoses: readonly Diagnosis[], mended: readonly string[] | null): string {
  const { t, style } = call;
  const parts = [
    ...(diagnoses.length === 0 ? [] : [renderDiagnoses(diagnoses, t, style)]),
    ...(mended === null || mended.length === 0
      ? []
      : [style.green(t(msg('doctor.summary.mended', { count: mended.length })))]),
    doctorSummary(diagnoses, t, style),
  ];
  const next = nextStep(call, diagnoses, mended);
  return [...parts, ...(next === '' ? [] : [style.dim(next)])].join('\n\n');
}

/** What to type next: the mends, else the proof that all is well. */
function nextStep(call: Call, diagnoses: readonly Diagnosis[], mended: readonly string[] | null): string {
  if (textOption(call.options, 'log') !== undefined) return '';
  const layout = layoutOf(call);
  const { self } = call;
  const suffix = whichBroker(call, layout);
  if (diagnoses.length === 0) return `${call.t(msg('cli.card.next'))} ${self} verify${suffix}`;
  const isMendable = mended === null && diagnoses.some(({ mends }) => mends.length > 0);
  return isMendable ? `${call.t(msg('cli.card.next'))} ${self} doctor --fix${suffix}` : '';
}
