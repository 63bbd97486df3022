import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run.ts';
import type { CheckContext, CheckStatus, Endpoint } from '../../src/checks/types.ts';
import { Hidden } from '../../src/hidden.ts';
import { connect } from '../../src/host/mqtt.ts';
import { realHost } from '../../src/host/real.ts';
import { handshake } from '../../src/host/tls.ts';
import { hasOpenssl } from '../helpers/certificate.ts';
import { contextWith } from '../helpers/check-context.ts';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import { told } from '../helpers/host-cli.ts';
import { type Broker, freePort, noBroker, startMosquitto } from '../helpers/mosquitto.ts';
import { day, type Pair, Pki } from '../helpers/pki.ts';

/** Every check of TLS, on brokers that are well and on brokers that are not. */
describe.skipIf(!hasOpenssl || noBroker() !== null)('checks of TLS', () => {
  const pki = new Pki();
  const other = new Pki({ name: 'Other CA' });
  afterAll(() => {
    pki.remove();
    other.remove();
  });
  const strong =
    'tls_version tlsv1.2\nciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384\n';

  async function statuses(
    pair: Pair,
    lines: string,
    more: Partial<CheckContext> & { endpoint?: Partial<Endpoint> } = {},
  ): Promise<Record<string, CheckStatus>> {
    const { endpoint, ...given } = more;
    const certificate = join(pki.folder, `${pair.key.length}-${Math.random()}.crt`);
    await writeFile(certificate, pair.certificate);
    await writeFile(`${certificate}.key`, pair.key);
    const conf = `allow_anonymous true\nlistener PORT 127.0.0.1\ncertfile ${certificate}\nkeyfile ${certificate}.key\n${lines}`;
    let broker: Broker | null = null;
    try {
      broker = await startMosquitto({ conf });
      const context = contextWith({
        host: realHost(),
        endpoints: [{ listener: 'tls', host: 'localhost', port: broker.port, transport: 'tls', ...endpoint }],
        connect: (options) => connect({ ...options, tls: { insecure: true } }),
        handshake: (where, options) => handshake(where, { ca: pki.authority.certificate, ...options }),
        credentials: { username: 'a', password: new Hidden('b') },
        ...given,
      });
      const { checks } = await runChecks(context, { only: ['tls'] });
      return Object.fromEntries(checks.map(({ id, status }) => [id.replace('tls.', ''), status]));
    } finally {
      await broker?.stop();
    }
  }

  const well = { certificate: 'pass', expiry: 'pass', protocols: 'pass', devices: 'pass' };

  test.each<[string, () => Pair, string, Parameters<typeof statuses>[2], Record<string, string>]>([
    ['all is well', () => pki.issue(), strong, {}, well],
    ['another CA', () => other.issue(), strong, {}, { ...well, certificate: 'fail' }],
    [
      'another CA, where nobody is to judge',
      () => other.issue(),
      strong,
      { insecure: true },
      { ...well, certificate: 'warn' },
    ],
    [
      'another name',
      () => pki.issue({ names: ['elsewhere.example'] }),
      strong,
      {},
      { ...well, certificate: 'fail' },
    ],
    [
      'a certificate that has ended',
      () => pki.issue({ notAfter: new Date(Date.now() - 1000), notBefore: new Date(Date.now() - 9 * day) }),
      strong,
      {},
      { ...well, certificate: 'fail', expiry: 'fail' },
    ],
    [
      'one that ends soon',
      () => pki.issue({ notAfter: new Date(Date.now() + 5 * day) }),
      strong,
      {},
      { ...well, expiry: 'warn' },
    ],
    [
      'one that ends too soon for its owner',
      () => pki.issue(),
      strong,
      { certWithinMs: 60 * day },
      { ...well, expiry: 'fail' },
    ],
    [
      'a key that small devices cannot load',
      () => pki.issue({ key: 'p256' }),
      strong,
      {},
      { ...well, devices: 'warn' },
    ],
    ['TLS 1.3 alone', () => pki.issue(), 'tls_version tlsv1.3\n', {}, { ...well, devices: 'warn' }],
    ['ciphers as they come', () => pki.issue(), '', {}, { ...well, protocols: 'warn' }],
    [
      'TLS 1.1',
      () => pki.issue(),
      'tls_version tlsv1.1\nciphers ALL:@SECLEVEL=0\n',
      {},
      { ...well, protocols: 'fail' },
    ],
    [
      'certificates of clients that nobody asks for',
      () => pki.issue(),
      strong,
      { endpoint: { client: 'name' } },
      { ...well, clients: 'fail' },
    ],
    [
      'the same, where whoever has no password is refused behind TLS',
      () => pki.issue(),
      `${strong}allow_anonymous false\n`,
      { endpoint: { client: 'both' } },
      { ...well, clients: 'fail' },
    ],
  ])('%s', async (_what, pair, lines, more, wanted) => {
    const found = await statuses(pair(), lines, more);
    const { clients, ...rest } = found;
    expect({ ...rest, ...(wanted['clients'] === undefined ? {} : { clients }) }).toEqual(wanted);
  });

  test('nobody there', async () => {
    const port = await freePort();
    const context = contextWith({
      host: realHost(),
      endpoints: [{ listener: 'tls', host: '127.0.0.1', port, transport: 'tls' }],
      connect,
      handshake,
    });
    const { checks } = await runChecks(context, {
      only: ['tls.expiry', 'tls.protocols', 'tls.devices', 'tls.certificate'],
    });
    expect(checks.map(({ status }) => status)).toEqual(['fail', 'skip', 'skip', 'skip']);
  });
});

