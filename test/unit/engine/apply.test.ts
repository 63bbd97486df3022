import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/engine/apply.ts';
import { recover } from '../../../src/engine/rollback.ts';
import type { EngineEvent, Plan, Step } from '../../../src/engine/types.ts';
import { realHost } from '../../../src/host/real.ts';
import type { Host } from '../../../src/host/types.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { compareNoDirectory } from '../../../src/resources/absent.ts';
import { compareDirectory } from '../../../src/resources/directory.ts';
import { compareFile, stagedPath } from '../../../src/resources/file.ts';
import { fileFact, healthyFacts } from '../../helpers/facts.ts';
import {
  brokenHost,
  exitOf,
  modeOf,
  scratch,
  snapshot,
  stepOf,
  writeWithMode,
} from '../../helpers/scratch.ts';

const opening = { command: 'mqtt-setup install', pid: 1, started: '2026-01-01T00:00:00Z' };
const why = msg('engine.why.ours');
const notProven = { type: 'rollback-start', reason: msg('engine.rollback.notProven') } as const;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What gather would say of these paths. */
async function factsOf(host: Host, paths: readonly string[]) {
  const files = await Promise.all(
    paths.map(async (path) => {
      const [stat, read] = [await host.stat(path), await host.read(path)];
      const seen = stat ?? { kind: 'missing' as const, mode: 0, owner: '', group: '' };
      const content = read.ok ? read.data.toString() : '';
      const fact = fileFact(content, {
        kind: seen.kind,
        mode: seen.mode,
        owner: seen.owner,
        group: seen.group,
      });
      return [path, read.ok ? fact : { ...fact, sha256: null, content: null }] as const;
    }),
  );
  return healthyFacts({ files: Object.fromEntries(files) });
}

const file = (path: string, content: string, mode = 0o600) =>
  ({
    kind: 'file',
    id: path,
    path,
    content,
    owner: null,
    group: null,
    mode,
    secret: null,
    notify: null,
    why,
  }) as const;

/** A new folder, a new file in it, a changed file: what an install is made of. */
async function sample(host: Host, dir: string): Promise<Plan> {
  await writeWithMode(`${dir}/old`, 'before\n', 0o640);
  const facts = await factsOf(host, [`${dir}/new`, `${dir}/new/file`, `${dir}/old`]);
  const folder = {
    kind: 'directory',
    id: 'd',
    path: `${dir}/new`,
    owner: null,
    group: null,
    mode: 0o700,
    why,
  } as const;
  return {
    steps: [
      ...compareDirectory(folder, facts).steps,
      ...compareFile(file(`${dir}/new/file`, 'fresh\n'), facts).steps,
      ...compareFile(file(`${dir}/old`, 'after\n'), facts).steps,
    ],
    kept: [],
  };
}

function options(state: string, onEvent: (event: EngineEvent) => void = () => undefined) {
  return { state, opening, onEvent, signal: new AbortController().signal };
}

