import { distroOf } from '../distros/index.ts';
import type { HostReader } from '../host/types.ts';
import type { PlatformFact } from './types.ts';

/** Both places that os-release(5) names, in its order. */
const paths = ['/etc/os-release', '/usr/lib/os-release'];

type Release = PlatformFact['distro'];

export const unknownRelease: Release = {
  id: 'unknown',
  like: [],
  versionId: '',
  codename: '',
  name: 'unknown',
};

/** Parses os-release(5): shell-like assignments, of which only quoting is honoured. */
export function parseOsRelease(text: string): Release {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^\s*([A-Z0-9_]+)=(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) fields.set(match[1], unquote(match[2]));
  }
  const id = fields.get('ID') ?? '';
  return {
    // os-release(5): an absent ID means "linux"; we call that unknown, since nothing follows from it.
    id: id === '' ? 'unknown' : id.toLowerCase(),
    like: (fields.get('ID_LIKE') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== ''),
    versionId: fields.get('VERSION_ID') ?? '',
    // Mint and its like have codenames of their own, and name Ubuntu's beside it.
    codename:
      fields.get('UBUNTU_CODENAME') ?? fields.get('DEBIAN_CODENAME') ?? fields.get('VERSION_CODENAME') ?? '',
    name: fields.get('PRETTY_NAME') ?? fields.get('NAME') ?? (id === '' ? 'unknown' : id),
  };
}

function unquote(value: string): string {
  const match = /^(["'])(.*)\1$/.exec(value);
  if (match?.[2] === undefined) return value;
  return match[1] === '"' ? match[2].replace(/\\([\\"$`])/g, '$1') : match[2];
}

/** Operating system and distribution. `os` and `arch` are Node's own words for them. */
export async function gatherPlatform(host: HostReader): Promise<PlatformFact> {
  const [distro, aptGet] = await Promise.all([readRelease(host), host.stat('/usr/bin/apt-get')]);
  return {
    os: process.platform,
    arch: process.arch,
    distro,
    family: distroOf(distro)?.family ?? null,
    apt: aptGet !== null,
  };
}

async function readRelease(host: HostReader): Promise<Release> {
  for (const path of paths) {
    const result = await host.read(path, { followLinks: true, maxBytes: 65_536 });
    if (result.ok) return parseOsRelease(result.data.toString('utf8'));
  }
  return unknownRelease;
}
