import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatherConfTree } from '../../../src/facts/conf-tree.ts';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { frAll as fr } from '../../../src/i18n/fr-all.ts';
import { say } from '../../../src/i18n/translate.ts';
import { lint } from '../../../src/lint/lint.ts';
import { rules } from '../../../src/lint/registry.ts';
import type { Finding } from '../../../src/lint/types.ts';
import { lintCases, type Tree } from '../../cases/lint/cases.ts';
import { versionOf } from '../../helpers/lint.ts';
import { memoryHost } from '../../helpers/memory-host.ts';

const made = Date.parse(
  new X509Certificate(readFileSync(join(import.meta.dirname, '../../cases/lint/server.pem'))).validFrom,
);

async function findings(tree: Tree, version: string, day: number): Promise<Finding[]> {
  const host = memoryHost(tree, new Date(made + day * 86_400_000));
  const found = await gatherConfTree(host, '/etc/mosquitto/mosquitto.conf', versionOf(version));
  const all = lint(found, versionOf(version));
  for (const { message, why, fix } of all)
    for (const text of [message, why, ...(fix === undefined ? [] : [fix])])
      for (const words of [say(en, text), say(fr, text)])
        if (words === '' || /undefined|\[object|NaN/.test(words)) throw new Error(`${text.key}: ${words}`);
  return all;
}

/** What holds for this version itself, not only for a later one. */
async function ids(tree: Tree, version: string, day: number): Promise<string[]> {
  return (await findings(tree, version, day)).filter(({ from }) => from === undefined).map(({ id }) => id);
}

/** What only another user than root meets is tested with the files of the machine. */
const elsewhere = ['file.unseen'];

describe('each rule', () => {
  test('has a case', () => {
    const missing = rules.filter(({ id }) => !lintCases.some(({ rule }) => rule === id));
    expect(missing.map(({ id }) => id)).toEqual(elsewhere);
  });

  const named = lintCases.map((one, index) => [`${one.rule} ${index}`, one] as const);
  test.each(named)('%s is found where it is, and not where it is not', async (_name, one) => {
    const { rule, bad, at, good, version = '2.0.21', goodVersion, day = 1, goodDay = 1, fix } = one;
    const found = (await findings(bad, version, day)).filter(
      ({ id, from }) => id === rule && from === undefined,
    );
    const places = found.map(({ place }) =>
      [place.file.replace('/etc/mosquitto/', ''), ...(place.line === undefined ? [] : [place.line])].join(
        ':',
      ),
    );
    expect(places).toContain(at);
    expect(await ids(good, goodVersion ?? '2.0.21', goodDay)).not.toContain(rule);
    if (fix !== undefined)
      expect(found.map((one) => (one.fix === undefined ? '' : say(en, one.fix))).join('\n')).toContain(fix);
  });
});
