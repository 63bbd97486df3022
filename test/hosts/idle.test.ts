import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const program = 'node /opt/mqtt-setup/mqtt-setup.mjs';

describeHosts('an apply with nothing to do', () => {
  let host: TestHost;
  beforeAll(async () => {
    const preinstall = ['mosquitto', 'mosquitto-clients', 'strace'];
    host = await bootHost({ release: 'bookworm', init: 'systemd', network: 'none', preinstall });
    await host.must(`${program} install --yes --generate`);
  });
  afterAll(() => host?.stop());

  test('runs three processes besides itself at most, and writes no file but its lock', async () => {
    const calls =
      'execve,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink';
    await host.must(`strace -ff -qq -e trace=${calls} -o /root/calls ${program} apply --yes`);
    const lines = (await host.must('cat /root/calls.*')).split('\n').filter((line) => / = \d+$/.test(line));

    const processes = lines.filter((line) => line.includes('execve('));
    expect(processes.length, processes.join('\n')).toBeLessThanOrEqual(4);

    const written = lines.filter(
      (line) =>
        /rename|unlink|mkdir|link|creat\(|O_WRONLY|O_RDWR|O_CREAT/.test(line) && !/"\/dev\//.test(line),
    );
    const isLock = (line: string): boolean => line.includes('/var/lib/mqtt-setup/lock');
    expect(written.some(isLock), 'the lock is seen').toBe(true);
    expect(written.filter((line) => !isLock(line))).toEqual([]);
  });
});
