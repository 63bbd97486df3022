import type { Notify, Resource, Step } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { type Message, msg } from '../i18n/messages.ts';
import type { Comparison } from './comparison.ts';

type Service = Extract<Resource, { kind: 'service' }>;

/**
 * The service as it should be, after all other steps. `notify` is the strongest thing that their changes ask of it, so
 * that many changes cost one reload or one restart.
 */
export function compareService(wanted: Service, facts: Facts, changes: Notify | null): Comparison {
  const notify = changes ?? notLoaded(facts);
  const found = facts.service;
  const steps: Step[] = [];
  const result: Comparison = { steps, kept: [] };
  const step = (
    verb: Extract<Step['verb'], 'start' | 'restart' | 'reload' | 'stop' | 'enable' | 'disable'>,
    why: Message,
  ): Step => ({
    id: `${wanted.id}.${verb}`,
    kind: wanted.kind,
    verb,
    subject: wanted.service.init === 'systemd' ? wanted.service.unit : 'mosquitto',
    why,
    before: found.state,
    after: null,
    actions: [{ type: 'service', operation: verb, service: wanted.service }],
    undo: [{ type: 'service', service: wanted.service, running: found.running, enabled: found.enabled }],
    notify: null,
  });
  if (wanted.enabled === true && found.enabled !== true) steps.push(step('enable', msg('engine.why.enable')));
  if (wanted.enabled === false && found.enabled === true)
    steps.push(step('disable', msg('engine.why.disable')));
  if (!wanted.running) {
    if (found.running) steps.push(step('stop', msg('engine.why.stop')));
  } else if (!found.exists) {
    // The package starts the broker with Debian's own configuration: ours is seen only after a restart.
    steps.push(step(wanted.service.init === 'none' ? 'start' : 'restart', msg('engine.why.firstStart')));
  } else if (!found.running) {
    steps.push(step('start', msg('engine.why.start', { state: found.state })));
  } else if (notify !== null) {
    steps.push(step(notify, notify === 'restart' ? msg('engine.why.restart') : msg('engine.why.reload')));
  }
  if (steps.length === 0) {
    result.kept.push({
      id: wanted.id,
      reason: msg('engine.same.service', { state: found.state, pid: found.pid ?? 0 }),
    });
  }
  return result;
}

/** What the broker that runs has not seen of our files: somebody changed them, and that was kept. */
function notLoaded({ layout, files, records, service }: Facts): Notify | null {
  const loaded = records?.loaded;
  if (loaded === null || loaded === undefined || loaded.started !== service.started) return null;
  const isOther = (path: string): boolean => {
    const now = files[path]?.sha256;
    return typeof now === 'string' && loaded.files[path] !== undefined && loaded.files[path] !== now;
  };
  if (isOther(layout.conf)) return 'restart';
  return isOther(layout.passwd) || isOther(layout.acl) ? 'reload' : null;
}
