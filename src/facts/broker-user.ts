import type { HostReader } from '../host/types.ts';
import type { ConfTree } from '../lint/types.ts';

/** A user with all groups from /etc/passwd and /etc/group; null where the machine does not know the name. */
export async function gatherBrokerUser(host: HostReader, name: string): Promise<ConfTree['broker']> {
  const [passwd, group] = await Promise.all(
    ['/etc/passwd', '/etc/group'].map((path) => host.read(path, { followLinks: true })),
  );
  const line = rows(passwd?.ok ? passwd.data : null).find((row) => row[0] === name);
  if (line === undefined) return null;
  const more = rows(group?.ok ? group.data : null)
    .filter((row) => row[3]?.split(',').includes(name))
    .map((row) => Number(row[2]));
  return { name, uid: Number(line[2]), gids: [Number(line[3]), ...more] };
}

function rows(data: Buffer | null): string[][] {
  return data === null
    ? []
    : data
        .toString('utf8')
        .split('\n')
        .map((line) => line.split(':'));
}
