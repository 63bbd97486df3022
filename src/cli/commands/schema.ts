import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { specTexts } from '../../i18n/spec-texts.ts';
import { outputNames, outputSchema } from '../../report/schemas/outputs.ts';
import { describedSpecSchema } from '../../spec/json-schema/described.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';

/**
 * The JSON Schema of broker.yaml, or with --output that of what a command prints with --json. It is for machines, so
 * that it is English; but an editor shows its words to a person, who may ask for them in French with --lang.
 */
export async function run(call: Call): Promise<number> {
  const { out, command, json } = call;
  const output = textOption(call.options, 'output');
  const name = output ?? 'broker.yaml';
  const schema = output === undefined ? await specSchema(call) : outputSchemaOf(output);
  const printed = json ? { schemaVersion: 1, command, ok: true, name, schema } : schema;
  out.result(JSON.stringify(printed, null, 2));
  return exitCodes.ok;
}

async function specSchema({ json, language, options }: Call): Promise<object> {
  const asked = !json && textOption(options, 'lang') !== undefined;
  return describedSpecSchema(await specTexts(asked ? language : 'en'));
}

function outputSchemaOf(name: string): object {
  const schema = outputSchema(name);
  if (schema !== null) return schema;
  const word = nearest(name, outputNames);
  const fix =
    word === null
      ? msg('cli.schema.known', { names: outputNames.join(', ') })
      : msg('cli.usage.didYouMean', { word });
  throw fail('usage', msg('cli.schema.unknown', { name }), { fix });
}
