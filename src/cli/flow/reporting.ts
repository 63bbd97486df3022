import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Report } from '../../checks/types.ts';
import { exitCodes, fail } from '../../errors.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { githubSummary } from '../../report/reporters/github.ts';
import { nagiosState, nagiosStates } from '../../report/reporters/nagios.ts';
import { reporters } from '../../report/reporters/registry.ts';
import type { ReportContext, Reporter } from '../../report/reporters/types.ts';
import { stagedPath } from '../../resources/file.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, listOption } from '../context.ts';

/** One `--reporter NAME[=FILE]`; without a file it goes to standard output. */
export interface Wanted {
  reporter: Reporter;
  file: string | null;
}

/**
 * Who tells the outcome: `--json`, each `--reporter`, or what fits where we run (GitHub Actions gets its annotations too).
 * Throws 64 for a name that nobody has.
 */
export function reportersOf(call: Call): Wanted[] {
  const given = listOption(call.options, 'reporter').map(parse);
  if (given.length > 0) return call.json ? [...given, parse('json')] : given;
  if (call.json) return [parse('json')];
  return call.env['GITHUB_ACTIONS'] === 'true' ? [parse('pretty'), parse('github')] : [parse('pretty')];
}

function parse(text: string): Wanted {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const file = at === -1 ? null : text.slice(at + 1);
  const reporter = reporters.find((one) => one.name === name);
  const names = reporters.map((one) => one.name);
  if (reporter === undefined) {
    const word = nearest(name, names);
    const fix =
      word === null
        ? msg('cli.verify.reporters', { names: names.join(', ') })
        : msg('spec.did-you-mean', { word });
    throw fail('usage', msg('cli.verify.reporter', { name }), { fix });
  }
  if (file === '') throw fail('usage', msg('cli.verify.reporterFile', { name }));
  return { reporter, file };
}

/** Tells the outcome to everybody who is to be told. Answers the exit code. */
export async function tell(
  call: Call,
  report: Report,
  wanted: readonly Wanted[],
  context: ReportContext,
): Promise<number> {
  for (const { reporter, file } of wanted) {
    const text = reporter.render(report, context);
    if (file !== null) await replace(call.host, resolve(file), `${text}\n`);
    else if (reporter.name === 'pretty') call.out.prose(text);
    else if (text !== '') call.out.result(text);
  }
  const summary = call.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summary !== '' && wanted.some(({ reporter }) => reporter.name === 'github'))
    await append(call.host, summary, githubSummary(report, context));
  // Nagios knows no other codes than its own.
  const isPlugin = wanted.some(({ reporter, file }) => reporter.name === 'nagios' && file === null);
  if (isPlugin) return nagiosStates[nagiosState(report)];
  return report.ok ? exitCodes.ok : exitCodes.no;
}

/** In one move: whoever collects the file never sees half of it. */
async function replace(host: Host, path: string, content: string): Promise<void> {
  const found = await host.read(path);
  if (!found.ok && found.reason !== 'missing')
    throw fail('no', msg('host.fs.notAFile', { path }), { place: { file: path } });
  const staged = stagedPath(path);
  await host.perform({ type: 'remove', path: staged });
  await host.perform({ type: 'write', path: staged, content, owner: null, group: null, mode: 0o644 });
  const expect = found.ok ? createHash('sha256').update(found.data).digest('hex') : null;
  await host.perform({ type: 'rename', from: staged, to: path, expect });
}

async function append(host: Host, path: string, text: string): Promise<void> {
  const found = await host.read(path);
  await replace(host, path, `${found.ok ? found.data.toString('utf8') : ''}${text}`);
}
