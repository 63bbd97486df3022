import type { Facts, RecordsFact } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { stagedPath } from '../../resources/file.ts';
import type { Before } from './converge.ts';

/**
 * Records what this run wrote and what the broker has loaded, for drift, `verify` and `uninstall`. The generation is
 * counted up; it is returned.
 */
export async function writeRecords(
  host: Host,
  before: Pick<Before, 'facts' | 'plan'>,
  after: Facts,
  made: readonly string[],
): Promise<number> {
  const { facts, plan } = before;
  const old = facts.records;
  const written = Object.fromEntries(
    [
      ...Object.keys(old?.written ?? {}),
      ...plan.steps.flatMap((step) => (step.kind === 'file' && step.path ? [step.path] : [])),
    ].flatMap((path) => {
      const found = after.files[path];
      // What was not looked at (our spec, where another one is given) is still ours.
      const hash = (found === undefined ? old?.written[path] : found.sha256) ?? null;
      return hash === null ? [] : [[path, hash] as const];
    }),
  );
  const folders = plan.steps.flatMap((step) =>
    step.kind === 'directory' && step.verb === 'create' && step.path ? [step.path] : [],
  );
  const records: RecordsFact = {
    written,
    folders: [...new Set([...(old?.folders ?? []), ...made, ...folders])],
    loaded:
      after.service.started === null ? null : { started: after.service.started, files: loadedFiles(after) },
    found: old?.found ?? {
      installed: facts.packages === null ? facts.service.exists : facts.mosquitto.source === 'installed',
      running: facts.service.running,
      enabled: facts.service.enabled,
    },
    generation: (old?.generation ?? 0) + 1,
  };
  await replaceFile(
    host,
    `${after.layout.state}/records.json`,
    `${JSON.stringify(records, null, 2)}\n`,
    facts.files[`${after.layout.state}/records.json`]?.sha256 ?? null,
  );
  return records.generation;
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
