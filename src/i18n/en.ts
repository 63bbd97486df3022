import { accounts } from './en/accounts.ts';
import { checks } from './en/checks.ts';
import { cli } from './en/cli.ts';
import { engine } from './en/engine.ts';
import { explain } from './en/explain.ts';
import { host } from './en/host.ts';
import { lint } from './en/lint.ts';
import { lintFiles } from './en/lint-files.ts';
import { preflight } from './en/preflight.ts';
import { spec } from './en/spec.ts';

/** Every English text, by key. It is the model: the French catalogue has its type. */
export const en = {
  ...accounts,
  ...checks,
  ...cli,
  ...engine,
  ...explain,
  ...host,
  ...lint,
  ...lintFiles,
  ...preflight,
  ...spec,
};
