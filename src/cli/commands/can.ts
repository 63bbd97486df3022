import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { translator } from '../../i18n/translate.ts';
import { concrete, matrix, matrixRows, type Reacher, whoReaches } from '../../mosquitto/access/matrix.ts';
import { filterFault } from '../../mosquitto/access/question.ts';
import { printVersion } from '../../mosquitto/traits.ts';
import { renderCan } from '../../report/can.ts';
import type { Answer } from '../../report/can-answer.ts';
import { renderFaults } from '../../report/can-faults.ts';
import { canJson } from '../../report/can-json.ts';
import { matrixCsv, renderMatrix } from '../../report/can-matrix.ts';
import { type Call, textOption } from '../context.ts';
import { answerTo } from '../flow/can-decide.ts';
import { demandKnown, demandTopic, questionOf } from '../flow/can-question.ts';
import type { Source } from '../flow/can-source.ts';
import { sourceOf } from '../flow/can-sources.ts';

/** May somebody publish or subscribe: 0 for yes, 1 for no and for a filter of which not all arrives. Changes nothing. */
export async function run(usual: Call): Promise<number> {
  const call = await withAnswers(usual);
  if (call.options['matrix'] === true) return printMatrix(call);
  const question = questionOf(call);
  const source = await sourceOf(call);
  demandKnown(question.client.name, source);
  const answer = answerTo(question, source);
  if (call.json) printJson(call, source, canJson(answer, call.english), answer.extent === 'all');
  else {
    printFaults(call, source);
    call.out.result(renderCan(answer, call.t, call.style));
    if (isUnwritten(answer, source)) call.out.note(call.t(msg('can.notWritten')));
  }
  return exitOf(answer.extent === 'all', source);
}

/** The texts of answers are loaded by this command alone. */
async function withAnswers(call: Call): Promise<Call> {
  const [t, english] = await Promise.all([translator(call.language, 'all'), translator('en', 'all')]);
  return { ...call, t, english };
}

/** A file that the broker refuses answers nothing for certain. */
function exitOf(isYes: boolean, { faults }: Source): number {
  if (faults.length > 0) return exitCodes.input;
  return isYes ? exitCodes.ok : exitCodes.no;
}

function isUnwritten({ by }: Answer, { declared }: Source): boolean {
  return declared !== null && by !== null && by.line === null;
}

async function printMatrix(call: Call): Promise<number> {
  const { args, options, out } = call;
  const topic = textOption(options, 'topic');
  const format = textOption(options, 'format') ?? 'table';
  if (format !== 'table' && format !== 'csv') throw fail('usage', msg('can.usage.format', { value: format }));
  for (const [name, option] of Object.entries({ clientId: '--client-id', anonymous: '--anonymous' })) {
    if (options[name] !== undefined && options[name] !== false)
      throw fail('usage', msg('can.usage.noMatrix', { option }));
  }
  const [name, excess] = args;
  if (excess !== undefined) throw fail('usage', msg('can.usage.noMatrix', { option: excess }));
  if (topic !== undefined) demandTopic(topic, filterFault(topic));
  const source = await sourceOf(call);
  if (name !== undefined) demandKnown(name, source);
  const people = peopleOf(source, name, topic);
  if (call.json)
    printJson(call, source, { rights: [...matrixRows(people)], faults: faultsJson(call, source) }, true);
  else {
    printFaults(call, source);
    out.result(
      format === 'csv' ? matrixCsv(matrixRows(people)) : renderMatrix(people, concrete, call.t, call.style),
    );
  }
  return exitOf(true, source);
}

function peopleOf(source: Source, name: string | undefined, topic: string | undefined): Iterable<Reacher> {
  const { rules, version, declared } = source;
  const names = name === undefined ? source.names : [name];
  if (topic === undefined) return matrix(rules, names, version);
  const anonymous = name === undefined && declared?.spec.anonymous !== null;
  const others = name === undefined && declared === null;
  return whoReaches(rules, { names, anonymous, others }, topic, version);
}

function printFaults({ out, t, errorStyle }: Call, { faults, version }: Source): void {
  if (faults.length > 0) out.note(renderFaults(faults, printVersion(version), t, errorStyle));
}

function faultsJson({ english }: Call, { faults }: Source): object[] {
  return faults.map(({ message, ...place }) => ({ ...place, message: english(message) }));
}

function printJson({ out, command }: Call, source: Source, body: object, isYes: boolean): void {
  const ok = isYes && source.faults.length === 0;
  const head = { schemaVersion: 1, command, ok, mosquittoVersion: printVersion(source.version) };
  out.result(JSON.stringify({ ...head, ...body }, null, 2));
}
