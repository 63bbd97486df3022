import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { brokerFiles } from './broker-files.ts';
import type { Check, CheckResult } from './types.ts';

/** The start of a process is known to a few hundredths of a second: later by less proves nothing. */
const clockSlackMs = 100;

/** What the broker runs with is what stands on disk: a later restart would change nothing. */
export const serviceLoaded: Check = {
  id: 'service.loaded',
  group: 'service',
  severity: 'high',
  title: msg('checks.service-loaded.title'),
  needs: ['machine'],
  async run({ facts }) {
    if (facts === null || !facts.service.running || facts.service.started === null) {
      return { status: 'skip', message: msg('checks.service-loaded.stopped') };
    }
    const loaded = facts.records?.loaded;
    return loaded?.started === facts.service.started
      ? compareContents(facts, loaded.files)
      : compareTimes(facts, facts.service.startedMs);
  },
};

/** We saw this process load these files: their hashes must still be the same, none more and none fewer. */
function compareContents(facts: Facts, loaded: Record<string, string>): CheckResult {
  const present = brokerFiles(facts).filter(({ fact }) => fact !== undefined && fact.kind !== 'missing');
  const unread = present.filter(({ fact }) => fact?.sha256 === null).map(({ path }) => path);
  const changed = present
    .filter(({ path, fact }) => fact?.sha256 !== null && fact?.sha256 !== loaded[path])
    .map(({ path }) => (path in loaded ? `${path}: changed` : `${path}: new`));
  const gone = Object.keys(loaded)
    .filter((path) => !present.some((one) => one.path === path))
    .map((path) => `${path}: gone`);
  return verdict([...changed, ...gone], unread);
}

/** Another process than the one we know: every file must be older than it. */
function compareTimes(facts: Facts, startedMs: number | null): CheckResult {
  if (startedMs === null) return { status: 'skip', message: msg('checks.service-loaded.stopped') };
  const changed = brokerFiles(facts)
    .filter(
      ({ fact }) => fact !== undefined && fact.kind !== 'missing' && fact.ctimeMs > startedMs + clockSlackMs,
    )
    .map(
      ({ path, fact }) =>
        `${path}: changed ${new Date(fact?.ctimeMs ?? 0).toISOString()}, broker started ${new Date(startedMs).toISOString()}`,
    );
  return verdict(changed, []);
}

function verdict(changed: string[], unread: string[]): CheckResult {
  if (changed.length > 0) {
    return {
      status: 'fail',
      message: msg('checks.service-loaded.fail'),
      evidence: changed,
      fix: msg('checks.service-loaded.fix'),
    };
  }
  if (unread.length > 0) return { status: 'skip', message: msg('checks.files.unreadable'), evidence: unread };
  return { status: 'pass', message: msg('checks.service-loaded.pass') };
}
