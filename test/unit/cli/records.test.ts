import { describe, expect, it } from 'vitest';
import { filesWritten } from '../../../src/checks/files-written.ts';
import type { Options } from '../../../src/cli/context.ts';
import { layoutOf, whichBroker } from '../../../src/cli/flow/layout.ts';
import { writeRecords } from '../../../src/cli/flow/records.ts';
import { systemLayout } from '../../../src/distros/layout.ts';
import type { Step } from '../../../src/engine/types.ts';
import { parseRecords } from '../../../src/facts/records.ts';
import { realHost } from '../../../src/host/real.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { callOf } from '../../helpers/call.ts';
import { contextWith } from '../../helpers/check-context.ts';
import { fileFact, healthyFacts, missingFile, sha256 } from '../../helpers/facts.ts';
import { scratch, stepOf } from '../../helpers/scratch.ts';

const { conf, passwd, spec } = systemLayout;

/** Facts of a machine whose state is in a folder of the test; `spec` was written by an earlier run, and is not looked at. */
async function machine() {
  const { state } = await scratch();
  const facts = healthyFacts({ layout: { ...systemLayout, state, spec: '/srv/my.yaml' } });
  const written = { [conf]: sha256('old'), [spec]: sha256('z'), '/gone': sha256('g') };
  const records = {
    written,
    authored: written,
    folders: ['/etc/mqtt-setup'],
    loaded: null,
    found: null,
    generation: 4,
  };
  const looked = Object.entries(facts.files).filter(([path]) => path !== spec);
  return {
    state,
    facts: { ...facts, records, files: Object.fromEntries([...looked, ['/gone', missingFile]]) },
  };
}

describe('the records of a run', () => {
  it('hold what is there now of all that we ever wrote, also what this run did not look at', async () => {
    const { state, facts } = await machine();
    const plan = { steps: [stepOf('file.passwd', 'file', { path: passwd })], kept: [] };
    expect(await writeRecords(realHost(), { facts, plan, resources: [] }, facts, [state])).toBe(5);
    const read = await realHost().read(`${state}/records.json`);
    const records = parseRecords(read.ok ? read.data.toString() : '');
    expect(records?.written).toEqual({
      [conf]: facts.files[conf]?.sha256,
      [spec]: sha256('z'),
      [passwd]: sha256('x'),
    });
    expect(records?.folders).toEqual(['/etc/mqtt-setup', state]);
  });

  it('keep what the owner edited and then applied apart from what a step of ours wrote', async () => {
    const { state, facts } = await machine();
    const plan = { steps: [stepOf('file.passwd', 'file', { path: passwd, after: 'x' })], kept: [] };
    await writeRecords(realHost(), { facts, plan, resources: [] }, facts, []);
    const read = await realHost().read(`${state}/records.json`);
    const { written, authored } = parseRecords(read.ok ? read.data.toString() : '') ?? {};
    // The configuration says something else than we wrote: it is applied, but it is not ours to take away.
    expect(written?.[conf]).toBe(facts.files[conf]?.sha256);
    expect(authored?.[conf]).toBe(sha256('old'));
    expect(authored?.[passwd]).toBe(sha256('x'));
  });

  it('leave a file to its owner that stood there before a first install, and claim all where nothing had to be done', async () => {
    const { state, facts } = await machine();
    const first = { ...facts, records: null };
    const file = { kind: 'file', secret: null, notify: null, why: msg('engine.why.spec') } as const;
    const owned = { content: '', owner: null, group: null, mode: 0o644 };
    const resources = [
      { ...file, ...owned, id: 'file.conf', path: conf },
      { ...file, ...owned, id: 'file.passwd', path: passwd },
    ];
    const authored = async (steps: Step[]): Promise<string[]> => {
      await writeRecords(realHost(), { facts: first, plan: { steps, kept: [] }, resources }, facts, []);
      const read = await realHost().read(`${state}/records.json`);
      const records = parseRecords(read.ok ? read.data.toString() : '');
      await realHost().perform({ type: 'remove', path: `${state}/records.json` });
      return Object.keys(records?.authored ?? {});
    };
    expect(await authored([stepOf('file.passwd', 'file', { path: passwd, after: 'x' })])).toEqual([passwd]);
    expect((await authored([])).toSorted()).toEqual([conf, passwd].toSorted());
  });

  it('remember how the service was found, from the first run on', async () => {
    const { state, facts } = await machine();
    const first = { ...facts, records: null, service: { ...facts.service, running: false, enabled: false } };
    await writeRecords(realHost(), { facts: first, plan: { steps: [], kept: [] }, resources: [] }, facts, []);
    const read = await realHost().read(`${state}/records.json`);
    expect(parseRecords(read.ok ? read.data.toString() : '')?.found).toEqual({
      installed: true,
      running: false,
      enabled: false,
    });
  });
});

it('a spec of ours that is not in use does not keep the files from being checked', async () => {
  const { facts } = await machine();
  const files = { ...facts.files, [conf]: fileFact('old') };
  const written = { [conf]: sha256('old'), [spec]: sha256('z') };
  const records = { ...facts.records, written, authored: written };
  const result = await filesWritten.run(contextWith({ facts: { ...facts, files, records } }));
  expect(result).toMatchObject({ status: 'pass', message: { params: { files: 1 } } });
});

describe('the options that name the same broker again', () => {
  it.each<[Options, string]>([
    [{}, ''],
    [{ local: '/srv/a b' }, " --local '/srv/a b'"],
    [{ spec: '/srv/my.yaml' }, ' --spec /srv/my.yaml'],
    [{ local: '/srv/a', spec: '/srv/my.yaml' }, ' --local /srv/a --spec /srv/my.yaml'],
  ])('%o', (options, wanted) => {
    const call = callOf({ options });
    expect(whichBroker(call, layoutOf(call))).toBe(wanted);
  });
});
