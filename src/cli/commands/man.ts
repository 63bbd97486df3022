import { exitCodes } from '../../errors.ts';
import { showPage } from '../../host/pager.ts';
import type { Call } from '../context.ts';
import { commandHelp, programHelp } from '../help.ts';
import { manPage } from '../man-page.ts';
import { commandRows } from './registry.ts';

const manProgram = '/usr/bin/man';

/** The manual: in `man` where there is one and a person reads, else as text; with --roff as it is written. */
export async function run(call: Call): Promise<number> {
  const { out, t, json, command, options, language, host, style } = call;
  const page = manPage(t, __VERSION__);
  if (json) {
    out.result(JSON.stringify({ schemaVersion: 1, command, ok: true, language, page }, null, 2));
    return exitCodes.ok;
  }
  if (options['roff'] === true) {
    out.result(page);
    return exitCodes.ok;
  }
  const hasMan = (await host.stat(manProgram)) !== null;
  if (hasMan && process.stdout.isTTY === true && (await showPage([manProgram, '-l', '-'], page)))
    return exitCodes.ok;
  out.result((hasMan ? await formatted(call, page, style.width) : null) ?? helpTexts(call));
  return exitCodes.ok;
}

/** As man prints it into a pipe; null where it cannot. */
async function formatted({ host }: Call, page: string, width: number): Promise<string | null> {
  const env = { MANPAGER: 'cat', MANWIDTH: String(Math.max(40, width)) };
  const { code, stdout } = await host.query([manProgram, '-l', '-'], { input: page, env });
  return code === 0 && stdout.trim() !== '' ? stdout : null;
}

/** What `help` says, of everything. */
function helpTexts(call: Call): string {
  return [programHelp(call), ...commandRows.map((row) => commandHelp(row, call))].join('\n\n\n');
}
