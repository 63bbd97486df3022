import { accessRead } from './access-read.ts';
import { accessTests } from './access-tests.ts';
import { accessWrite } from './access-write.ts';
import { authAnonymous } from './auth-anonymous.ts';
import { authEmptyPassword } from './auth-empty-password.ts';
import { authUnknownUser } from './auth-unknown-user.ts';
import { authWrongPassword } from './auth-wrong-password.ts';
import { configAnonymous } from './config-anonymous.ts';
import { configOverride } from './config-override.ts';
import { connectBridges } from './connect-bridges.ts';
import { connectReach } from './connect-reach.ts';
import { filesMode } from './files-mode.ts';
import { filesWritten } from './files-written.ts';
import { messagesBridges } from './messages-bridges.ts';
import { messagesLarge } from './messages-large.ts';
import { messagesProperties } from './messages-properties.ts';
import { messagesQos } from './messages-qos.ts';
import { messagesRetained } from './messages-retained.ts';
import { messagesSession } from './messages-session.ts';
import { messagesWill } from './messages-will.ts';
import { persistenceRestart } from './persistence-restart.ts';
import { persistenceSaved } from './persistence-saved.ts';
import { resourcesClock } from './resources-clock.ts';
import { resourcesDescriptors } from './resources-descriptors.ts';
import { resourcesSpace } from './resources-space.ts';
import { serviceActive } from './service-active.ts';
import { serviceEnabled } from './service-enabled.ts';
import { serviceLoaded } from './service-loaded.ts';
import { serviceRestarts } from './service-restarts.ts';
import { serviceSurvives } from './service-survives.ts';
import { socketsDeclared } from './sockets-declared.ts';
import { tlsCertificate } from './tls-certificate.ts';
import { tlsClients } from './tls-clients.ts';
import { tlsDevices } from './tls-devices.ts';
import { tlsExpiry } from './tls-expiry.ts';
import { tlsProtocols } from './tls-protocols.ts';
import type { Check } from './types.ts';

/** Every check, in the order of the report. A new check is one file and one row here. */
export const checks: readonly Check[] = [
  serviceActive,
  serviceEnabled,
  serviceLoaded,
  serviceRestarts,
  serviceSurvives,
  configAnonymous,
  configOverride,
  filesMode,
  filesWritten,
  socketsDeclared,
  connectReach,
  connectBridges,
  tlsCertificate,
  tlsExpiry,
  tlsClients,
  tlsProtocols,
  tlsDevices,
  authAnonymous,
  authWrongPassword,
  authUnknownUser,
  authEmptyPassword,
  messagesQos(0),
  messagesQos(1),
  messagesQos(2),
  messagesRetained,
  messagesWill,
  messagesSession,
  messagesProperties,
  messagesLarge,
  messagesBridges,
  accessWrite,
  accessRead,
  accessTests,
  persistenceSaved,
  persistenceRestart,
  resourcesDescriptors,
  resourcesSpace,
  resourcesClock,
];
