import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { install, owner, program, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { spyOn } from '../helpers/host-spy.ts';

/** What must be nowhere but where it was put, each with the files in which somebody put it, or may. */
const canaries = {
  first: 'Kanarienvogel-1-singt',
  second: 'Kanarienvogel-2-singt',
  imported: 'Kanarienvogel-3-singt',
  bridge: 'Kanarienvogel-4-singt',
  passphrase: 'Kanarienvogel-5-singt',
  refused: 'Kanarienvogel-6-singt',
};
const secrets = [owner.password, ...Object.values(canaries)];
const handed = ['/root/second', '/root/pupils.csv', '/root/bridge', '/root/passphrase'];
/** A bridge's password has to stand in the broker's configuration, and so in what brings that back. */
const bridged =
  /^\/(?:etc\/mosquitto\/conf\.d\/mqtt-setup\.conf|var\/lib\/mqtt-setup\/generations\/\d+\.jsonl)$/;

const spec = `version: 1
listeners:
  - port: 1883
    bind: loopback
bridges:
  - name: cloud
    remote: 127.0.0.1:9
    username: us
    password_file: /root/bridge
    topics:
      - filter: x/#
        direction: out
    test_topic: x/test
`;

describeHosts('secrets', () => {
  let host: TestHost;

  beforeAll(async () => {
    host = await bootHost({
      release: 'trixie',
      init: 'systemd',
      network: 'none',
      preinstall: ['mosquitto', 'mosquitto-clients'],
    });
  });
  afterAll(async () => host?.stop());

  test('are in no process, output, log or file but those they were put into', {
    timeout: 600_000,
  }, async () => {
    const outputs: [string, string][] = [];
    const run = async (args: readonly string[], code = 0, input = ''): Promise<void> => {
      const result = await host.run([...program, ...args, '--debug', '--verbose', '--explain'], { input });
      expect(result.code, `${args.join(' ')}\n${told(result)}`).toBe(code);
      outputs.push(
        [`${args.join(' ')} (stdout)`, result.stdout],
        [`${args.join(' ')} (stderr)`, result.stderr],
      );
    };
    await host.write('/root/second', `${canaries.second}\n`);
    await host.write('/root/bridge', `${canaries.bridge}\n`);
    await host.write('/root/passphrase', `${canaries.passphrase}\n`);
    await host.write('/root/pupils.csv', `name,roles,password\npupil,device,${canaries.imported}\n`);
    await host.must(['chmod', '600', ...handed]);
    await host.must('touch -d "-2 seconds" /root/before');
    const seen = await spyOn(host, secrets, async () => {
      const done = await install(host, ['--debug', '--verbose', '--explain']);
      expect(done.code, told(done)).toBe(0);
      outputs.push(['install (stdout)', done.stdout], ['install (stderr)', done.stderr]);
      await run(['add-user', 'first', '--role', 'device', '--password-file', '-'], 0, `${canaries.first}\n`);
      await run(['add-user', 'second', '--role', 'device', '--password-file', '/root/second']);
      await run(['set-password', 'first', '--password-file', '-', '--dry-run'], 0, `${canaries.refused}\n`);
      await run(['set-password', 'nobody', '--password-file', '-'], 64, `${canaries.refused}\n`);
      await run(['import-users', '/root/pupils.csv', '--yes']);
      await host.write('/etc/mqtt-setup/broker.yaml', spec);
      await run(['plan']);
      await run(['apply', '--yes']);
      // Nobody is at the other end of the bridge.
      await run(['verify'], 1);
      await run(['doctor', '--bundle', '/root/bundle.json']);
      await run(['backup', '/root/broker.backup', '--encrypt', '--password-file', '/root/passphrase']);
      await run(['rollback', '--yes']);
      await run(['restore', '/root/broker.backup', '--yes', '--password-file', '/root/passphrase']);
      await host.must('echo "damaged line" >> /etc/mosquitto/mqtt-setup.acl');
      await run(['diff']);
      await run(['apply', '--yes'], 78);
      const reloaded = await host.run('systemctl reload mosquitto');
      expect(reloaded.code).not.toBe(0);
      await run(['apply', '--yes', '--overwrite-drift']);
      await run(['history']);
    });
    expect([...seen.leaks]).toEqual([]);
    const journal = await host.must('journalctl --sync; journalctl --no-pager -o export');
    const holds = (text: string): boolean =>
      secrets.some((secret) =>
        [
          secret,
          Buffer.from(secret).toString('base64').replace(/=+$/, ''),
          Buffer.from(secret).toString('hex'),
          encodeURIComponent(secret),
        ].some((form) => text.includes(form)),
      );
    // The canaries would be seen: each stands where it was put.
    for (const path of handed) expect(holds(await host.read(path))).toBe(true);
    expect(outputs.filter(([, text]) => holds(text)).map(([name]) => name)).toEqual([]);
    expect(holds(journal)).toBe(false);
    const written = (
      await host.must(
        'find / -xdev -type f -newer /root/before ! -path "/proc/*" ! -path "/sys/*" -printf "%m %p\\n"',
      )
    )
      .trim()
      .split('\n')
      .map((line) => ({ mode: line.slice(0, line.indexOf(' ')), path: line.slice(line.indexOf(' ') + 1) }));
    const hits: string[] = [];
    for (const { mode, path } of written) {
      if (handed.includes(path) || !holds(await host.must(['cat', '--', path]))) continue;
      if (!bridged.test(path) || !mode.endsWith('0')) hits.push(`${mode} ${path}`);
    }
    expect(hits).toEqual([]);
    const places = 2 * seen.commands.size + outputs.length + written.length + 1;
    process.stderr.write(
      `secrets: 0 of ${secrets.length} in ${places} places (${seen.commands.size} command lines and environments over ${seen.rounds} rounds, ${outputs.length} outputs, ${written.length} files, the journal)\n`,
    );
    expect(places).toBeGreaterThan(80);
  });
});
