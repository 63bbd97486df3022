import { dirname } from 'node:path';
import { runChecks } from '../../checks/run.ts';
import type { Layout } from '../../distros/layout.ts';
import type { Manner } from '../../doctor/mends/command.ts';
import type { Patient } from '../../doctor/patient.ts';
import { AppError } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { gatherMore } from '../../facts/files.ts';
import { gather } from '../../facts/gather.ts';
import { gatherOtherBrokers } from '../../facts/other-brokers.ts';
import { readProcess } from '../../facts/process.ts';
import type { Facts } from '../../facts/types.ts';
import { gatherUnit, type UnitFact } from '../../facts/unit.ts';
import { saidSince } from '../../host/logs.ts';
import { lint } from '../../lint/lint.ts';
import { viewOf } from '../../lint/view.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { type Call, selfFor } from '../context.ts';
import { layoutOf, whichBroker } from './layout.ts';
import { localContext } from './verify-here.ts';

/** Looks at the machine and its broker, ours or not, and changes nothing. What we may not see is told as such. */
export async function examine(call: Call): Promise<Patient> {
  const { host } = call;
  const layout = layoutOf(call);
  const facts = await gather(host, layout);
  const { service } = facts;
  const unit = service.ref.init === 'systemd' ? await gatherUnit(host, service.ref.unit) : null;
  const version = parseVersion(facts.mosquitto.version ?? '') ?? oldest;
  const isOurs = layout.mode === 'local' && host.user.uid !== 0;
  const conf = await confOf(call, facts, unit);
  const tree = await gatherConfTree(host, conf, version, isOurs ? { runsAs: host.user.name } : {});
  const view = viewOf(tree, version);
  const logs = logFiles(view.lines.map(({ line }) => line));
  const database = databaseOf(view.lines.map(({ line }) => line));
  const started = unit?.lastStartMs ?? service.startedMs ?? 0;
  // What ended it stands before the start that systemd made of itself.
  const since = (service.restarts ?? 0) > 0 ? started - lookBackMs : started;
  const said = await saidSince(host, [...new Set([...logs, layout.log])], service.ref, since);
  const files = await gatherMore(host, layout, [
    ...outside,
    ...logs,
    ...(database === null ? [] : [database]),
  ]);
  const folders = [
    ...new Set([...logs, ...(database === null ? [] : [database])].map((path) => dirname(path))),
  ];
  const free = await Promise.all(folders.map(async (path) => [path, await host.freeBytes(path)] as const));
  const isDeclared = facts.files[layout.spec]?.kind === 'file';
  return {
    facts,
    version,
    tree,
    effective: view.effective,
    findings: lint(tree, version),
    unit,
    lines: said.lines,
    ...(isDeclared ? await checksOf(call) : { checks: [], refusals: [] }),
    files,
    database,
    logs,
    free: Object.fromEntries(free),
    others: await gatherOtherBrokers(host, service.pid),
    user: tree.broker?.name ?? (isOurs ? host.user.name : 'mosquitto'),
    isDeclared,
    unseen: [...said.denied, ...unreadable(facts)],
    manner: mannerOf(call, facts, layout),
  };
}

/** So far back the reason of a restart is looked for, milliseconds. */
const lookBackMs = 15 * 60_000;

/** Files of the machine that can shut clients out. */
const outside = ['/etc/hosts.deny', '/etc/hosts'] as const;

/** The configuration that the broker was started with, or would be. */
async function confOf({ host }: Call, { service, layout }: Facts, unit: UnitFact | null): Promise<string> {
  const running = service.pid === null ? null : await readProcess(host, service.pid);
  const argv = running?.argv ?? unit?.argv ?? [];
  const at = argv.findIndex((word) => word === '-c' || word === '--config-file');
  const path = at < 0 ? undefined : argv[at + 1];
  return path?.startsWith('/') === true ? path : layout.mainConf;
}

type Lines = readonly { keyword: string; value: string }[];

function logFiles(lines: Lines): string[] {
  return lines.flatMap(({ keyword, value }) => {
    const path = keyword === 'log_dest' ? /^file +(\/.*)$/.exec(value)?.[1] : undefined;
    return path === undefined ? [] : [path];
  });
}

/** As the broker puts it together: `persistence_location` is a prefix and wants its slash (2.0.11 `config.c`). */
function databaseOf(lines: Lines): string | null {
  const value = (name: string): string | undefined =>
    lines.findLast(({ keyword }) => keyword === name)?.value;
  if (value('persistence') !== 'true' && value('persistence') !== '1') return null;
  const location = value('persistence_location') ?? '';
  const path = `${location}${location.endsWith('/') ? '' : '/'}${value('persistence_file') ?? 'mosquitto.db'}`;
  return path.startsWith('/') ? path : null;
}

/** What `verify` says, where a broker.yaml says what should be, or why it cannot be asked. */
async function checksOf(call: Call): Promise<Pick<Patient, 'checks' | 'refusals'>> {
  try {
    return { checks: (await runChecks(await localContext(call))).checks, refusals: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What only root may see is told as unseen.
    return { checks: [], refusals: error.exit === 'needsRoot' ? [] : error.problems };
  }
}

function unreadable({ files }: Facts): string[] {
  return Object.entries(files).flatMap(([path, { kind }]) => (kind === 'unreadable' ? [path] : []));
}

function mannerOf(call: Call, { init }: Facts, layout: Layout): Manner {
  return {
    init: layout.mode === 'local' ? 'none' : init.kind,
    self: selfFor(call, layout.mode),
    suffix: whichBroker(call, layout),
  };
}
