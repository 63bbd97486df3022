import { bridgesRunning } from './bridges-running.ts';
import { configuration } from './configuration.ts';
import { connections } from './connections.ts';
import { files } from './files.ts';
import { healthy } from './healthy.ts';
import { listeners } from './listeners.ts';
import { logins } from './logins.ts';
import { notices } from './notices.ts';
import { pluginsAndBridges } from './plugins-and-bridges.ts';
import { reloads } from './reloads.ts';
import { rights } from './rights.ts';
import { saving } from './saving.ts';
import { storage } from './storage.ts';
import { tls } from './tls.ts';
import { tlsClients } from './tls-clients.ts';
import type { Recipe } from './types.ts';

/** Every broken broker; register a new family here. */
export const recipes: readonly Recipe[] = [
  ...healthy,
  ...configuration,
  ...files,
  ...listeners,
  ...tls,
  ...pluginsAndBridges,
  ...storage,
  ...logins,
  ...connections,
  ...tlsClients,
  ...rights,
  ...reloads,
  ...bridgesRunning,
  ...saving,
  ...notices,
];
