import type { OptionName } from '../../mosquitto/options/registry.ts';
import type { OptionText } from '../option-text.ts';
import { bridges } from './options/bridges.ts';
import { general } from './options/general.ts';
import { limits } from './options/limits.ts';
import { listeners } from './options/listeners.ts';
import { persistence } from './options/persistence.ts';
import { plugins } from './options/plugins.ts';
import { security } from './options/security.ts';
import { tls } from './options/tls.ts';

/** Every option of mosquitto.conf in words. Large, and loaded only where options are explained. */
export const options = {
  ...general,
  ...listeners,
  ...security,
  ...tls,
  ...limits,
  ...persistence,
  ...plugins,
  ...bridges,
} satisfies Record<OptionName, OptionText>;
