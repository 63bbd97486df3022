import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recipe } from '../cases/doctor/recipes/types.ts';
import { inTree } from './broker-trees.ts';
import { makeHostFolder, removeHostFolder, removeLeftovers } from './host-folders.ts';
import type { Release } from './host-tree.ts';

/** What a broken broker said, on both streams, and how it ended. */
export interface Recording {
  /** Exit code; 128 + n where signal n ended it. */
  code: number;
  log: string;
}

/** Starts that release's broker once for each recipe, and writes down what it says. By name. */
export async function record(
  release: Release,
  recipes: readonly Recipe[],
): Promise<ReadonlyMap<string, Recording>> {
  await removeLeftovers();
  const folder = await makeHostFolder();
  try {
    await chmod(folder, 0o755);
    for (const { name, conf, files = {}, before = '', after = '', limits = '' } of recipes) {
      const at = join(folder, 'rw', name);
      await mkdir(at, { recursive: true });
      const here = (text: string): string => text.replaceAll('DIR', `/mnt/rw/${name}`);
      const all = { ...files, 'mosquitto.conf': conf, '.before': before, '.after': after, '.limits': limits };
      for (const [file, text] of Object.entries(all)) {
        await mkdir(join(at, file, '..'), { recursive: true });
        await writeFile(join(at, file), here(text));
      }
    }
    await inTree(release, folder, recordAll);
    const names = recipes.map(({ name }) => name);
    const read = names.map(async (name): Promise<[string, Recording]> => {
      const at = join(folder, 'rw', name);
      const log = await readFile(join(at, '.log'), 'utf8');
      return [name, { code: Number(await readFile(join(at, '.code'), 'utf8')), log }];
    });
    return new Map(await Promise.all(read));
  } finally {
    await removeHostFolder(folder);
  }
}

/** In the tree. What a broker writes into a pipe or a file comes with its end at the latest, so it is ended by SIGTERM. */
const recordAll = `
install -d -o mosquitto -g mosquitto /run/mosquitto /var/log/mosquitto
echo "127.0.0.1 localhost" > /run/hosts; [ -e /etc/hosts ] || touch /etc/hosts; mount --bind /run/hosts /etc/hosts
chown -R mosquitto: /mnt/rw
find /mnt/rw -type f -exec chmod 600 {} +
for at in /mnt/rw/*; do
  cd "$at"
  sh -e ./.before > .said 2>&1 || { echo "before failed: $at"; cat .said; exit 1; } >&2
  (. ./.limits; exec mosquitto -c "$at/mosquitto.conf") > .log 2>&1 &
  BROKER=$!
  export BROKER
  tries=0
  while kill -0 $BROKER 2> /dev/null && ! grep -q "mosquitto version .* running" .log && [ $tries -lt 100 ]; do
    perl -e "select undef, undef, undef, 0.02"
    tries=$((tries + 1))
  done
  if grep -q "mosquitto version .* running" .log; then
    sh ./.after > .said 2>&1 || true
    perl -e "select undef, undef, undef, 0.1"
  fi
  tries=0
  while kill -TERM $BROKER 2> /dev/null && [ $tries -lt 100 ]; do
    perl -e "select undef, undef, undef, 0.02"
    tries=$((tries + 1))
  done
  kill -KILL $BROKER 2> /dev/null || true
  code=0
  wait $BROKER || code=$?
  echo $code > .code
done
`;