describe('apply', () => {
  it('stages all files before it swaps any, and leaves no trace of either once committed', async () => {
    const { dir, state } = await scratch();
    const order: string[] = [];
    const host = realHost();
    const plan = await sample(host, dir);
    const applied = await apply(
      plan,
      host,
      options(state, (e) => e.type === 'action' && order.push(e.action.type)),
    );
    expect(order).toEqual(['mkdir', 'write', 'write', 'rename', 'rename']);
    await applied.commit();
    expect(await snapshot(dir)).toEqual({
      new: '700 folder',
      'new/file': '600 fresh\n',
      old: '600 after\n',
      state: '700 folder',
    });
  });

  it('takes everything back where the result is not proven, owner and mode too', async () => {
    const { dir, state } = await scratch();
    const host = realHost();
    const plan = await sample(host, dir);
    const before = await snapshot(dir);
    const applied = await apply(plan, host, options(state));
    await applied.protect(`${state}/records.json`);
    await writeFile(`${state}/records.json`, '{}');
    await applied.rollBack(notProven, null);
    expect(await snapshot(dir)).toEqual(before);
    expect(await modeOf(`${dir}/old`)).toBe(0o640);
  });

  it('is as before whichever action fails', async () => {
    for (let failing = 0; ; failing += 1) {
      const { dir, state } = await scratch();
      const plan = await sample(realHost(), dir);
      const before = await snapshot(dir);
      let number = 0;
      let failed = false;
      const host = brokenHost(() => {
        const now = !failed && number === failing;
        failed ||= now;
        number += 1;
        return now;
      });
      const outcome = await exitOf(
        apply(plan, host, options(state)).then((applied) =>
          applied
            .commit()
            .catch((error) => applied.rollBack(notProven, error).then(() => Promise.reject(error))),
        ),
      );
      // The very last ones are the clearing away after the commit, which is no failure.
      if (outcome.exit === 'ok') {
        expect(await readFile(`${dir}/old`, 'utf8')).toBe('after\n');
        if (!failed) break;
      } else expect(await snapshot(dir), `action ${failing}`).toEqual(before);
    }
  });

  it('is as before, or as wanted, after a kill at any action and one more run', async () => {
    for (let killed = 0; ; killed += 1) {
      const { dir, state } = await scratch();
      const plan = await sample(realHost(), dir);
      const before = await snapshot(dir);
      let number = 0;
      const host = brokenHost(() => number++ === killed, true);
      let committed = false;
      await exitOf(
        apply(plan, host, options(state)).then(async (applied) => {
          await applied.commit();
          committed = true;
          return applied;
        }),
      );
      await recover(realHost(), state, () => undefined);
      const now = await snapshot(dir);
      if (committed) {
        expect(now, `action ${killed}`).toMatchObject({ old: '600 after\n', 'new/file': '600 fresh\n' });
        expect(Object.keys(now)).toEqual(['new', 'new/file', 'old', 'state']);
      } else expect(now, `action ${killed}`).toEqual(before);
      if (number <= killed) break;
    }
  });

  it('refuses to replace a file that changed since the plan, and leaves it', async () => {
    const { dir, state } = await scratch();
    const host = realHost();
    const plan = await sample(host, dir);
    await writeFile(`${dir}/old`, 'somebody else\n');
    expect(await exitOf(apply(plan, host, options(state)))).toEqual({
      exit: 'refused',
      keys: ['host.fs.changedMeanwhile'],
    });
    expect(await readFile(`${dir}/old`, 'utf8')).toBe('somebody else\n');
    expect(await host.stat(`${dir}/new`)).toBeNull();
  });

  it('never writes through a link that was put where it stages', async () => {
    const { dir, state } = await scratch();
    const host = realHost();
    const plan = await sample(host, dir);
    await writeFile(`${dir}/victim`, 'mine\n');
    await symlink(`${dir}/victim`, stagedPath(`${dir}/old`));
    await (await apply(plan, host, options(state))).commit();
    expect(await readFile(`${dir}/victim`, 'utf8')).toBe('mine\n');
    expect(await snapshot(dir)).toMatchObject({ old: '600 after\n' });
  });

  it('stages anew where a lost run left a staged file', async () => {
    const { dir, state } = await scratch();
    const host = realHost();
    const plan = await sample(host, dir);
    await writeFile(stagedPath(`${dir}/old`), 'half of i');
    await (await apply(plan, host, options(state))).commit();
    expect(Object.keys(await snapshot(dir))).toEqual(['new', 'new/file', 'old', 'state']);
  });

  it('stops between two actions when the signal comes, and takes back', async () => {
    const { dir, state } = await scratch();
    const plan = await sample(realHost(), dir);
    const before = await snapshot(dir);
    const controller = new AbortController();
    const onEvent = (event: EngineEvent): void => {
      if (event.type === 'action' && event.action.type === 'rename') controller.abort('SIGTERM');
    };
    const outcome = exitOf(apply(plan, realHost(), { state, opening, onEvent, signal: controller.signal }));
    expect(await outcome).toEqual({ exit: 'terminated', keys: ['engine.interrupted'] });
    expect(await snapshot(dir)).toEqual(before);
  });

  it('puts the files of a removed folder back into it', async () => {
    const { dir, state } = await scratch();
    await mkdir(`${dir}/ours`, { mode: 0o750 });
    await writeWithMode(`${dir}/ours/file`, 'x\n', 0o600);
    const before = await snapshot(dir);
    const host = realHost();
    const facts = await factsOf(host, [`${dir}/ours`]);
    const { owner = '', group = '' } = (await host.stat(`${dir}/ours/file`)) ?? {};
    const remove = stepOf('absent.file', 'absent', {
      actions: [{ type: 'remove', path: `${dir}/ours/file`, expect: sha256('x\n') }],
      undo: [{ type: 'restore', path: `${dir}/ours/file`, owner, group, mode: 0o600, written: null }],
    });
    const folder = compareNoDirectory({ kind: 'no-directory', id: 'd', path: `${dir}/ours` }, facts).steps;
    const applied = await apply({ steps: [remove, ...folder], kept: [] }, host, options(state));
    expect(await host.stat(`${dir}/ours`)).toBeNull();
    await applied.rollBack(notProven, null);
    expect(await snapshot(dir)).toEqual(before);
  });

  it('tells what went wrong as well as what is left to do by hand, and keeps the journal for the next run', async () => {
    const { dir, state } = await scratch();
    const plan = await sample(realHost(), dir);
    // The second swap fails, and so does taking the first one back.
    const failing: Step[] = plan.steps.toSpliced(1, 2, ...plan.steps.slice(1).reverse());
    const stuck = brokenHost(
      (action) => action.type === 'rename' && (action.to.endsWith('/file') || action.from.endsWith('-undo')),
    );
    const outcome = await exitOf(apply({ steps: failing, kept: [] }, stuck, options(state)));
    expect(outcome).toEqual({
      exit: 'rollbackFailed',
      keys: ['host.fs.failed', 'host.fs.failed', 'engine.rollback.byHand'],
    });
    expect(await readFile(`${dir}/old`, 'utf8')).toBe('after\n');
    expect(await recover(realHost(), state, () => undefined)).toBe(true);
    expect(await readFile(`${dir}/old`, 'utf8')).toBe('before\n');
    await rm(`${dir}/old`);
    expect(Object.keys(await snapshot(dir))).toEqual(['state']);
  });
});
