import * as z from 'zod';
import { exportUsers, importUsers, listUsers, roles } from './accounts.ts';
import { adopt } from './adopt.ts';
import { audit } from './audit.ts';
import { can } from './can.ts';
import { converged, plan, uninstall } from './changes.ts';
import { verify } from './checks.ts';
import { failure } from './common.ts';
import { doctor } from './doctor.ts';
import { backup, confirm, diff, history, recover, rehearse, upgrade } from './generations.ts';
import { completion, explain, guide, lesson, man, schema, version } from './help.ts';
import { check } from './lint.ts';
import { map } from './map.ts';
import { logs, service, status } from './service.ts';
import { bundle, tls } from './tls.ts';

/** What commands print with --json: a new command, or a new form of an answer, is registered here. */
const answers: Readonly<Record<string, readonly z.ZodType[]>> = {
  install: converged('install'),
  plan: [plan('plan')],
  apply: converged('apply'),
  verify,
  check,
  doctor,
  audit: [audit],
  tls,
  adopt: [adopt, ...converged('adopt')],
  uninstall: [uninstall],
  history: [history],
  diff: [diff],
  rollback: converged('rollback'),
  upgrade: converged('upgrade', { upgrade }),
  backup: [backup],
  restore: converged('restore'),
  confirm: [confirm],
  recover: [recover],
  rehearse: [rehearse],
  'add-user': converged('add-user', { bundle: bundle.optional() }),
  'remove-user': converged('remove-user'),
  'set-password': converged('set-password'),
  'list-users': [listUsers],
  'import-users': importUsers,
  'export-users': [exportUsers],
  roles: [roles],
  can,
  map: [map],
  status: [status],
  start: service('start'),
  stop: service('stop'),
  restart: service('restart'),
  logs: [logs],
  guide: [guide],
  lesson: [lesson],
  explain,
  schema: [schema],
  version: [version],
  completion: [completion],
  man: [man],
  error: [],
};

/** Commands whose output has a schema, and `error`, which is what any of them prints where it fails. */
export const outputNames = Object.keys(answers);

/**
 * The JSON Schema (draft 2020-12) of what a command prints with --json; null where there is none of that name. It
 * allows keys that a later version may add; with `closed` it does not.
 */
export function outputSchema(name: string, extent: 'open' | 'closed' = 'open'): object | null {
  const forms = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (forms === undefined) return null;
  const { $schema, ...schema } = z.toJSONSchema(z.union([...forms, failure]), {
    io: extent === 'open' ? 'input' : 'output',
  });
  return {
    $schema,
    $id: `urn:mqtt-setup:output:${name}:1`,
    title: name === 'error' ? 'mqtt-setup … --json, where it fails' : `mqtt-setup ${name} --json`,
    ...schema,
  };
}
