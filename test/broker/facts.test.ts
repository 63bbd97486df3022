import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { localLayout, systemLayout } from '../../src/distros/layout.ts';
import { gather } from '../../src/facts/gather.ts';
import type { Facts } from '../../src/facts/types.ts';
import { realHost } from '../../src/host/real.ts';
import type { HostReader } from '../../src/host/types.ts';
import { runAsNobody } from '../helpers/run-as.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** The machine, with every command that is run noted down. */
function watched(): { host: HostReader; commands: string[][] } {
  const commands: string[][] = [];
  const real = realHost();
  const query: HostReader['query'] = (argv, options) => {
    commands.push([...argv]);
    return real.query(argv, options);
  };
  return { host: { ...real, query }, commands };
}

describe('this machine', () => {
  test('as it is, with few commands', async () => {
    const { host, commands } = watched();
    const facts = await gather(host, systemLayout);
    expect(facts.platform).toMatchObject({ os: 'linux', family: 'debian', apt: true });
    expect(facts.network.addresses.some(({ address }) => address === '127.0.0.1')).toBe(true);
    expect(facts.packages).not.toBeNull();
    expect(
      commands
        .map((argv) => argv[0])
        .every((name) =>
          /^(dpkg-query|dpkg|apt-cache|systemctl|\/usr\/sbin\/policy-rc\.d)$/.test(name ?? ''),
        ),
    ).toBe(true);
    const installed = Object.values(facts.packages?.installed ?? {}).every((version) => version !== null);
    // Where there is nothing to install nothing is asked of apt.
    expect(commands.length).toBeLessThanOrEqual(installed ? 2 : 5);
    expect(JSON.parse(JSON.stringify(facts))).toMatchObject({ schemaVersion: 1 });
  });

  test('as an ordinary user sees it', async () => {
    const printed = await runAsNobody(`
      import { gather } from '@/facts/gather.ts';
      import { realHost } from '@/host/real.ts';
      import { systemLayout } from '@/distros/layout.ts';
      console.log(JSON.stringify(await gather(realHost(), systemLayout)));
    `);
    const seen = JSON.parse(printed) as Facts;
    const here = await gather(realHost(), systemLayout);
    expect(seen.platform).toEqual(here.platform);
    expect(seen.init).toEqual(here.init);
    expect(seen.packages?.installed).toEqual(here.packages?.installed);
    expect(seen.user.uid).not.toBe(0);
  });
});

describe('a folder of one’s own', () => {
  async function folder(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'facts '));
    folders.push(dir);
    return dir;
  }

  test('links, pipes and folders in a file’s place are told, not opened; secrets print as hidden', async () => {
    const layout = localLayout(await folder());
    await mkdir(layout.state);
    await writeFile(layout.passwd, 'alice:$7$101$secret$secret\n');
    await symlink('/etc/shadow', layout.acl);
    execFileSync('mkfifo', [layout.conf]);
    await mkdir(layout.spec);
    await writeFile(`${layout.state}/records.json`, '{"torn":');
    const facts = await gather(realHost(), layout);
    const kinds = [layout.passwd, layout.acl, layout.conf, layout.spec, layout.accounts].map(
      (path) => facts.files[path]?.kind,
    );
    expect(kinds).toEqual(['file', 'symlink', 'fifo', 'directory', 'missing']);
    expect(facts.files[layout.acl]?.content).toBeNull();
    expect(JSON.stringify(facts)).not.toContain('$7$');
    expect(facts.recordsProblem).toBe('damaged');
    expect(facts.records).toBeNull();
  });

  test('nothing is run for it where nothing is installed, and it may not be there at all', async () => {
    const { host, commands } = watched();
    const facts = await gather(host, localLayout(join(await folder(), 'not', 'there')));
    expect(facts.service).toMatchObject({ running: false, state: 'stopped' });
    expect(facts.free[`${folders[0]}/not/there`]).toBeGreaterThan(0);
    if (facts.mosquitto.binary === null) expect(commands).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'what may not be read is said to be unreadable, not missing',
    async () => {
      const dir = await folder();
      const layout = localLayout(dir);
      await mkdir(layout.state, { mode: 0o700 });
      await writeFile(`${layout.state}/records.json`, '{}');
      await writeFile(layout.passwd, 'x', { mode: 0o600 });
      execFileSync('chmod', ['755', dir]);
      const printed = await runAsNobody(
        `
      import { gather } from '@/facts/gather.ts';
      import { realHost } from '@/host/real.ts';
      import { localLayout } from '@/distros/layout.ts';
      console.log(JSON.stringify(await gather(realHost(), localLayout(process.argv[2] ?? ''))));
    `,
        [dir],
      );
      const facts = JSON.parse(printed) as Facts;
      expect(facts.files[layout.passwd]).toMatchObject({ kind: 'unreadable', mode: 0o600, owner: 'root' });
      expect(facts.files[`${layout.state}/records.json`]?.kind).toBe('unreadable');
      expect(facts.recordsProblem).toBe('denied');
    },
  );
});
