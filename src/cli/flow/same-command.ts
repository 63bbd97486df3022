import type { Layout } from '../../distros/layout.ts';
import type { SpecChanges } from '../../spec/flags.ts';
import { type Call, listOption, selfFor, textOption } from '../context.ts';
import { quoted } from './command-line.ts';
import { whichBroker } from './layout.ts';

/** Flags of `install` with one value, with several, and with none. */
const single = {
  '--cert': 'cert',
  '--key': 'key',
  '--ca': 'ca',
  '--email': 'email',
  '--acme-server': 'acmeServer',
  '--ca-passphrase-file': 'caPassphraseFile',
  '--message': 'message',
};
const several = { '--name': 'name', '--domain': 'domain' };
const switches = { '--acme': 'acme', '--firewall': 'firewall', '--overwrite-drift': 'overwriteDrift' };

/** What was answered, as the command that asks nothing. A password that was typed is to come from a file. */
export function sameCommand(
  call: Call,
  layout: Layout,
  { profile, port, bind = [] }: SpecChanges,
  { name, isTyped }: { name: string; isTyped: boolean },
): string {
  const { options } = call;
  const words = [
    ...(profile === undefined ? [] : ['--profile', profile]),
    '--user',
    name,
    ...passwordWords(call, isTyped),
    ...(port === undefined ? [] : ['--port', `${port}`]),
    ...[bind].flat().flatMap((address) => ['--bind', address]),
    ...Object.entries(single).flatMap(([flag, name]) => {
      const value = textOption(options, name);
      return value === undefined ? [] : [flag, value];
    }),
    ...Object.entries(several).flatMap(([flag, name]) =>
      listOption(options, name).flatMap((value) => [flag, value]),
    ),
    ...Object.entries(switches).flatMap(([flag, name]) => (options[name] === true ? [flag] : [])),
    '--yes',
  ];
  return `${selfFor(call, layout.mode)} install ${words.map(quoted).join(' ')}${whichBroker(call, layout)}`;
}

function passwordWords({ options }: Call, isTyped: boolean): string[] {
  const [file, variable] = [textOption(options, 'passwordFile'), textOption(options, 'passwordEnv')];
  if (file !== undefined) return ['--password-file', file];
  if (variable !== undefined) return ['--password-env', variable];
  return isTyped ? ['--password-file', 'secret.txt'] : ['--generate'];
}
