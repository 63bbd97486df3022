import { endpointsOf } from '../../checks/context.ts';
import { runChecks } from '../../checks/run.ts';
import type { CheckReport, Credentials, Endpoint } from '../../checks/types.ts';
import type { Shadow } from '../../engine/shadow/types.ts';
import { unshadowable } from '../../engine/shadow/unshadowable.ts';
import { withShadow } from '../../engine/shadow/with-shadow.ts';
import type { OnEvent, Plan } from '../../engine/types.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { gather } from '../../facts/gather.ts';
import { overlay, type WouldBe } from '../../facts/overlay.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import { msg } from '../../i18n/messages.ts';
import { lint } from '../../lint/lint.ts';
import type { ConfTree } from '../../lint/types.ts';
import type { ShadowListener } from '../../mosquitto/shadow/types.ts';
import { parseVersion, type Version } from '../../mosquitto/version.ts';
import { shown } from '../../shown.ts';
import { probeAccount } from '../../spec/probe.ts';
import type { Account, Spec } from '../../spec/types.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { nonce } from './nonce.ts';
import { type ClientCertificate, checkContext, logins } from './prove.ts';
import { proveAccounts } from './prove-accounts.ts';
import type { Before } from './types.ts';
import { wouldBe } from './would-be.ts';

/** What is asked of a broker that tries a configuration. */
interface Trial {
  facts: Facts;
  spec: Spec;
  accounts: readonly Account[];
  probePassword: string;
  /** People whose password is known. */
  people: readonly Credentials[];
  /** The probe's own, where it is a new one. */
  certificate?: ClientCertificate;
}

/**
 * Before anything live changes, the installed broker runs the configuration as it is to be, beside the one that runs.
 * Throws 1 where it does not start, complains, or answers wrongly: then nothing has been changed.
 */
export async function rehearse(call: Call, before: Before, onEvent: OnEvent): Promise<void> {
  if (!concernsBroker(before.plan)) return;
  const started = performance.now();
  onEvent({ type: 'rehearsing' });
  // A broker that has only just been installed.
  const facts =
    before.facts.mosquitto.binary === null || before.facts.mosquitto.source !== 'installed'
      ? await gather(call.host, before.facts.layout)
      : before.facts;
  const trial = {
    facts,
    spec: before.spec,
    accounts: before.decision.accounts,
    probePassword: before.probePassword,
    people: logins(before.decision),
    certificate: certificateIn(before),
  };
  const tried = await tryOut(call, trial, wouldBe(before.resources), waitingIn(before.plan));
  if ('left' in tried)
    call.out.note(
      `${call.errorStyle.yellow('!')} ${call.t(msg('rehearsal.left'))} ${call.t(tried.left.message)}`,
    );
  else onEvent({ type: 'rehearsed', checks: tried.checks, milliseconds: performance.now() - started });
}

/** The probe's certificate as it will be. */
function certificateIn({ resources, facts }: Before): ClientCertificate {
  const places = ownPlaces(facts.layout);
  const text = (path: string): string | null => {
    const coming = resources.find((resource) => resource.kind === 'file' && resource.path === path);
    return coming?.kind === 'file' && typeof coming.content === 'string' ? coming.content : null;
  };
  const [cert, key] = [text(places.probe), text(places.probeKey)];
  return cert === null || key === null ? {} : { cert, key };
}

/** Where each file of the plan waits for its place. */
function waitingIn({ steps }: Plan): Map<string, string> {
  return new Map(
    steps.flatMap(({ path, actions }): [string, string][] => {
      const written = actions.find(({ type }) => type === 'write');
      return path !== undefined && written?.type === 'write' ? [[path, written.path]] : [];
    }),
  );
}

/** What the broker has loaded, or would load at its next start, becomes another. */
function concernsBroker({ steps }: Plan): boolean {
  return steps.some(({ notify, verb }) => notify !== null || verb === 'start' || verb === 'restart');
}

/**
 * The installed broker runs the configuration on disk, with what is `staged` in its place: the very files, on loopback ports of its own, as the
 * broker's user, with nothing kept. It is asked who gets in and who may do what. Answers how many questions it answered
 * as it should, or why it cannot be tried. Throws 1 with all that is wrong.
 */
