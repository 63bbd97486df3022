import type { Consequences, Price } from '../access/consequences.ts';
import { groupPermissions, type PermissionGroup } from '../access/permissions.ts';
import { type Message, msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** So many sentences and names are shown; of the rest the number. */
const mostGroups = 20;
const mostNames = 5;

/** What a plan means for people: who may do more, who less, who is disconnected. Empty where nothing changes for anybody. */
export function renderConsequences(
  { permissions, disconnects, price }: Consequences,
  t: Translate,
  style: Style,
): string {
  const groups = groupPermissions(permissions);
  const sentences = groups.slice(0, mostGroups).map((group) => sentence(group, t, style));
  const rest = groups.length - mostGroups;
  const interruption = interruptionText(disconnects);
  return [
    ...(groups.length === 0 ? [] : [style.bold(t(msg('access.title'))), ...sentences]),
    ...(rest > 0 ? [`  ${t(msg('access.rest', { count: rest }))}`] : []),
    ...(interruption === null ? [] : [t(interruption)]),
    ...(price === null ? [] : priceLines(price, t)),
  ].join('\n');
}

function sentence({ topic, access, gained, users }: PermissionGroup, t: Translate, style: Style): string {
  const names = users.map((user) => user ?? t(msg('access.nobody')));
  const who = names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} …` : names.join(', ');
  const params = { count: users.length, who: printable(who), action: access, topic: printable(topic) };
  return gained
    ? `  ${style.yellow('+')} ${t(msg('access.more', params))}`
    : `  ${style.yellow('-')} ${t(msg('access.fewer', params))}`;
}

function priceLines({ clients, offline, messages, saved, keeps }: Price, t: Translate): string[] {
  const numbers = t(msg('access.price', { clients, offline, messages }));
  if (!keeps) return [numbers, t(msg('access.priceLost'))];
  return saved === null ? [numbers] : [numbers, t(msg('access.priceSaved', { saved }))];
}

function interruptionText(disconnects: Consequences['disconnects']): Message | null {
  if (disconnects === null) return null;
  if (disconnects === 'everybody') return msg('access.restart');
  if (disconnects.length === 0) return msg('access.reloadNobody');
  const names = disconnects.length > mostNames ? [...disconnects.slice(0, mostNames), '…'] : disconnects;
  return msg('access.reload', { names: names.join(', ') });
}
