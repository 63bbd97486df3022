import { writtenOptions } from '../../desired/written.ts';
import { type ExitName, exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { OptionText } from '../../i18n/option-text.ts';
import { optionTexts } from '../../i18n/option-texts.ts';
import { describeOption } from '../../mosquitto/options/describe.ts';
import { findOption, groups, options } from '../../mosquitto/options/registry.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import { renderOption } from '../../report/option.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';
import { layoutOf } from '../flow/layout.ts';

/** What an option of mosquitto.conf does in this machine's version, or what one of our exit codes means. */
export async function run(call: Call): Promise<number> {
  const [word] = call.args;
  if (word === undefined) list(call);
  else if (/^\d+$/.test(word)) explainCode(call, word);
  else await explainOption(call, word);
  return exitCodes.ok;
}

function list(call: Call): void {
  const names = Object.entries(groups).map(([group, { rows }]) => ({ group, options: Object.keys(rows) }));
  if (call.json) print(call, { groups: names, exitCodes: Object.values(exitCodes) });
  else call.out.result(names.map(({ options }) => options.toSorted().join('\n')).join('\n\n'));
}

function explainCode(call: Call, word: string): void {
  const found = Object.entries(exitCodes).find(([, code]) => String(code) === word);
  if (found === undefined)
    throw fail('usage', msg('explain.unknownCode', { code: word }), { fix: msg('explain.seeList') });
  const [name, code] = found;
  const meaning: Message = { key: `explain.exit.${name as ExitName}` };
  if (call.json) print(call, { exit: { code, name, meaning: call.english(meaning) } });
  else call.out.result(`${call.style.bold(word)}  ${call.t(meaning)}`);
}

async function explainOption(call: Call, word: string): Promise<void> {
  const option = findOption(word);
  if (option === null) throw unknown(word);
  const version = await versionOf(call);
  const view = describeOption(option, version === null ? null : parseVersion(version));
  const ours = writtenOptions.get(option.name) ?? null;
  const text: OptionText = (await optionTexts(call.json ? 'en' : call.language))[option.name];
  if (call.json) {
    const { does, trap = null } = text;
    const sets = ours === null ? null : call.english(ours);
    print(call, { mosquittoVersion: version, option: { ...view, does, trap, mqttSetup: sets } });
  } else call.out.result(renderOption({ view, text, version, ours }, call.t, call.style));
}

function unknown(word: string): Error {
  const near = nearest(word, [...options.keys()]);
  const fix = near === null ? msg('explain.seeList') : msg('cli.usage.didYouMean', { word: near });
  return fail('usage', msg('explain.unknown', { word }), { fix });
}

/** The version asked about, else the one of the machine's broker or of what apt would install. */
async function versionOf(call: Call): Promise<string | null> {
  const asked = textOption(call.options, 'mosquittoVersion');
  if (asked === undefined) return (await gather(call.host, layoutOf(call))).mosquitto.version;
  if (parseVersion(asked) === null) throw fail('usage', msg('explain.badVersion', { value: asked }));
  return asked;
}

function print({ out, command }: Call, body: Record<string, unknown>): void {
  out.result(JSON.stringify({ schemaVersion: 1, command, ok: true, ...body }, null, 2));
}
