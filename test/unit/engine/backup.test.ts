import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { placedHere } from '../../../src/cli/flow/backup.ts';
import { localLayout, systemLayout } from '../../../src/distros/layout.ts';
import { type Backup, parseBackup, printBackup } from '../../../src/engine/backup/format.ts';
import { isSealed, seal, unseal } from '../../../src/engine/backup/seal.ts';
import { sha256 } from '../../../src/engine/generations/format.ts';
import { exitOf } from '../../helpers/scratch.ts';

const bytes = (path: string, data: Buffer | string) => ({
  path,
  owner: 'root',
  group: 'root',
  mode: 0o600,
  sha256: sha256(data),
  data: Buffer.from(data),
});

const one: Backup = {
  kind: 'mqtt-setup backup',
  schemaVersion: 1,
  made: '2026-11-26T12:00:00.000Z',
  tool: '0.1.0',
  mosquitto: '2.0.11',
  mode: 'system',
  dir: null,
  generation: 3,
  files: [bytes('/etc/mqtt-setup/broker.yaml', 'version: 1\n')],
  store: bytes('/var/lib/mosquitto/mosquitto.db', Buffer.from([0, 0xb5, 0xff, 10])),
  generations: [
    {
      schemaVersion: 1,
      number: 3,
      made: '2026-11-26T11:00:00.000Z',
      command: 'mqtt-setup install',
      who: 'root',
      message: null,
      tool: '0.1.0',
      mosquitto: '2.0.11',
      package: null,
      report: { ok: true, checks: {} },
      files: [bytes('/etc/mqtt-setup/broker.yaml', 'version: 1\n')],
      overwritten: [],
    },
  ],
};

const text = gunzipSync(printBackup(one)).toString();
const packed = (changed: string): Buffer => gzipSync(changed);

describe('a backup', () => {
  it('is read back as it was', () => {
    expect(parseBackup(printBackup(one))).toEqual({ backup: one });
  });

  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'foreign'],
    ['a text', Buffer.from('hello'), 'foreign'],
    ['gzip of something else', packed('{"a":1}\n'), 'foreign'],
    ['cut off', printBackup(one).subarray(0, 100), 'damaged'],
    ['without its last line', packed(`${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`), 'damaged'],
    ['another content', packed(text.replace('version: 1', 'version: 2')), 'damaged'],
    ['of a later version', packed(text.replace('"schemaVersion":1', '"schemaVersion":9')), 'newer'],
    ['with a key that says nothing', packed(text.replace('"mode":"system"', '"mode":"both"')), 'damaged'],
    ['a bomb', gzipSync(Buffer.alloc(0.5 * 1024 ** 3)), 'damaged'],
  ])('is refused: %s', { timeout: 60_000 }, (_name, data, problem) => {
    expect(parseBackup(data)).toEqual({ problem });
  });

  it('is opened by its passphrase alone, and by nothing that was changed', () => {
    const sealed = seal(printBackup(one), 'a long passphrase');
    expect(isSealed(sealed)).toBe(true);
    expect(isSealed(printBackup(one))).toBe(false);
    expect(sealed.includes('broker.yaml')).toBe(false);
    expect(unseal(sealed, 'a long passphrase')).toEqual(printBackup(one));
    expect(unseal(sealed, 'a long Passphrase')).toBeNull();
    for (const at of [32, 50, 65, 80, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(changed, 'a long passphrase'), `byte ${at}`).toBeNull();
    }
    for (const length of [31, 40, 60, 75]) expect(unseal(sealed.subarray(0, length), 'x')).toBeNull();
  });
});

describe('where a backup puts its files', () => {
  it.each([
    '/etc/shadow',
    '/etc/mosquitto/../shadow',
    '/etc/mosquitto//x',
    '/etc/mosquitto/./x',
    '/etc/mosquitto/conf.d/a\nb',
    '../etc/mosquitto/x',
    '/root/.ssh/authorized_keys',
    '/etc/systemd/system/other.service',
    '/var/lib/mqtt-setup/lock',
    '/etc/mosquitto/',
  ])('is not: %j', async (path) => {
    const bad = { ...one, files: [bytes(path, 'x')] };
    const placed = Promise.resolve().then(() => placedHere(bad, systemLayout));
    expect(await exitOf(placed)).toEqual({ exit: 'input', keys: ['backup.outside'] });
  });

  it.each([
    '/etc/shadow',
    '/etc/cron.d/x.db',
    '/var/lib/mosquitto/../x.db',
    '/var/lib/mosquitto/x/y.db',
    '/var/lib/mosquitto/x',
  ])('is not, for a database: %j', async (path) => {
    const placed = Promise.resolve().then(() =>
      placedHere({ ...one, store: bytes(path, 'x') }, systemLayout),
    );
    expect(await exitOf(placed)).toEqual({ exit: 'input', keys: ['backup.outside'] });
  });

  it('is the folder that broker.yaml names, for a database', () => {
    const spec = bytes('/etc/mqtt-setup/broker.yaml', 'version: 1\npersistence:\n  location: /srv/mqtt\n');
    const moved = { ...one, files: [spec], store: bytes('/srv/mqtt/mosquitto.db', 'x') };
    expect(placedHere(moved, systemLayout).store?.path).toBe('/srv/mqtt/mosquitto.db');
  });

  it('is a place of the broker’s', () => {
    expect(placedHere(one, systemLayout).files.map(({ path }) => path)).toEqual([
      '/etc/mqtt-setup/broker.yaml',
    ]);
  });

  it('moves with the folder of a local broker', () => {
    const local = {
      ...one,
      mode: 'local' as const,
      dir: '/old',
      files: [bytes('/old/broker.yaml', 'x')],
      store: null,
    };
    expect(placedHere(local, localLayout('/new')).files.map(({ path }) => path)).toEqual([
      '/new/broker.yaml',
    ]);
  });

  it('is no place of the other kind', async () => {
    const placed = Promise.resolve().then(() => placedHere(one, localLayout('/new')));
    expect(await exitOf(placed)).toEqual({ exit: 'refused', keys: ['backup.ofMachine'] });
  });
});
