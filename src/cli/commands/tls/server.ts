import { fail } from '../../../errors.ts';
import { msg } from '../../../i18n/messages.ts';
import { shown } from '../../../shown.ts';
import { withServerNames } from '../../../spec/edit-tls.ts';
import { isServerName } from '../../../spec/server-names.ts';
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
      const edited = withServerNames(text, file, names);
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
