import { resolve } from 'node:path';
import { exitCodes, fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { mapDot } from '../../map/dot.ts';
import { mapMermaid } from '../../map/mermaid.ts';
import { type StarMap, starMap } from '../../map/model.ts';
import { drawingOf, type Limits } from '../../map/sides.ts';
import { mapSvg } from '../../map/svg.ts';
import { mapText } from '../../map/text.ts';
import { filterFault } from '../../mosquitto/access/question.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../../spec/suggest.ts';
import type { Account } from '../../spec/types.ts';
import { mapFormats } from '../completion/values.ts';
import { type Call, textOption } from '../context.ts';
import { demandTopic } from '../flow/can-question.ts';
import { declaredHere } from '../flow/declared.ts';
import { writeSecrets } from '../flow/hand-over.ts';
import { layoutOf } from '../flow/layout.ts';

type Format = (typeof mapFormats)[number];

/** So much of a map is drawn: on a screen of any width, and in an SVG of less than 50 KB. */
const limits: Limits = { branches: 16, topics: 4, label: 36 };

/** Who publishes where and who reads where, of what is declared: on the screen, or in a new file. Changes nothing. */
export async function run(call: Call): Promise<number> {
  const { options, out, t } = call;
  const path = textOption(options, 'out');
  const format = formatOf(call, path);
  const topic = textOption(options, 'topic') ?? null;
  if (topic !== null) demandTopic(topic, filterFault(topic));
  const layout = layoutOf(call);
  const { spec, accounts } = await declaredHere(call);
  if (spec === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  const user = textOption(options, 'user') ?? null;
  demandAccount(user, accounts);
  const map = starMap(spec, accounts, { user, topic });
  const file = path === undefined ? null : resolve(path);
  if (file !== null)
    await writeSecrets(call.host, { path: file, content: new Hidden(`${drawn(map, format, call)}\n`) });
  if (call.json) out.result(JSON.stringify(json(call, map, file), null, 2));
  else if (file !== null) out.note(t(msg('map.written', { file })));
  else out.result(drawn(map, format, call));
  return exitCodes.ok;
}

function formatOf({ options }: Call, path: string | undefined): Format {
  const value = textOption(options, 'format') ?? byEnding(path ?? '');
  const format = mapFormats.find((known) => known === value);
  if (format === undefined) throw fail('usage', msg('map.usage.format', { value }));
  return format;
}

function byEnding(path: string): Format {
  if (path.endsWith('.svg')) return 'svg';
  if (/\.(?:mmd|mermaid)$/.test(path)) return 'mermaid';
  return /\.(?:dot|gv)$/.test(path) ? 'dot' : 'text';
}

function demandAccount(user: string | null, accounts: readonly Account[]): void {
  const names = accounts.map(({ name }) => name);
  if (user === null || names.includes(user)) return;
  const near = nearest(user, names);
  const fix = near === null ? {} : { fix: msg('cli.usage.didYouMean', { word: near }) };
  throw fail('usage', msg('can.usage.user', { name: shown(user) }), fix);
}

function drawn(map: StarMap, format: Format, { t, style }: Call): string {
  const drawing = drawingOf(map, t, limits, format !== 'text' || style.unicode);
  if (format === 'svg') return mapSvg(drawing);
  if (format === 'mermaid') return mapMermaid(drawing);
  if (format === 'dot') return mapDot(drawing);
  if (map.people.length + map.bridges.length === 0) return t(msg('map.nobody'));
  const heads = [t(msg('map.publishes')), t(msg('map.bridges')), t(msg('map.reads'))] as const;
  return mapText(drawing, heads, style);
}

function json({ command }: Call, { listeners, ...map }: StarMap, file: string | null): object {
  return { schemaVersion: 1, command, ok: true, file, broker: { listeners }, ...map };
}
