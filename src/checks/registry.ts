import { accessRead } from './access-read.ts';
import { accessWrite } from './access-write.ts';
import { authAnonymous } from './auth-anonymous.ts';
import { authEmptyPassword } from './auth-empty-password.ts';
import { authUnknownUser } from './auth-unknown-user.ts';
import { authWrongPassword } from './auth-wrong-password.ts';
import { configAnonymous } from './config-anonymous.ts';
import { configOverride } from './config-override.ts';
import { connectReach } from './connect-reach.ts';
import { filesMode } from './files-mode.ts';
import { filesWritten } from './files-written.ts';
import { messagesQos } from './messages-qos.ts';
import { messagesRetained } from './messages-retained.ts';
import { serviceActive } from './service-active.ts';
import { serviceEnabled } from './service-enabled.ts';
import { serviceLoaded } from './service-loaded.ts';
import { socketsDeclared } from './sockets-declared.ts';
import type { Check } from './types.ts';

/** Every check, in the order of the report. A new check is one file and one row here. */
export const checks: readonly Check[] = [
  serviceActive,
  serviceEnabled,
  serviceLoaded,
  configAnonymous,
  configOverride,
  filesMode,
  filesWritten,
  socketsDeclared,
  connectReach,
  authAnonymous,
  authWrongPassword,
  authUnknownUser,
  authEmptyPassword,
  messagesQos(0),
  messagesQos(1),
  messagesQos(2),
  messagesRetained,
  accessWrite,
  accessRead,
];
