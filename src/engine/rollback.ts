import { createHash } from 'node:crypto';
import { AppError, type Problem } from '../errors.ts';
import type { Host } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { firewallActions } from '../resources/firewall.ts';
import { aptInstall } from '../resources/packages.ts';
import { describeAction } from './describe.ts';
import { backupPath, clearJournal, type Entry, largestCopy, readJournal } from './journal.ts';
import type { OnEvent, Undo } from './types.ts';

/** 'files': the broker is about to be started by others, and finds them as they were. */
export type TakenBack = 'all' | 'files';

/**
 * Takes back what the entries say, newest first; the service comes last, when its files are what they were. Every undo
 * may be repeated, so that a roll-back that was itself cut off can be run again. Throws 73 with what to do by hand.
 */
export async function rollBack(
  host: Host,
  state: string,
  entries: readonly Entry[],
  onEvent: OnEvent,
  what: TakenBack = 'all',
): Promise<void> {
  const newestFirst = [...entries].reverse();
  const files = newestFirst.filter((entry) => entry.undo.type !== 'service');
  const services = entries.filter((entry) => entry.undo.type === 'service');
  const left: Problem[] = [];
  for (const entry of [...files, ...(what === 'all' ? services.slice(0, 1) : [])]) {
    onEvent({ type: 'undo', undo: entry.undo });
    try {
      await takeBack(host, state, entry);
    } catch (error) {
      const why = error instanceof AppError ? error.problems : [];
      left.push(...why, {
        message: msg('engine.rollback.byHand', { command: byHand(state, entry) }),
        fix: msg('engine.rollback.thenAgain'),
      });
    }
  }
  if (left.length > 0) throw new AppError('rollbackFailed', left);
  await clearJournal(host, state);
  onEvent({ type: 'rollback-done' });
}

/** Finishes what a run that was killed left behind. Nothing to do where there is no journal. */
export async function recover(
  host: Host,
  state: string,
  onEvent: OnEvent,
  what: TakenBack = 'all',
): Promise<boolean> {
  const journal = await readJournal(host, state);
  if (journal === null) return false;
  // Nothing had been done yet, or all but the clearing away.
  if (journal.committed || journal.entries.length === 0) {
    await clearJournal(host, state);
    return false;
  }
  await rollBack(host, state, journal.entries, onEvent, what);
  const { opening } = journal;
  onEvent({
    type: 'recovered',
    run: opening === null ? '?' : `${opening.command} (pid ${opening.pid}, ${opening.started})`,
    entries: journal.entries.length,
  });
  return true;
}

/** Bytes of a database that holds nothing (measured on 2.0.11 to 2.1.2: 47 to 52). */
const emptyStore = 64;

async function takeBack(host: Host, state: string, entry: Entry): Promise<void> {
  const { undo } = entry;
  switch (undo.type) {
    case 'restore': {
      const kept = await host.read(backupPath(state, entry.number));
      if (!kept.ok)
        throw new AppError('no', [
          {
            message: msg('engine.journal.unreadable', {
              path: backupPath(state, entry.number),
              errno: kept.errno,
            }),
          },
        ]);
      const now = await hashNow(host, undo.path);
      // Neither what was there nor what we put there: somebody else's work of the meantime, and not ours to replace.
      if (now === hash(kept.data) || (now !== null && undo.written !== null && now !== undo.written)) return;
      const staged = `${undo.path}.mqtt-setup-undo`;
      await host.perform({ type: 'remove', path: staged });
      await host.perform({
        type: 'write',
        path: staged,
        content: kept.data,
        owner: undo.owner,
        group: undo.group,
        mode: undo.mode,
      });
      return host.perform({ type: 'rename', from: staged, to: undo.path, expect: now });
    }
    case 'store': {
      const there = await host.stat(undo.path);
      const kept = await host.read(backupPath(state, entry.number), { maxBytes: largestCopy });
      if (!kept.ok || kept.data.length <= emptyStore || (there !== null && there.size > emptyStore)) return;
      await host.perform({ type: 'remove', path: undo.path });
      const { path, owner, group, mode } = undo;
      return host.perform({ type: 'write', path, content: kept.data, owner, group, mode });
    }
    case 'remove': {
      if (undo.written !== null && (await hashNow(host, undo.path)) !== undo.written) return;
      return host.perform({ type: 'remove', path: undo.path });
    }
    case 'firewall':
      for (const action of firewallActions(undo.tool, undo.port, undo.open)) await host.perform(action);
      return;
    case 'rmdir':
      return host.perform({ type: 'rmdir', path: undo.path });
    case 'rename':
      // Done already, or never begun; or somebody has put another one there since, which stays.
      if ((await host.stat(undo.path)) === null || (await host.stat(undo.to)) !== null) return;
      return host.perform({ type: 'rename', from: undo.path, to: undo.to, expect: null });
    case 'mkdir': {
      const { path, owner, group, mode } = undo;
      return host.perform({ type: 'mkdir', path, owner, group, mode });
    }
    case 'mode':
      await host.perform({ type: 'chown', path: undo.path, owner: undo.owner, group: undo.group });
      return host.perform({ type: 'chmod', path: undo.path, mode: undo.mode });
    case 'packages': {
      const stop = { type: 'service', operation: 'stop', service: undo.service } as const;
      await host.perform(stop);
      await host.perform(aptInstall(['--allow-downgrades', ...undo.debs]));
      // The package has started it, on a database that is about to be replaced.
      return host.perform(stop);
    }
    case 'service':
      if (undo.enabled !== null)
        await host.perform({
          type: 'service',
          operation: undo.enabled ? 'enable' : 'disable',
          service: undo.service,
        });
      return host.perform({
        type: 'service',
        operation: undo.running ? 'restart' : 'stop',
        service: undo.service,
      });
  }
}

/** What a person would type to get the same. */
function byHand(state: string, entry: Entry): string {
  const { undo } = entry;
  const copy = (u: Extract<Undo, { type: 'restore' | 'store' }>): string =>
    `install -o ${u.owner} -g ${u.group} -m ${u.mode.toString(8)} ${backupPath(state, entry.number)} ${u.path}`;
  switch (undo.type) {
    case 'restore':
    case 'store':
      return copy(undo);
    case 'remove':
      return `rm ${undo.path}`;
    case 'firewall':
      return firewallActions(undo.tool, undo.port, undo.open).map(describeAction).join('; ');
    case 'rmdir':
      return `rmdir ${undo.path}`;
    case 'rename':
      return `mv ${undo.path} ${undo.to}`;
    case 'packages':
      return describeAction(aptInstall(['--allow-downgrades', ...undo.debs]));
    case 'mkdir':
      return `install -d -o ${undo.owner} -g ${undo.group} -m ${undo.mode.toString(8)} ${undo.path}`;
    case 'mode':
      return `chown ${undo.owner}:${undo.group} ${undo.path}; chmod ${undo.mode.toString(8)} ${undo.path}`;
    case 'service':
      return describeAction({
        type: 'service',
        operation: undo.running ? 'restart' : 'stop',
        service: undo.service,
      });
  }
}

async function hashNow(host: Host, path: string): Promise<string | null> {
  const found = await host.read(path);
  if (found.ok) return hash(found.data);
  if (found.reason === 'missing') return null;
  throw new AppError('no', [{ message: msg('engine.journal.unreadable', { path, errno: found.errno }) }]);
}

const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
