import type { Distro } from '../distros/types.ts';
import type { HostReader } from '../host/types.ts';
import { lockHolder } from './package-lock.ts';
import type { PackagesFact } from './types.ts';

/** One package as dpkg knows it. */
export interface InstalledPackage {
  name: string;
  version: string;
  /** Two letters of dpkg -l: what is wanted and what is, `ii` where all is well. */
  status: string;
  /** MD5 by path, as the package brought them. */
  conffiles: Record<string, string>;
}

// Record and unit separators: neither stands in a version or in a path of a package.
const format = '\u001e${Package}\u001f${Version}\u001f${db:Status-Abbrev}\u001f${Conffiles}';

/** Parses the output of dpkg-query in the format above. */
export function parseDpkgQuery(text: string): InstalledPackage[] {
  return text
    .split('\u001e')
    .slice(1)
    .map((record) => {
      const [name = '', version = '', status = '', conffiles = ''] = record.split('\u001f');
      return { name, version, status: status.trim(), conffiles: parseConffiles(conffiles) };
    });
}

/** Lines ` PATH MD5`, the latter followed by `obsolete` where the package has given the file up. */
function parseConffiles(text: string): Record<string, string> {
  const matches = [...text.matchAll(/^\s*(\/.*) ([0-9a-f]{32})(?: obsolete)?$/gm)];
  return Object.fromEntries(matches.map(([, path = '', md5 = '']) => [path, md5]));
}

/** Is the package unpacked and configured? Its configuration alone (`rc`) does not count. */
function isInstalled(found: InstalledPackage): boolean {
  return /^[a-z][iWt]/.test(found.status);
}

/** Half-installed, unpacked, half-configured, or to be reinstalled: dpkg was interrupted in the middle of it. */
function isHalfway(status: string): boolean {
  return /^.(?:[HUF]|.R)/.test(status);
}

/**
 * Candidates from `apt-cache policy`: the second indented line of each package's block, whatever it is called in the
 * language of the day; `(none)` where apt knows no version to install.
 */
export function parsePolicy(text: string): Record<string, string | null> {
  const candidates: Record<string, string | null> = {};
  for (const [, name = '', candidate = ''] of text.matchAll(/^(\S+):\n {2}\S.*\n {2}[^:\n]*: *(\S+)$/gm)) {
    candidates[name] = candidate.startsWith('(') ? null : candidate;
  }
  return candidates;
}

/** What apt would install now of these packages, installed or not; null where it knows none. */
export async function gatherCandidates(
  host: HostReader,
  names: readonly string[],
): Promise<Record<string, string | null>> {
  const policy = await host.query(['apt-cache', 'policy', ...names]);
  const found = parsePolicy(policy.stdout);
  return Object.fromEntries(names.map((name) => [name, found[name] ?? null]));
}

/** Upstream's part of a package version: 2.0.11 of `2.0.11-1.2+deb12u2`. */
export function upstreamVersion(version: string): string | null {
  return /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? null;
}

export async function queryInstalled(
  host: HostReader,
  names: readonly string[],
): Promise<InstalledPackage[] | null> {
  const result = await host.query(['dpkg-query', '-W', '-f', format, ...names]);
  // 1 is an unknown package among the names; the known ones are printed all the same.
  return result.code === 0 || result.code === 1 ? parseDpkgQuery(result.stdout) : null;
}

/**
 * What dpkg and apt know of the broker's packages; null where there is no dpkg. On a machine that has them all this
 * is one call. apt is asked only for what is missing (and may then refresh its own index cache, as for anybody who
 * asks it); the other packages of the machine matter only where something is to be installed or looks interrupted.
 */
export async function gatherPackages(host: HostReader, distro: Distro): Promise<PackagesFact | null> {
  const needed = [distro.packages.broker, distro.packages.clients];
  // Of use to the broker, and not needed by it.
  const { rotation, certificates, acme, trust } = distro.packages;
  const names = [...needed, rotation, certificates, acme, trust];
  const [found, updates, lock] = await Promise.all([
    queryInstalled(host, names),
    host.list('/var/lib/dpkg/updates'),
    lockHolder(host),
  ]);
  if (found === null) return null;
  const installed = Object.fromEntries(
    names.map((name) => [name, found.find((row) => row.name === name && isInstalled(row))?.version ?? null]),
  );
  const missing = needed.filter((name) => installed[name] === null);
  const leftovers = (updates ?? []).some((name) => /^\d+$/.test(name));
  const suspicious = leftovers || found.some((row) => isHalfway(row.status));
  const closer = missing.length > 0 || suspicious;
  const [policy, audit, statuses] = await Promise.all([
    missing.length === 0 ? null : host.query(['apt-cache', 'policy', ...missing]),
    closer ? host.query(['dpkg', '--audit']) : null,
    closer ? host.query(['dpkg-query', '-W', '-f', '${db:Status-Abbrev}\n']) : null,
  ]);
  const candidates = policy === null ? {} : parsePolicy(policy.stdout);
  return {
    installed,
    candidate: Object.fromEntries(names.map((name) => [name, candidates[name] ?? null])),
    conffiles: Object.assign({}, ...found.map((row) => row.conffiles)) as Record<string, string>,
    audit: audit?.stdout.trim() ?? '',
    interrupted: suspicious || (statuses?.stdout.split('\n').some(isHalfway) ?? false),
    lock,
  };
}
