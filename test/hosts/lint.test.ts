import { expect, test } from 'vitest';
import { gatherConfTree } from '../../src/facts/conf-tree.ts';
import { lint } from '../../src/lint/lint.ts';
import { filesAround, linesBelow, linksAround, wholeFiles } from '../cases/lint/refusals.ts';
import { brokerReleases, startEach } from '../helpers/broker-trees.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { versionOf } from '../helpers/lint.ts';
import { type MemoryFile, memoryHost } from '../helpers/memory-host.ts';

const versions = { bullseye: '2.0.11', bookworm: '2.0.11', trixie: '2.0.21', forky: '2.1.2' } as const;
const dir = '/mnt/rw';

const configurations = [
  ...linesBelow.map((lines) => `listener PORT 127.0.0.1\n${lines}\n`),
  ...wholeFiles,
].map((conf) => {
  const text = conf.replaceAll('DIR', dir).replaceAll('PORT2', '1884').replaceAll('PORT', '1883');
  // Behind a NUL byte nothing would be read any more, before a byte order mark it would be none.
  return text.includes('\0') ? `log_dest stderr\n${text}` : `${text}\nlog_dest stderr\n`;
});

const around = Object.entries(filesAround).map(
  ([name, content]) => [`${dir}/${name}`, String(content).replaceAll('DIR', dir)] as const,
);

/** Shell lines that lay the files out in the tree, the broker's own. */
const prepare = [
  'cd /mnt/rw',
  ...around.map(
    ([path, text]) =>
      `mkdir -p "$(dirname ${path})" && printf %s '${Buffer.from(text).toString('base64')}' | base64 -d > ${path}`,
  ),
  ...Object.entries(linksAround).map(([name, target]) => `ln -s ${target} ${name}`),
  'chown -R mosquitto: /mnt/rw && find /mnt/rw -type f -exec chmod 600 {} +',
  'cp pw rootonly && chown root: rootonly',
].join('\n');

const own = { owner: 'mosquitto', group: 'mosquitto' };
const files: Record<string, MemoryFile> = {
  '/dev/null': { kind: 'device' },
  [dir]: { kind: 'directory', ...own },
  [`${dir}/rootonly`]: { text: String(filesAround['pw']), mode: 0o600 },
  ...Object.fromEntries(
    Object.entries(linksAround).map(([name, target]) => [`${dir}/${name}`, { kind: 'symlink', target }]),
  ),
  ...Object.fromEntries(around.map(([path, text]) => [path, { text, mode: 0o600, ...own }])),
};

async function refusals(text: string, version: string): Promise<string[]> {
  const host = memoryHost({ ...files, '/mnt/conf/x.conf': text }, new Date());
  const tree = await gatherConfTree(host, '/mnt/conf/x.conf', versionOf(version));
  return lint(tree, versionOf(version)).flatMap(({ id, refused }) => (refused === true ? [id] : []));
}

describeHosts('check and the brokers of Debian', () => {
  test.each(brokerReleases)(
    'agree on what does not start: %s',
    async (release) => {
      const started = await startEach(release, configurations, prepare);
      const wrong: string[] = [];
      for (const [index, text] of configurations.entries()) {
        const refused = await refusals(text, versions[release as keyof typeof versions]);
        const { runs: said = false, log = '' } = started[index] ?? {};
        // It says nothing more once its log file cannot be opened, and runs.
        const runs = said || log.includes('Unable to open log file');
        // The same version, built with another OpenSSL: Debian 11 goes on without the authority.
        const isOldOpenssl = release === 'bullseye' && /cafile \/mnt\/rw\/(none|acl)$/m.test(text);
        if (!isOldOpenssl && runs !== (refused.length === 0))
          wrong.push(
            `${JSON.stringify(text.slice(0, 200))}: ${refused.join(' ') || 'nothing'}, but ${log.slice(0, 300)}`,
          );
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
