import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';
import { afterEach, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { json, told, verifyJson } from '../helpers/host-cli.ts';

interface Foreign {
  port: number;
  stop(): Promise<void>;
}

/** A broker of another make, which speaks MQTT 3.1.1 alone. */
async function startAedes(options: { isOpen?: boolean; mayWrite?: boolean } = {}): Promise<Foreign> {
  const broker = await Aedes.createBroker({
    authenticate: (_client, username, password, done) => {
      const isKnown = username === 'alice' && password?.toString() === 'a good password';
      done(null, isKnown || options.isOpen === true);
    },
    authorizePublish: (_client, _packet, done) => done(options.mayWrite === false ? new Error('no') : null),
  });
  const server: Server = createServer(broker.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: async () => {
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

describeCli('verify of aedes', (sandbox) => {
  let foreign: Foreign;
  afterEach(async () => foreign.stop());

  async function verify() {
    const result = await sandbox.cli(
      ['verify', '--json', '-L', `mqtt://alice@127.0.0.1:${foreign.port}`, '--password-env', 'PW'],
      { env: { PW: 'a good password' } },
    );
    const { checks, ok } = json(verifyJson, result);
    return {
      code: result.code,
      ok,
      of: Object.fromEntries(checks.map(({ id, status }) => [id, status])),
      text: told(result),
    };
  }

  test('finds it well, and says which version it does not speak', async () => {
    foreign = await startAedes();
    const { of, text, code } = await verify();
    expect(of).toMatchObject({ 'connect.reach': 'pass', 'auth.anonymous': 'pass', 'messages.qos2': 'pass' });
    expect(code, text).toBe(0);
  });

  test('sees that everybody is let in', async () => {
    foreign = await startAedes({ isOpen: true });
    const { of, code } = await verify();
    expect(of).toMatchObject({ 'auth.anonymous': 'fail', 'auth.wrong-password': 'fail' });
    expect(code).toBe(1);
  });

  test('sees that nothing may be sent', async () => {
    foreign = await startAedes({ mayWrite: false });
    const { of, code } = await verify();
    expect(of).toMatchObject({ 'messages.qos1': 'fail' });
    expect(code).toBe(1);
  });
});