describeCli('certificates of a broker in a folder', (sandbox) => {
  const local = localBroker(sandbox);
  let port = 0;
  let secure = 0;
  const spec = (more = ''): string =>
    `version: 1\nprofile: local\nlisteners:\n  - {name: mqtt, port: ${port}}\n  - {name: mqtts, port: ${secure}, tls: {clients: identity}}\n${more}`;

  beforeAll(async () => {
    [port, secure] = [await freePort(), await freePort()];
    await local.install('--port', `${port}`);
  });

  const cli = (...args: string[]) => sandbox.cli([...args, '--local', local.dir]);
  const word = async (text: string): Promise<string> => {
    const path = join(sandbox.home, `word-${text.length}`);
    await writeFile(path, `${text}\n`);
    return path;
  };

  test('a CA whose key asks for a passphrase signs with it, and with nothing else', async () => {
    const made = await cli('tls', 'init', '--ca-passphrase-file', await word('a long secret'));
    expect(made.code, told(made)).toBe(0);
    expect(await readFile(join(local.dir, 'ca/ca.key'), 'utf8')).toContain('ENCRYPTED');
    expect(made.stdout + made.stderr).not.toContain('a long secret');
    await writeFile(join(local.dir, 'broker.yaml'), spec());
    const without = await cli('apply', '--yes');
    expect(without.code).toBe(64);
    expect(without.stderr).toContain('--ca-passphrase-file');
    const wrong = await cli('apply', '--yes', '--ca-passphrase-file', await word('wrong'));
    expect(wrong.code, told(wrong)).not.toBe(0);
    expect(wrong.stderr).toContain('passphrase');
    const right = await cli('apply', '--yes', '--ca-passphrase-file', await word('a long secret'));
    expect(right.code, told(right)).toBe(0);
    const again = await cli('apply', '--yes');
    expect(again.code, told(again)).toBe(0);
    expect(again.stdout).toContain('Nothing to do');
  });

  test('mqtt.js connects with what was handed out, and only with that', async () => {
    const folder = join(sandbox.home, 'bundle');
    const words = ['--certificate', '--role', 'both', '--topic', 'js/#', '--out', folder];
    const added = await cli(
      'add-user',
      'js',
      ...words,
      '--ca-passphrase-file',
      await word('a long secret'),
      '--json',
    );
    expect(added.code, told(added)).toBe(0);
    const file = (name: string) => readFile(join(folder, name));
    const [ca, cert, key] = await Promise.all([file('ca.crt'), file('js.crt'), file('js.key')]);
    expect((await stat(join(folder, 'js.key'))).mode & 0o777).toBe(0o600);
    const url = `mqtts://localhost:${secure}`;
    const client = await connectAsync(url, { ca, cert, key, reconnectPeriod: 0, connectTimeout: 5000 });
    const heard = new Promise<string>((resolve) =>
      client.on('message', (_topic, payload) => resolve(payload.toString())),
    );
    await client.subscribeAsync('js/#', { qos: 1 });
    await client.publishAsync('js/x', 'hello', { qos: 1 });
    expect(await heard).toBe('hello');
    await client.endAsync();
    await expect(connectAsync(url, { ca, reconnectPeriod: 0, connectTimeout: 5000 })).rejects.toThrow();
    await expect(connectAsync(url, { cert, key, reconnectPeriod: 0, connectTimeout: 5000 })).rejects.toThrow(
      /self.signed|issuer/,
    );
    const twice = await cli('tls', 'client', 'js', '--out', folder);
    expect(twice.code).toBe(64);
  });

  test('what an outsider sees of it is said, and of nobody too', async () => {
    const ca = join(local.dir, 'certs/mqtt-setup-ca.crt');
    const seen = await sandbox.cli(['audit', '-h', 'localhost', '-p', `${secure}`, '--cafile', ca, '--json']);
    expect(seen.code, told(seen)).toBe(0);
    const plain = await sandbox.cli([
      'audit',
      '-h',
      'localhost',
      '-p',
      `${port}`,
      '--json',
      '--fail-on',
      'medium',
    ]);
    expect(plain.code).toBe(1);
    expect(plain.stdout).toContain('outside.plaintext');
    const nobody = await sandbox.cli(['audit', '-h', 'localhost', '-p', `${await freePort()}`, '--json']);
    expect(nobody.code).toBe(69);
    expect((await sandbox.cli(['audit', '--port', '1883'])).code).toBe(64);
  });

  test.each<[string, string[], number, RegExp]>([
    ['an action that is none', ['tls', 'cleint', 'a'], 64, /client/],
    ['a client without a name', ['tls', 'client'], 64, /name/],
    ['a name for nobody', ['tls', 'status', 'x'], 64, /x/],
    ['a name that no certificate can bear', ['tls', 'client', 'a/../b'], 64, /ASCII/],
    ['a name with a line break', ['tls', 'client', 'a\nCN=b'], 64, /ASCII/],
    ['a name that openssl would expand', ['tls', 'client', '$ENV::HOME'], 64, /ASCII/],
    ['an option of another action', ['tls', 'status', '--force'], 64, /--force/],
    ['a client that nobody knows', ['tls', 'revoke', 'jss', '--yes'], 64, /js/],
    ['half a pair', ['install', '--yes', '--cert', '/x'], 64, /--key/],
    [
      'two sources',
      ['install', '--yes', '--cert', '/x', '--key', '/y', '--acme', '--domain', 'a.example'],
      64,
      /--acme/,
    ],
    ['ACME without a domain', ['install', '--yes', '--acme'], 64, /--domain/],
    ['a domain that is none', ['install', '--yes', '--acme', '--domain', 'a b'], 64, /a b/],
    [
      'a mail address that is none',
      ['install', '--yes', '--acme', '--domain', 'a.example', '--email', 'me'],
      64,
      /me/,
    ],
    [
      'files that are not there',
      ['install', '--yes', '--cert', '/nowhere/c', '--key', '/nowhere/k'],
      65,
      /nowhere\/c[\s\S]*nowhere\/k/,
    ],
    ['--cert-within of nothing', ['verify', '--cert-within', 'soon'], 64, /soon/],
  ])('%s', async (_what, args, code, said) => {
    const done = await cli(...args);
    expect(done.code, told(done)).toBe(code);
    expect(done.stderr).toMatch(said);
  });

  test('a key of the CA that is kept elsewhere is asked for, and nothing is overwritten', async () => {
    const key = join(local.dir, 'ca/ca.key');
    await rename(key, `${key}.kept`);
    const refused = await cli('tls', 'renew', '--force', '--yes');
    expect(refused.code, told(refused)).toBe(78);
    expect(refused.stderr).toContain('tls init --force');
    // What is there goes on, and idle runs have no need of it.
    const idle = await cli('verify');
    expect(idle.code, told(idle)).toBe(0);
    await rename(`${key}.kept`, key);
  });

  test('another CA is made only when it is asked for, and says what that means', async () => {
    const before = await readFile(join(local.dir, 'ca/ca.crt'), 'utf8');
    const dry = await cli('tls', 'init', '--force', '--dry-run');
    expect(dry.code, told(dry)).toBe(0);
    expect(dry.stderr).toContain('A new CA');
    const made = await cli(
      'tls',
      'init',
      '--force',
      '--yes',
      '--ca-passphrase-file',
      await word('another secret'),
    );
    expect(made.code, told(made)).toBe(0);
    expect(await readFile(join(local.dir, 'ca/ca.crt'), 'utf8')).not.toBe(before);
    const verified = await cli('verify');
    expect(verified.code, told(verified)).toBe(0);
  });
});
