import { sha256 } from '../../engine/generations/format.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import type { Facts } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import { stagedPath } from '../../resources/file.ts';
import { programArgv } from './confirmation.ts';

/**
 * For the reload guard: which files the broker reads, how they are now that they are proven, in the form in which the
 * guard's script looks at them, and where this program is. Without it the guard tries what it finds, which is slower.
 */
export async function noteLoaded(host: Host, facts: Facts): Promise<void> {
  const { layout, mosquitto, init } = facts;
  if (layout.guard === null || layout.confDir === null || init.kind !== 'systemd') return;
  const version = parseVersion(mosquitto.version ?? '');
  if (version === null) return;
  const tree = await gatherConfTree(host, layout.mainConf, version);
  const read = [tree.main.path, ...tree.folders.flatMap(({ files }) => files.map(({ path }) => path))];
  const named = Object.entries(tree.paths).flatMap(([path, { kind }]) => (kind === 'file' ? [path] : []));
  const paths = [...new Set([...read, ...named])];
  const names = ((await host.list(layout.confDir)) ?? []).sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  const lines = await Promise.all(paths.map((path) => lineOf(host, path)));
  const state = layout.state;
  await replace(host, `${state}/loaded.files`, paths);
  await replace(host, `${state}/loaded.snapshot`, [...names, ...lines.flat()]);
  await replace(host, `${state}/program`, programArgv());
}

/** As `stat -L -c '%a %u:%g %n'` and `sha256sum < file` print it. */
async function lineOf(host: Host, path: string): Promise<string[]> {
  const [stat, read] = await Promise.all([host.stat(path), host.read(path, { followLinks: true })]);
  if (stat?.kind !== 'file' || !read.ok) return [`${path}: not looked at`];
  return [`${stat.mode.toString(8)} ${stat.uid}:${stat.gid} ${path}`, `${sha256(read.data)}  -`];
}

async function replace(host: Host, path: string, lines: readonly string[]): Promise<void> {
  const staged = stagedPath(path);
  await host.perform({ type: 'remove', path: staged });
  await host.perform({
    type: 'write',
    path: staged,
    content: `${lines.join('\n')}\n`,
    owner: null,
    group: null,
    mode: 0o600,
  });
  const found = await host.read(path);
  await host.perform({
    type: 'rename',
    from: staged,
    to: path,
    expect: found.ok ? sha256(found.data) : null,
  });
}
