import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';

type Action = (call: Call, word: string | undefined) => Promise<number>;

/** What `tls` can do, and whether it takes a word behind it. */
export const actions: Readonly<
  Record<string, { takes: 'nothing' | 'name'; load: () => Promise<{ run: Action }> }>
> = {
  init: { takes: 'nothing', load: () => import('./tls/init.ts') },
  server: { takes: 'nothing', load: () => import('./tls/server.ts') },
  client: { takes: 'name', load: () => import('./tls/client.ts') },
  renew: { takes: 'nothing', load: () => import('./tls/renew.ts') },
  revoke: { takes: 'name', load: () => import('./tls/revoke.ts') },
  status: { takes: 'nothing', load: () => import('./tls/status.ts') },
};

/** Certificates: our own CA, what it signs, and what is shown. */
export async function run(call: Call): Promise<number> {
  const [name = 'status', word] = call.args;
  const names = Object.keys(actions);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    const near = nearest(name, names);
    const rest = near === null ? {} : { fix: msg('cli.usage.didYouMean', { word: near }) };
    throw fail('usage', msg('tls.action.unknown', { name, names: names.join(', ') }), rest);
  }
  if (action.takes === 'name' && word === undefined)
    throw fail('usage', msg('cli.usage.missingArgument', { name: 'name' }), {
      fix: msg('cli.usage.seeHelp', { command: 'mqtt-setup tls' }),
    });
  if (action.takes === 'nothing' && word !== undefined)
    throw fail('usage', msg('cli.usage.excess', { words: word }));
  demandOwnOptions(call, name);
  const { run: act } = await action.load();
  return act(call, word);
}

/** An option of another action would be typed in vain. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  force: ['init', 'renew'],
  name: ['server'],
  out: ['client'],
  p12: ['client'],
};

function demandOwnOptions({ options }: Call, action: string): void {
  for (const [option, allowed] of Object.entries(optionsOf)) {
    const value = textOption(options, option) ?? options[option];
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    if (isGiven && !allowed.includes(action))
      throw fail('usage', msg('tls.action.option', { option: `--${option}`, actions: allowed.join(', ') }));
  }
}
