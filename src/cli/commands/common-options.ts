import { msg } from '../../i18n/messages.ts';
import type { OptionRow } from './types.ts';

/** Options that every command knows. Each environment variable has its flag: sudo drops the environment. */
export const commonOptions: OptionRow[] = [
  { flags: '--local <dir>', text: msg('cli.option.local') },
  { flags: '--spec <file>', text: msg('cli.option.spec') },
  { flags: '--cache <dir>', text: msg('cli.option.cache') },
  { flags: '-y, --yes', text: msg('cli.option.yes') },
  { flags: '--no-input', text: msg('cli.option.noInput') },
  { flags: '--dry-run', text: msg('cli.option.dryRun') },
  { flags: '--json', text: msg('cli.option.json') },
  { flags: '--json-lines', text: msg('cli.option.jsonLines') },
  { flags: '--quiet', text: msg('cli.option.quiet') },
  { flags: '--lang <language>', text: msg('cli.option.lang') },
  { flags: '--color <when>', text: msg('cli.option.color') },
  { flags: '-v, --verbose', text: msg('cli.option.verbose') },
  { flags: '--explain', text: msg('cli.option.explain') },
  { flags: '--step', text: msg('cli.option.step') },
  { flags: '--debug', text: msg('cli.option.debug') },
];
