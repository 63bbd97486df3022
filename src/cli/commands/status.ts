import { exitCodes } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, selfFor } from '../context.ts';
import { type Declared, declaredIn } from '../flow/declared.ts';
import { layoutOf, whichBroker } from '../flow/layout.ts';
import { listenerUrls } from '../flow/urls.ts';

/** What runs, where it listens, and what comes next. 0 where the broker runs, 1 where it does not. */
export async function run(call: Call): Promise<number> {
  const facts = await gather(call.host, layoutOf(call));
  const declared = readable(facts);
  const { service, mosquitto } = facts;
  const listeners = declared?.spec ? listenerUrls(facts, declared.spec) : [];
  if (call.json) {
    const { running, enabled, pid, state } = service;
    const users = declared === null ? null : declared.accounts.length;
    const body = {
      schemaVersion: 1,
      command: call.command,
      ok: running,
      running,
      enabled,
      pid,
      state,
      version: mosquitto.binary === null ? null : mosquitto.version,
      listeners,
      users,
    };
    call.out.result(JSON.stringify(body, null, 2));
  } else call.out.prose(inWords(call, facts, declared, listeners));
  return service.running ? exitCodes.ok : exitCodes.no;
}

/** An ordinary user may not see accounts and passwords: then the rest is shown. */
function readable(facts: Facts): Declared | null {
  const { accounts, passwd, probe } = facts.layout;
  return [accounts, passwd, probe].some((path) => facts.files[path]?.kind === 'unreadable')
    ? null
    : declaredIn(facts, msg('cli.sudo'));
}

function inWords(
  call: Call,
  { service, mosquitto, layout }: Facts,
  declared: Declared | null,
  listeners: { url: string }[],
): string {
  const { t, style } = call;
  const mark = service.running
    ? style.green(style.unicode ? '✔' : '[ok]')
    : style.red(style.unicode ? '✖' : '[fail]');
  const state = service.running
    ? msg('cli.service.running', { pid: service.pid ?? 0 })
    : msg('cli.service.stopped');
  const version =
    mosquitto.version === null || mosquitto.binary === null ? [] : [`  mosquitto ${mosquitto.version}`];
  const boot =
    service.enabled === null
      ? []
      : [`  ${t(service.enabled ? msg('cli.status.enabled') : msg('cli.status.disabled'))}`];
  const suffix = whichBroker(call, layout);
  const next = service.running ? 'verify' : declared?.spec ? 'start' : 'install';
  return [
    `${mark} ${t(state)}`,
    ...version,
    ...boot,
    ...listeners.map(({ url }) => `  ${url}`),
    ...(declared === null
      ? [`  ${t(msg('cli.status.rootSeesMore'))}`]
      : [`  ${t(msg('cli.status.users', { count: declared.accounts.length }))}`]),
    style.dim(`  ${t(msg('cli.card.next'))} ${selfFor(call, layout.mode)} ${next}${suffix}`),
  ].join('\n');
}
