import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { follow, type LogLine, tail } from '../../host/logs.ts';
import { msg } from '../../i18n/messages.ts';
import { printable } from '../../report/escape.ts';
import type { Style } from '../../report/style.ts';
import { type Call, textOption } from '../context.ts';
import { layoutOf } from '../flow/layout.ts';
import { listenForSignals } from '../flow/signals.ts';

/** The broker's last lines, from journal and log file together; `-f` goes on until Ctrl-C. */
export async function run(call: Call): Promise<number> {
  const text = textOption(call.options, 'lines') ?? '20';
  if (!/^\d{1,6}$/.test(text)) throw fail('usage', msg('cli.logs.lines', { value: text }));
  const layout = layoutOf(call);
  const { service } = await gather(call.host, layout);
  const print = (line: LogLine): void =>
    call.out.result(call.json ? JSON.stringify(line) : painted(line.text, call.style));
  const lines = await tail(call.host, layout, service.ref, { lines: Number(text) });
  const following = call.options['follow'] === true;
  if (call.json && !following) {
    call.out.result(JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, lines }, null, 2));
    return exitCodes.ok;
  }
  lines.forEach(print);
  if (!following) return exitCodes.ok;
  const signals = listenForSignals();
  try {
    for await (const line of follow(layout, service.ref, signals.signal)) print(line);
  } finally {
    signals.close();
  }
  return exitCodes.ok;
}

/** What the broker calls an error or a warning stands out; it knows no other levels in words. */
function painted(text: string, style: Style): string {
  const line = printable(text);
  if (/^(?:\S+: )?(?:Error\b|Fatal\b)/i.test(line)) return style.red(line);
  return /^(?:\S+: )?Warning\b/i.test(line) ? style.yellow(line) : line;
}
