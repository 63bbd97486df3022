import { AppError, fail } from '../../errors.ts';
import { listeningSockets, socketInodes } from '../../facts/sockets.ts';
import { Hidden } from '../../hidden.ts';
import type { Host, Launched } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { allLines, type ReadTree, readTree } from '../../mosquitto/shadow/read.ts';
import { allRules, readPeople } from '../../mosquitto/shadow/rules.ts';
import type { Witness } from '../../mosquitto/shadow/scratch-files.ts';
import { ScratchKeys } from '../../mosquitto/shadow/scratch-keys.ts';
import { dollarRoots } from '../../mosquitto/shadow/topics.ts';
import type { ShadowConf } from '../../mosquitto/shadow/types.ts';
import { shadowConf } from '../../mosquitto/shadow/write.ts';
import { startFailure } from './failure.ts';
import { refuseInterrupted } from './interrupted.ts';
import { type Owner, removeScratch, scratchName, sweepScratch, writeScratch } from './scratch-folder.ts';
import { freePorts } from './scratch-ports.ts';
import type { Shadow, ShadowRequest, ShadowTools } from './types.ts';
import { refuseUnshadowable } from './unshadowable.ts';

/** A large password file takes the broker a second; a file that it hangs at takes it for ever (facts §1). */
const startWithinMs = 30_000;
/** How often other ports are tried where somebody took one of ours first. */
const mostTries = 3;

/** Words that all versions print once every listener is open (facts §7). */
const running = /mosquitto version \S+ running/;

/**
 * Runs the real broker on a harmless copy of a configuration while `use` asks it questions. Its files are in a folder of
 * `state` that is removed however this ends; should we be killed, the broker dies with us, and the next run removes the
 * folder. Nothing that the original names is written to. Throws an AppError with the broker's own words where it does
 * not start, and where the configuration has what cannot be shadowed.
 */
export async function withShadow<T>(
  host: Host,
  request: ShadowRequest,
  tools: ShadowTools,
  use: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  refuseUnshadowable(request.tree, tools.version);
  const read = readTree(request.tree, tools.version);
  refuseUnreadable(read);
  const madeState = await makeState(host, tools.state);
  try {
    await sweepScratch(host, tools.state);
    for (let tries = 1; ; tries += 1) {
      const ports = await freePorts(host, read.listeners.length);
      const result = await inFolder(host, read, request, tools, ports, use);
      if (result.state === 'used') return result.value;
      const taken = await Promise.all(ports.map(async (port) => !(await host.portIsFree(port, '127.0.0.1'))));
      if (result.state === 'failed' && (tries >= mostTries || !taken.includes(true))) throw result.error;
    }
  } finally {
    if (madeState) await host.perform({ type: 'rmdir', path: tools.state });
  }
}

type Result<T> = { state: 'used'; value: T } | { state: 'failed'; error: AppError };

async function inFolder<T>(
  host: Host,
  read: ReadTree,
  request: ShadowRequest,
  tools: ShadowTools,
  ports: readonly number[],
  use: (shadow: Shadow) => Promise<T>,
): Promise<Result<T>> {
  const name = await scratchName(host, tools.nonce());
  const folder = `${tools.state}/${name}`;
  const user = runAs(host, read);
  const keys = new ScratchKeys(request.secret);
  const witness = witnessOf(read, keys, request, tools.nonce());
  const conf = shadowConf(read, {
    name,
    ports,
    keys,
    witness,
    user: rootBecomes(host, read),
    ...(request.rehearses === undefined ? {} : { rehearses: request.rehearses }),
  });
  let child: Launched | null = null;
  try {
    await writeScratch(host, folder, conf, user);
    child = await start(host, conf, folder, user, tools);
    refuseInterrupted(tools.signal);
    if (child.state !== 'ready') {
      const error = startFailure(request.role, request.tree.main.path, child, conf.translate);
      return { state: 'failed', error };
    }
    await refuseOpen(host, child.pid);
    const { output, pid } = child;
    const shadow = { pid, listeners: conf.listeners, witness: accountOf(witness), output };
    return { state: 'used', value: await use(shadow) };
  } finally {
    await child?.end();
    await removeScratch(host, folder);
  }
}

function start(
  host: Host,
  { args }: ShadowConf,
  cwd: string,
  user: Owner,
  { binary, libraries, signal }: ShadowTools,
): Promise<Launched> {
  const env = libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(':') };
  const program = { argv: [binary, ...args], env, cwd, user };
  return host.launch(program, (output) => running.test(output), startWithinMs, signal);
}

/**
 * As root we let it be whom the original becomes, at once, so that it can open what that user can. A user whom this
 * machine does not know is for the broker to complain about.
 */
function runAs(host: Host, { tree: { broker } }: ReadTree): Owner {
  if (host.user.uid !== 0 || broker === null) return null;
  return { uid: broker.uid, gid: broker.gids[0] ?? broker.uid };
}

function rootBecomes(host: Host, read: ReadTree): string | null {
  const { broker } = read.tree;
  if (host.user.uid !== 0) return null;
  if (broker?.uid === 0) return 'root';
  return broker === null
    ? (allLines(read).findLast(({ line }) => line.keyword === 'user')?.line.value ?? null)
    : null;
}

function witnessOf(read: ReadTree, keys: ScratchKeys, { roots }: ShadowRequest, nonce: string): Witness {
  const mounted = allLines(read).flatMap(({ line }) =>
    line.keyword === 'mount_point' ? [{ isPattern: false, access: 'read' as const, filter: line.value }] : [],
  );
  const { password, hash } = keys.of(`the witness ${nonce}`);
  const own = new Set(['$SYS', ...roots, ...dollarRoots([...allRules(readPeople(read)), ...mounted])]);
  return { name: `shadow-witness-${nonce}`, password, hash, roots: [...own] };
}

function accountOf({ name, password }: Witness): Shadow['witness'] {
  return { name, password: new Hidden(password) };
}

/** True where the folder was not there, and is to go again. */
async function makeState(host: Host, path: string): Promise<boolean> {
  if ((await host.stat(path)) !== null) return false;
  await host.perform({ type: 'mkdir', path, owner: null, group: null, mode: 0o700 });
  return true;
}

function refuseUnreadable({ unread }: ReadTree): void {
  if (unread.length === 0) return;
  throw new AppError(
    'no',
    unread.map((path) => ({ message: msg('shadow.unread', { path }), place: { file: path } })),
  );
}

/** The last line of defence: a shadow that anybody but this machine could reach is ended at once. */
async function refuseOpen(host: Host, pid: number): Promise<void> {
  const [{ sockets }, held] = await Promise.all([listeningSockets(host), socketInodes(host, pid)]);
  const open = sockets
    .filter(({ inode, address }) => held?.has(inode) === true && !/^127\.|^::1$/.test(address))
    .map(({ address, port }) => `${address}:${port}`);
  if (open.length > 0) throw fail('bug', msg('shadow.open', { addresses: open.join(', ') }));
}
