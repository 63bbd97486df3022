import { writtenOptions } from '../../desired/written.ts';
import { type ExitName, exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { OptionText } from '../../i18n/option-text.ts';
import { optionTexts } from '../../i18n/option-texts.ts';
import { translator } from '../../i18n/translate.ts';
import { describeOption } from '../../mosquitto/options/describe.ts';
import { findOption, groups, options } from '../../mosquitto/options/registry.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import { renderChecks, renderError, renderOwnOptions } from '../../report/explained.ts';
import { renderOption } from '../../report/option.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';
import { errorCodes, errorOf, everyCheck, ownOptionNames, ownOptions } from '../flow/explain-own.ts';
import { layoutOf } from '../flow/layout.ts';

/**
 * What a word means: an option of mosquitto.conf in this machine's version, an option of ours, an exit code by number or
 * name, an error code, or what verify, check, audit and doctor may find.
 */
export async function run(call: Call): Promise<number> {
  const [word] = call.args;
  if (word === undefined) list(call);
  else if (/^\d+$/.test(word)) explainCode(call, word);
  else if (findOption(word) !== null) await explainOption(call, word);
  else await explainOwn(call, word);
  return exitCodes.ok;
}

function list(call: Call): void {
  const names = Object.entries(groups).map(([group, { rows }]) => ({ group, options: Object.keys(rows) }));
  if (call.json) print(call, { groups: names, exitCodes: Object.values(exitCodes) });
  else call.out.result(names.map(({ options }) => options.toSorted().join('\n')).join('\n\n'));
}

function explainCode(call: Call, word: string): void {
  const found = Object.entries(exitCodes).find(([name, code]) => String(code) === word || name === word);
  if (found === undefined)
    throw fail('usage', msg('explain.unknownCode', { code: word }), { fix: msg('explain.seeList') });
  const [name, code] = found;
  const meaning: Message = { key: `explain.exit.${name as ExitName}` };
  if (call.json) print(call, { exit: { code, name, meaning: call.english(meaning) } });
  else call.out.result(`${call.style.bold(String(code))}  ${call.t(meaning)}`);
}

/** Words of mqtt-setup itself. */
async function explainOwn(call: Call, word: string): Promise<void> {
  if (Object.hasOwn(exitCodes, word)) return explainCode(call, word);
  const { out, style } = call;
  const [t, english] = await Promise.all([translator(call.language, 'all'), translator('en', 'all')]);
  const checks = (await everyCheck()).filter(({ id }) => id === word);
  if (checks.length > 0) {
    const plain = checks.map(({ title, why, fix, ...rest }) => ({
      ...rest,
      title: english(title),
      why: why === undefined ? null : english(why),
      fix: fix === undefined ? null : english(fix),
    }));
    return call.json ? print(call, { checks: plain }) : out.result(renderChecks(checks, t, style));
  }
  const error = await errorOf(word);
  if (error !== null) {
    const { code, text, fix } = error;
    const plain = { code, message: english(text), fix: fix === undefined ? null : english(fix) };
    return call.json ? print(call, { errorCode: plain }) : out.result(renderError(error, t, style));
  }
  const options = ownOptions(word);
  if (options.length === 0) throw await unknown(word);
  const plain = options.map(({ flags, text, commands }) => ({ flags, meaning: english(text), commands }));
  return call.json ? print(call, { ownOptions: plain }) : out.result(renderOwnOptions(options, t, style));
}

async function explainOption(call: Call, word: string): Promise<void> {
  const option = findOption(word);
  if (option === null) throw await unknown(word);
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

async function unknown(word: string): Promise<Error> {
  const isFlag = word.startsWith('-');
  const known = isFlag
    ? ownOptionNames()
    : [
        ...options.keys(),
        ...Object.keys(exitCodes),
        ...(await everyCheck()).map(({ id }) => id),
        ...(word.includes('.') ? await errorCodes() : []),
      ];
  const near = nearest(word, known);
  const fix = near === null ? msg('explain.seeList') : msg('cli.usage.didYouMean', { word: near });
  return fail('usage', isFlag ? msg('explain.noOption', { word }) : msg('explain.unknown', { word }), {
    fix,
  });
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
