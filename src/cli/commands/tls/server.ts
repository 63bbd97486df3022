import { fail } from '../../../errors.ts';
import { msg } from '../../../i18n/messages.ts';
import { shown } from '../../../shown.ts';
import { loadSpec } from '../../../spec/load.ts';
import { mqttsPort } from '../../../spec/profiles.ts';
import { isServerName } from '../../../spec/server-names.ts';
import { setInSpec } from '../../../spec/set-in.ts';
import { type Call, listOption } from '../../context.ts';
import { layoutOf, specIsOurs } from '../../flow/layout.ts';
import { change } from './change.ts';
import { printStatus } from './status.ts';

/** A new certificate for the broker, with these names beside those that it has; and a listener that shows it. */
export async function run(call: Call): Promise<number> {
  const names = listOption(call.options, 'name');
  for (const name of names)
    if (!isServerName(name)) throw fail('usage', msg('spec.tls.name', { value: shown(name) }));
  const code = await change(call, {
    tls: { newServer: true },
    edit: (text, file) => {
      const edited = withNames(text, file, names);
      if (edited !== text && !specIsOurs(call))
        throw fail('usage', msg('cli.spec.flagsAndFile', { file }), {
          fix: msg('cli.spec.editFile', { file }),
        });
      return edited;
    },
    isConsent: false,
  });
  if (code === 0 && !call.json && call.options['dryRun'] !== true) await printStatus(call, layoutOf(call));
  return code;
}

function withNames(text: string, file: string, names: readonly string[]): string {
  const { listeners, certificates } = loadSpec(text, file);
  const all = [...new Set([...certificates.names, ...names.map((name) => name.toLowerCase())])];
  const hasOne = listeners.some(({ tls }) => tls?.from === 'own');
  const isSaid = /^\s*listeners\s*:/m.test(text) || /[{,]\s*listeners\s*:/.test(text);
  return setInSpec(text, [
    ...(all.length === certificates.names.length ? [] : [{ path: ['certificates', 'names'], value: all }]),
    ...(hasOne
      ? []
      : isSaid
        ? [{ path: ['listeners', listeners.length], value: { name: 'mqtts', port: mqttsPort, tls: 'own' } }]
        : [
            {
              path: ['listeners'],
              value: [
                ...listeners.map(({ name, port, bind }) => ({ name, port, bind })),
                { name: 'mqtts', port: mqttsPort, tls: 'own' },
              ],
            },
          ]),
  ]);
}
