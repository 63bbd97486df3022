import { access } from './en/access.ts';
import { accounts } from './en/accounts.ts';
import { answers } from './en/answers.ts';
import { backup } from './en/backup.ts';
import { can } from './en/can.ts';
import { checks } from './en/checks.ts';
import { cli } from './en/cli.ts';
import { completion } from './en/completion.ts';
import { conf } from './en/conf.ts';
import { confirm } from './en/confirm.ts';
import { engine } from './en/engine.ts';
import { explain } from './en/explain.ts';
import { explainOwn } from './en/explain-own.ts';
import { generations } from './en/generations.ts';
import { guideCommand } from './en/guide-command.ts';
import { host } from './en/host.ts';
import { man } from './en/man.ts';
import { map } from './en/map.ts';
import { preflight } from './en/preflight.ts';
import { rehearsal } from './en/rehearsal.ts';
import { shadow } from './en/shadow.ts';
import { spec } from './en/spec.ts';
import { status } from './en/status.ts';
import { tls } from './en/tls.ts';
import { upgrade } from './en/upgrade.ts';
import { users } from './en/users.ts';
import { joined } from './joined.ts';

/** The English texts that any command may need, by key. They are the model: the French catalogue has their type. */
export const en = joined(
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
