import { describe, expect, it } from 'vitest';
import { filesMode } from '../../../src/checks/files-mode.ts';
import { systemLayout } from '../../../src/distros/layout.ts';
import type { FileFact } from '../../../src/facts/types.ts';
import { contextWith } from '../../helpers/check-context.ts';
import { healthyFacts, missingFile, withFile } from '../../helpers/facts.ts';

const { passwd, probe } = systemLayout;

describe('to an ordinary user', () => {
  it.each<[string, string, Partial<FileFact>, string]>([
    ['a file in a closed folder is no fault', probe, { ...missingFile, kind: 'unreadable' }, 'pass'],
    [
      'a file that is closed as it should be is none',
      passwd,
      { kind: 'unreadable', content: null, sha256: null },
      'pass',
    ],
    [
      'a closed file of somebody else is one',
      passwd,
      { kind: 'unreadable', owner: 'alice', content: null },
      'fail',
    ],
  ])('%s', async (_what, path, change, status) => {
    const facts = withFile(healthyFacts(), path, change);
    const host = { ...contextWith({}).host, stat: async () => null };
    const result = await filesMode.run(contextWith({ facts, host }));
    const about = (result.evidence ?? []).filter((line) => line.startsWith(path));
    expect(about.length === 0 ? 'pass' : 'fail', about.join()).toBe(status);
  });
});