export async function tryOut(
  call: Call,
  trial: Trial,
  staged: ReadonlyMap<string, WouldBe>,
  waiting: ReadonlyMap<string, string> = new Map(),
): Promise<{ checks: number } | { left: Problem }> {
  const { layout, mosquitto } = trial.facts;
  const version = parseVersion(mosquitto.version ?? '');
  if (mosquitto.binary === null || version === null) throw fail('no', msg('rehearsal.noBroker'));
  const runsAs = layout.mode === 'local' && call.host.user.uid !== 0 ? { runsAs: call.host.user.name } : {};
  const machine = staged.size === 0 ? call.host : overlay(call.host, staged);
  const tree = await gatherConfTree(machine, layout.mainConf, version, runsAs);
  // Owner and mode of what is staged are ours, and will be right.
  if (staged.size === 0) demandStartable(tree, version);
  const [left] = unshadowable(tree, version);
  if (left !== undefined) return { left };
  const request = {
    tree,
    role: 'candidate',
    secret: nonce(),
    roots: [],
    rehearses: { staged: new Set(staged.keys()), waiting },
  } as const;
  const tools = {
    version,
    binary: mosquitto.binary,
    libraries: mosquitto.libraries,
    state: layout.state,
    connect,
    nonce,
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  };
  return { checks: await withShadow(call.host, request, tools, (shadow) => ask(call, trial, shadow)) };
}

/** What keeps the broker from starting, and a rehearsal would not see: configuration files that it may not read. */
function demandStartable(tree: ConfTree, version: Version): void {
  const refused = lint(tree, version).filter((finding) => finding.refused === true);
  if (refused.length === 0) return;
  throw new AppError('no', [
    { message: msg('rehearsal.failed') },
    ...refused.map(({ message, place, fix }) => ({ message, place, ...(fix === undefined ? {} : { fix }) })),
  ]);
}

/** How many questions it answered as it should. Throws what it did not. */
async function ask(call: Call, trial: Trial, shadow: Shadow): Promise<number> {
  const { spec, accounts, facts, people } = trial;
  const probe = { username: probeAccount, password: new Hidden(trial.probePassword) };
  const context = {
    ...checkContext(call, facts, spec, accounts, probe, trial.certificate),
    // Of this broker nothing is on the machine: neither service, nor log, nor sockets of the spec.
    facts: null,
    endpoints: shadow.listeners.flatMap((listener) => endpointOf(listener, endpointsOf(spec, facts))),
  };
  const [report, proven] = await Promise.all([
    // Bridges knock where nobody is.
    runChecks(context, { only: ['connect', 'auth', 'access'], skip: ['connect.bridges'] }),
    proveAccounts(context, people),
  ]);
  const all = [...report.checks, ...proven];
  const failed = all.filter(({ status }) => status === 'fail');
  const complaints = errorsIn(shadow.output());
  if (failed.length > 0 || complaints.length > 0) throw refusal(failed, complaints);
  return all.filter(({ status }) => status === 'pass').length;
}

function refusal(failed: readonly CheckReport[], complaints: readonly string[]): AppError {
  return new AppError('no', [
    { message: msg('rehearsal.failed') },
    ...failed.map(({ message, fix }) => (fix === undefined ? { message } : { message, fix })),
    ...complaints.map((text) => ({ message: msg('shadow.said', { text: shown(text, 300) }) })),
  ]);
}

/** Where a listener is tried, and what is declared of it; one that is not declared must let nobody in without a name. */
function endpointOf(listener: ShadowListener, wanted: readonly Endpoint[]): Endpoint[] {
  const { port, address } = listener.original;
  const declared = wanted.find((one) =>
    port === 0 ? one.transport === 'unix' && one.host === address : one.port === port,
  );
  const isKnown = declared?.client !== undefined && declared.closed !== true;
  if (listener.needs !== null && !(listener.needs === 'certificate' && isKnown)) return [];
  const isWebsocket = listener.protocol === 'websockets';
  const transport = listener.mentionsTls ? (isWebsocket ? 'wss' : 'tls') : isWebsocket ? 'ws' : 'tcp';
  return [{ ...declared, listener: listener.name, transport, host: '127.0.0.1', port: listener.port }];
}

/** A broker that stays up on a file that it could not read says so, and no more (2.0). */
function errorsIn(output: string): string[] {
  const lines = output.split('\n').map((line) => line.replace(/^\d+: /, '').trim());
  return [...new Set(lines)].filter(
    (line) => /^error\b/i.test(line) && !/bridge|connection refused/i.test(line),
  );
}
