import { dirname, join, resolve } from 'node:path';
import { sha256 } from '../../engine/generations/format.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import type { Facts } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import { stagedPath } from '../../resources/file.ts';
import { selfArgv, selfAsTwo } from '../self.ts';

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
  const program = selfAsTwo(selfArgv());
  await replace(host, `${state}/loaded.files`, paths);
  await replace(host, `${state}/loaded.snapshot`, [...names, ...lines.flat()]);
  await replace(host, `${state}/program`, (await isRootsAlone(host, program)) ? program : []);
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

/**
 * Root will run it by itself, at a reload or a boot: so nobody but root may be able to change a file of it, or put
 * another one in its place.
 */
async function isRootsAlone(host: Host, argv: readonly string[]): Promise<boolean> {
  const script = argv[1] ?? '/';
  const chunks = join(dirname(script), 'chunks');
  const parts = ((await host.list(chunks)) ?? []).map((name) => join(chunks, name));
  for (const path of [...argv, ...parts]) {
    const real = await realPath(host, path);
    if (real === null) return false;
    for (let at = real; ; at = dirname(at)) {
      const found = await host.stat(at);
      if (found === null || found.kind === 'symlink' || found.uid !== 0 || (found.mode & 0o022) !== 0)
        return false;
      if (at === '/') break;
    }
  }
  return true;
}

/** Where links lead in the end, as far as the last part of a path is one; null where they turn in a circle. */
async function realPath(host: Host, path: string): Promise<string | null> {
  let at = path;
  for (let turns = 0; turns < 16; turns += 1) {
    const target = await host.readLink(at);
    if (target === null) return at;
    at = resolve(dirname(at), target);
  }
  return null;
}
