import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpackedTree } from '../../src/distros/unpacked.ts';
import { AppError } from '../../src/errors.ts';
import type { MosquittoFact } from '../../src/facts/types.ts';
import { provideLocalBroker } from '../../src/host/packages-local.ts';
import { realHost } from '../../src/host/real.ts';
import { runAsNobody } from '../helpers/run-as.ts';

/** Can the machine's package source be reached? In CI it must be. */
async function isOnline(): Promise<boolean> {
  if (process.env['CI']) return true;
  const dir = await mkdtemp(join(tmpdir(), 'packages-online-'));
  try {
    await provideLocalBroker(realHost(), join(dir, 'cache'));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.exit === 'unreachable') return false;
    throw error;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const online = await isOnline();
if (!online) process.stderr.write('skipped: no package source can be reached from here\n');

let cache = '';
beforeEach(async () => {
  cache = join(await mkdtemp(join(tmpdir(), 'packages a b-')), 'cache');
});
afterEach(() => rm(join(cache, '..'), { recursive: true, force: true }));

describe('Debian’s own broker in a folder', () => {
  test.skipIf(!online)(
    'is fetched by an ordinary user without a home, and runs',
    async () => {
      await chmod(join(cache, '..'), 0o777);
      const printed = await runAsNobody(
        `
      import { provideLocalBroker } from '@/host/packages-local.ts';
      import { realHost } from '@/host/real.ts';
      console.log(JSON.stringify(await provideLocalBroker(realHost(), process.argv[2] ?? '')));
    `,
        [cache],
      );
      const found = JSON.parse(printed) as MosquittoFact;
      expect(found.version).toMatch(/^2\.\d+\.\d+$/);
      const env = { LD_LIBRARY_PATH: found.libraries.join(':') };
      expect(
        (await realHost().query([`${found.clients}/mosquitto_pub`, '--help'], { env })).stdout,
      ).toContain(`version ${found.version}`);
      expect((await realHost().query([found.binary ?? '', '-h'], { env })).stdout).toContain(
        `version ${found.version}`,
      );
      expect(await readdir(cache)).toEqual(['apt', 'root']);
      expect((await readdir(unpackedTree(cache, process.arch).root)).includes('mqtt-setup-packages')).toBe(
        true,
      );
    },
    120_000,
  );

  test('says that nothing could be fetched, with apt’s own words, and leaves no half tree', async () => {
    const before = { ...process.env };
    // Nobody listens on port 9 here: as good as no network.
    Object.assign(process.env, { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' });
    try {
      const error: unknown = await provideLocalBroker(realHost(), cache).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(AppError);
      const { exit, problems } = error as AppError;
      expect(exit).toBe('unreachable');
      expect(JSON.stringify(problems)).toMatch(/E: /);
    } finally {
      for (const name of ['http_proxy', 'https_proxy']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    expect((await readdir(cache)).includes('root')).toBe(false);
  }, 120_000);
});
