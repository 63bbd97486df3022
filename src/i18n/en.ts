import { accounts } from './en/accounts.ts';
import { checks } from './en/checks.ts';
import { cli } from './en/cli.ts';
import { engine } from './en/engine.ts';
import { explain } from './en/explain.ts';
import { host } from './en/host.ts';
import { preflight } from './en/preflight.ts';
import { spec } from './en/spec.ts';

/** The English texts that any command may need, by key. They are the model: the French catalogue has their type. */
export const en = {
  ...accounts,
  ...checks,
  ...cli,
  ...engine,
  ...explain,
  ...host,
  ...preflight,
  ...spec,
};
