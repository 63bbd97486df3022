import type { options as english } from '../en/options.ts';
import type { SameTexts } from '../option-text.ts';
import { bridges } from './options/bridges.ts';
import { general } from './options/general.ts';
import { limits } from './options/limits.ts';
import { listeners } from './options/listeners.ts';
import { persistence } from './options/persistence.ts';
import { plugins } from './options/plugins.ts';
import { security } from './options/security.ts';
import { tls } from './options/tls.ts';

/** The same in French. */
export const options: SameTexts<typeof english> = {
  ...general,
  ...listeners,
  ...security,
  ...tls,
  ...limits,
  ...persistence,
  ...plugins,
  ...bridges,
};
