import type { en } from './en.ts';
import { access } from './fr/access.ts';
import { accounts } from './fr/accounts.ts';
import { answers } from './fr/answers.ts';
import { backup } from './fr/backup.ts';
import { can } from './fr/can.ts';
import { checks } from './fr/checks.ts';
import { cli } from './fr/cli.ts';
import { completion } from './fr/completion.ts';
import { conf } from './fr/conf.ts';
import { confirm } from './fr/confirm.ts';
import { engine } from './fr/engine.ts';
import { explain } from './fr/explain.ts';
import { explainOwn } from './fr/explain-own.ts';
import { generations } from './fr/generations.ts';
import { guideCommand } from './fr/guide-command.ts';
import { host } from './fr/host.ts';
import { man } from './fr/man.ts';
import { map } from './fr/map.ts';
import { preflight } from './fr/preflight.ts';
import { rehearsal } from './fr/rehearsal.ts';
import { shadow } from './fr/shadow.ts';
import { spec } from './fr/spec.ts';
import { status } from './fr/status.ts';
import { tls } from './fr/tls.ts';
import { upgrade } from './fr/upgrade.ts';
import { users } from './fr/users.ts';
import { joined } from './joined.ts';
import type { Same } from './messages.ts';

/** The French texts that any command may need: a key that is missing here does not compile. */
export const fr: Same<typeof en> = joined(
  access,
  accounts,
  answers,
  backup,
  can,
  checks,
  cli,
  completion,
  conf,
  confirm,
  engine,
  explain,
  explainOwn,
  generations,
  guideCommand,
  host,
  man,
  map,
  preflight,
  rehearsal,
  shadow,
  spec,
  status,
  tls,
  upgrade,
  users,
);
