import { doctorCommand } from './doctor/command.ts';
import { saidAccounts } from './doctor/said-accounts.ts';
import { saidConfiguration } from './doctor/said-configuration.ts';
import { saidConnections } from './doctor/said-connections.ts';
import { saidMachine } from './doctor/said-machine.ts';
import { saidSystemd } from './doctor/said-systemd.ts';
import { saidTls } from './doctor/said-tls.ts';
import { doctorSeen } from './doctor/seen.ts';
import { doctorWhy } from './doctor/why.ts';

/** The texts of `doctor`, one file a family of causes. */
export const doctor = {
  ...doctorCommand,
  ...saidConfiguration,
  ...saidAccounts,
  ...saidMachine,
  ...saidTls,
  ...saidSystemd,
  ...saidConnections,
  ...doctorSeen,
  ...doctorWhy,
};
