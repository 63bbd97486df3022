import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/engine/plan.ts';
import type { Notify, Resource } from '../../../src/engine/types.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { debianFacts, missing } from '../../helpers/machine-facts.ts';

const facts = debianFacts({
  files: { ...debianFacts().files, '/a': missing, '/b': missing },
});
const service: Resource = {
  kind: 'service',
  id: 'service',
  service: facts.service.ref,
  running: true,
  enabled: true,
};

function file(path: string, notify: Notify | null): Resource {
  const rest = { owner: null, group: null, mode: 0o600, secret: null, why: msg('engine.why.ours') };
  return { kind: 'file', id: path, path, content: 'x', notify, ...rest };
}

describe('a plan', () => {
  it.each<[string, Resource[], string[]]>([
    ['is empty where all is so', [service], []],
    ['asks for nothing where the broker does not read it', [file('/a', null), service], ['create']],
    [
      'asks for one reload for many files',
      [file('/a', 'reload'), file('/b', 'reload'), service],
      ['create', 'create', 'reload'],
    ],
    [
      'asks for the stronger of two',
      [file('/a', 'restart'), file('/b', 'reload'), service],
      ['create', 'create', 'restart'],
    ],
    ['asks on account of what comes before', [service, file('/a', 'restart')], ['create']],
  ])('%s', (_what, resources, verbs) => {
    expect(planChanges(resources, facts).steps.map(({ verb }) => verb)).toEqual(verbs);
  });

  it('says of each thing that is so how it knows', () => {
    expect(planChanges([service], facts).kept).toEqual([
      { id: 'service', reason: msg('engine.same.service', { state: 'active', pid: 700 }) },
    ]);
  });
});
