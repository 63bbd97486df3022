import type { en } from './en.ts';
import { accounts } from './fr/accounts.ts';
import { checks } from './fr/checks.ts';
import { cli } from './fr/cli.ts';
import { engine } from './fr/engine.ts';
import { explain } from './fr/explain.ts';
import { host } from './fr/host.ts';
import { preflight } from './fr/preflight.ts';
import { spec } from './fr/spec.ts';
import type { Same } from './messages.ts';

/** The French texts that any command may need: a key that is missing here does not compile. */
export const fr: Same<typeof en> = {
  ...accounts,
  ...checks,
  ...cli,
  ...engine,
  ...explain,
  ...host,
  ...preflight,
  ...spec,
};
