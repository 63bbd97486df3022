import { generationNumbers } from '../../engine/generations/store.ts';
import { parseFound } from '../../facts/records.ts';
import type { Facts, Opened, RecordsFact } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { stagedPath } from '../../resources/file.ts';
import type { Before } from './types.ts';

/**
 * Records what this run wrote and what the broker has loaded, for drift, `verify` and `uninstall`. The generation is
 * counted up; it is returned.
 */
export async function writeRecords(
  host: Host,
  before: Pick<Before, 'facts' | 'plan' | 'resources'>,
  after: Facts,
  made: readonly string[],
): Promise<number> {
  const { facts, plan, resources } = before;
  const old = facts.records;
  const isClaimed = old === null && plan.steps.length === 0;
  const written = Object.fromEntries(
    [
      ...Object.keys(old?.written ?? {}),
      ...plan.steps.flatMap((step) => (step.kind === 'file' && step.path ? [step.path] : [])),
      // Made by hand as declared, or by us before the records were lost: a plan with nothing to do takes it over.
      ...(isClaimed ? resources.flatMap((one) => (one.kind === 'file' ? [one.path] : [])) : []),
    ].flatMap((path) => {
      const found = after.files[path];
      // What was not looked at (our spec, where another one is given) is still ours; what somebody wrote behind a
      // step of ours is not.
      const hash = writtenBy(plan, path) ?? (found === undefined ? old?.written[path] : found.sha256) ?? null;
      return hash === null ? [] : [[path, hash] as const];
    }),
  );
  const changed = plan.steps.flatMap((step) =>
    step.kind === 'file' && step.path && (step.after !== null || step.says !== undefined) ? [step.path] : [],
  );
  const authored = Object.fromEntries(
    Object.entries(written).map(([path, hash]) => [
      path,
      changed.includes(path) ? hash : (old?.authored[path] ?? hash),
    ]),
  );
  const folders = plan.steps.flatMap((step) =>
    step.kind === 'directory' && step.verb === 'create' && step.path ? [step.path] : [],
  );
  if (isClaimed) folders.push(...resources.flatMap((one) => (one.kind === 'directory' ? [one.path] : [])));
  const opened = openedBy(plan, old?.opened ?? []);
  const records: RecordsFact = {
    written,
    authored,
    folders: [...new Set([...(old?.folders ?? []), ...made, ...folders])],
    loaded:
      after.service.started === null ? null : { started: after.service.started, files: loadedFiles(after) },
    ...(opened.length > 0 ? { opened } : {}),
    found: old?.found ?? (await foundEarlier(host, facts)) ?? foundNow(facts),
    // Records that were lost are no reason to give a number twice.
    generation:
      Math.max(old?.generation ?? 0, (await generationNumbers(host, after.layout.state)).at(-1) ?? 0) + 1,
  };
  await replaceFile(
    host,
    `${after.layout.state}/records.json`,
    `${JSON.stringify(records, null, 2)}\n`,
    facts.files[`${after.layout.state}/records.json`]?.sha256 ?? null,
  );
  return records.generation;
}

/** The ports that a firewall lets in because of us: what this run opened, without what it shut. */
function openedBy({ steps }: Before['plan'], before: readonly Opened[]): Opened[] {
  const undos = steps.flatMap(({ undo }) => undo.flatMap((one) => (one.type === 'firewall' ? [one] : [])));
  const touched = (one: Opened): boolean =>
    undos.some(({ tool, port }) => tool === one.tool && port === one.port);
  return [
    ...before.filter((one) => !touched(one)),
    ...undos.flatMap(({ tool, port, open }) => (open ? [] : [{ tool, port }])),
  ];
}

/** The hash of what this very run put there; null where it did not. */
function writtenBy({ steps }: Before['plan'], path: string): string | null {
  const undo = steps.find((step) => step.path === path)?.undo ?? [];
  return undo.flatMap((one) => ('written' in one && one.written !== null ? [one.written] : []))[0] ?? null;
}

function foundNow(facts: Facts): NonNullable<RecordsFact['found']> {
  return {
    installed: facts.packages === null ? facts.service.exists : facts.mosquitto.source === 'installed',
    running: facts.service.running,
    enabled: facts.service.enabled,
  };
}

const foundFile = (state: string): string => `${state}/found.json`;

/**
 * Before the first change to a machine: how its service was found. A run that is cut off after the package came leaves
 * a broker that Debian started, which the next run would otherwise take for the owner's.
 */
export async function noteFound(host: Host, facts: Facts): Promise<void> {
  const path = foundFile(facts.layout.state);
  if (facts.layout.mode === 'local' || facts.records !== null || (await host.stat(path)) !== null) return;
  await host.perform({
    type: 'write',
    path,
    content: `${JSON.stringify(foundNow(facts))}\n`,
    owner: null,
    group: null,
    mode: 0o600,
  });
}

/** The note has served: nothing of ours is left, or the package did not come after all. */
export async function forgetFound(host: Host, state: string): Promise<void> {
  await host.perform({ type: 'remove', path: foundFile(state) });
}

async function foundEarlier(host: Host, facts: Facts): Promise<RecordsFact['found']> {
  const read = await host.read(foundFile(facts.layout.state));
  return read.ok ? parseFound(read.data.toString('utf8')) : null;
}

/** Everything the broker reads, by hash. */
function loadedFiles({ layout, files, included }: Facts): Record<string, string> {
  const paths = [
    layout.mainConf,
    ...included.map((name) => `${layout.confDir}/${name}`),
    layout.passwd,
    layout.acl,
  ];
  return Object.fromEntries(
    paths.flatMap((path) => (files[path]?.sha256 ? [[path, files[path].sha256] as const] : [])),
  );
}

async function replaceFile(host: Host, path: string, content: string, expect: string | null): Promise<void> {
  const staged = stagedPath(path);
  await host.perform({ type: 'remove', path: staged });
  await host.perform({ type: 'write', path: staged, content, owner: null, group: null, mode: 0o600 });
  await host.perform({ type: 'rename', from: staged, to: path, expect });
}
