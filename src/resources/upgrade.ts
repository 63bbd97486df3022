import type { Resource, Step } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Comparison } from './comparison.ts';
import { fileFact } from './file-fact.ts';
import { aptInstall } from './packages.ts';

/**
 * Newer packages of what is installed. The broker is stopped first, so that its database is whole and of the old
 * version; the way back puts the old packages in their place, and that database.
 */
export function compareUpgrade(wanted: Extract<Resource, { kind: 'upgrade' }>, facts: Facts): Comparison {
  const { id, names, from, to, debs, store } = wanted;
  const { ref, running, enabled } = facts.service;
  const found = store === null ? null : fileFact(facts, store);
  const step: Step = {
    id,
    kind: 'packages',
    verb: 'install',
    subject: `${names.join(' ')} (${from} → ${to})`,
    why: msg('engine.why.upgrade'),
    before: null,
    after: null,
    actions: [{ type: 'service', operation: 'stop', service: ref }, aptInstall(['--only-upgrade', ...names])],
    undo: [
      { type: 'service', service: ref, running, enabled },
      ...(store !== null && found?.kind === 'file'
        ? [
            {
              type: 'restore',
              path: store,
              owner: found.owner,
              group: found.group,
              mode: found.mode,
              written: null,
            } as const,
          ]
        : []),
      ...(debs.length > 0 ? [{ type: 'packages', debs, service: ref } as const] : []),
    ],
    notify: 'restart',
  };
  return { steps: [step], kept: [] };
}
