import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesAround, linesBelow, linksAround, wholeFiles } from '../cases/lint/refusals.ts';
import { lintAt, writeTree } from '../helpers/lint.ts';
import { freePort, noBroker } from '../helpers/mosquitto.ts';
import { startOn } from '../helpers/start-on.ts';

/** The broker as the judge of `check`: what we say it refuses it refuses, and what we let pass it starts with. */

const reason = noBroker();
if (reason !== null) process.stderr.write(`the broker's verdict on check is left out: ${reason}\n`);

const bytes: [string, Buffer][] = [
  ['Latin-1 in a comment', Buffer.from('# caf\u00e9\nlistener PORT 127.0.0.1\n', 'latin1')],
  ['Latin-1 in a text', Buffer.from('listener PORT 127.0.0.1\nclientid_prefixes caf\u00e9\n', 'latin1')],
  [
    'Latin-1 behind a word',
    Buffer.from('listener PORT 127.0.0.1\nallow_anonymous true caf\u00e9\n', 'latin1'),
  ],
];

/** Does a real broker start on the tree, and do we say so? Both read the very same files. */
async function verdicts(
  conf: string | Buffer,
): Promise<{ broker: boolean; ours: boolean; refused: string[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'mqtt-setup-lint-'));
  try {
    await writeTree(dir, filesAround);
    for (const [name, target] of Object.entries(linksAround)) await symlink(target, join(dir, name));
    const [port, port2] = [await freePort(), await freePort()];
    const text = (typeof conf === 'string' ? Buffer.from(conf) : conf)
      .toString('latin1')
      .replaceAll('DIR', dir)
      .replaceAll('PORT2', `${port2}`)
      .replaceAll('PORT', `${port}`);
    // As root the broker would become another user, who may not enter the folder.
    const user = process.getuid?.() === 0 ? 'user root\n' : '';
    const more = `${user}log_dest stderr\n`;
    // Behind a NUL byte nothing would be read any more, before a byte order mark it would be none.
    const bytes = text.includes('\0') ? `${more}${text}` : `${text}\n${more}`;
    await writeTree(dir, { 'mosquitto.conf': Buffer.from(bytes, 'latin1') });
    const verdict = await startOn(join(dir, 'mosquitto.conf'), port);
    const refused = (await lintAt(dir, '2.0.11')).flatMap(({ id, refused }) =>
      refused === true ? [id] : [],
    );
    return { broker: verdict === 'runs', ours: refused.length === 0, refused };
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function agree(conf: string | Buffer): Promise<void> {
  const { broker, ours, refused } = await verdicts(conf);
  expect({ starts: ours, refused }).toEqual({ starts: broker, refused: broker ? [] : refused });
}

describe.skipIf(reason !== null)('2.0.11 and check agree', () => {
  test.each(linesBelow)('%j below a listener', (lines) => agree(`listener PORT 127.0.0.1\n${lines}\n`));
  test.each(wholeFiles.map((text, index) => [index, text] as const))('file %i', (_index, text) =>
    agree(text),
  );
  test.each(bytes)('%s', (_name, conf) => agree(conf));
});
