import { chown, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { realHost } from '../../src/host/real.ts';
import { describeCli } from '../helpers/cli-describe.ts';
import { sha256 } from '../helpers/facts.ts';

/** The very moment in which a password file is replaced; whole commands race in `hosts/races.test.ts`. */
describeCli('mosquitto_passwd at the moment of the swap', (sandbox) => {
  test('two hundred times: its account is in the file, or its loss is told', async () => {
    const folder = await mkdtemp(join(sandbox.home, 'race-'));
    await chown(folder, sandbox.user.uid, sandbox.user.gid);
    const path = join(folder, 'passwd');
    // Many lines, so that it is at it for a while.
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `user-${i}:$7$101$c2FsdHNhbHRzYWx0$${'A'.repeat(86)}==\n`,
    );
    const base = lines.join('');
    const seen = { kept: 0, refused: 0, lost: 0 };
    for (let round = 0; round < 200; round += 1) {
      const host = realHost();
      await writeFile(path, base);
      await chown(path, sandbox.user.uid, sandbox.user.gid);
      const { uid, gid } = sandbox.user;
      const tool = [`${sandbox.broker.bin}/bin/mosquitto_passwd`, '-b', path, 'theirs', 'x'];
      const other = sandbox.start(tool, { env: sandbox.broker.env }).done;
      await wait((round % 40) / 4);
      const staged = `${path}.new`;
      const ours = `${base}ours:$7$101$c2FsdHNhbHRzYWx0$${'B'.repeat(86)}==\n`;
      const write = { type: 'write', owner: null, group: null, mode: 0o600 } as const;
      await host.perform({ ...write, path: staged, content: ours });
      await chown(staged, uid, gid);
      const refused = await host
        .perform({ type: 'rename', from: staged, to: path, expect: sha256(base) })
        .then(() => false)
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          expect(error.exit).toBe('refused');
          return true;
        });
      if (refused) await host.perform({ type: 'remove', path: staged });
      const { code } = await other;
      const told = await host.writtenSince();
      const text = await readFile(path, 'utf8');
      const isLost = code === 0 && !/^theirs:/m.test(text);
      expect(isLost ? told : [], `round ${round}: ${refused ? 'refused' : 'replaced'}`).toEqual(
        isLost ? [path] : [],
      );
      expect(/^ours:/m.test(text)).toBe(!refused);
      seen[isLost ? 'lost' : refused ? 'refused' : 'kept'] += 1;
    }
    process.stderr.write(`races: ${JSON.stringify(seen)}\n`);
    // Where none of them met, nothing was tried.
    expect(seen.refused).toBeGreaterThan(0);
  });
});
