import { checks } from '../../checks/registry.ts';
import { runChecks } from '../../checks/run.ts';
import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { renderReport } from '../../report/checks.ts';
import { checksJson } from '../../report/checks-json.ts';
import { type Call, textOption } from '../context.ts';
import { localContext } from '../flow/verify-here.ts';
import { isRemote, remoteContext } from '../flow/verify-remote.ts';

/** Proves that a broker works and is closed to those it should be closed to: this machine's, or a remote one. */
export async function run(call: Call): Promise<number> {
  if (call.options['list'] === true) return list(call);
  demandHost(call);
  const context = isRemote(call) ? await remoteContext(call) : await localContext(call);
  const report = await runChecks(
    { ...context, timeoutMs: timeoutOf(call) },
    { ...ids(call, 'only'), ...ids(call, 'skip') },
  );
  if (call.json) {
    const body = {
      schemaVersion: 1,
      command: call.command,
      ok: report.ok,
      ...checksJson(report, call.english),
    };
    call.out.result(JSON.stringify(body, null, 2));
  } else call.out.result(renderReport(report, call.t, call.style));
  return report.ok ? exitCodes.ok : exitCodes.no;
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
function ids(call: Call, name: 'only' | 'skip'): Record<string, string[]> {
  const text = textOption(call.options, name);
  return text === undefined ? {} : { [name]: text.split(',').map((id) => id.trim()) };
}

function timeoutOf(call: Call): number {
  const text = textOption(call.options, 'timeout') ?? '5';
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || Number(text) === 0)
    throw fail('usage', msg('cli.verify.timeout', { value: text }));
  return Number(text) * 1000;
}
