import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What booting a machine takes that apt can give; the package of each program. */
const programs = {
  mmdebstrap: 'mmdebstrap',
  'systemd-nspawn': 'systemd-container',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
} as const;

/** Why machines cannot be booted here, as one line; null where they can. */
export function whyNoHosts(): string | null {
  if (process.platform !== 'linux') return `this is ${process.platform}, not Linux`;
  if (process.getuid?.() !== 0) return 'booting machines needs root';
  const missing = Object.entries(programs).filter(([program]) => !onPath(program));
  if (missing.length > 0) {
    const packages = new Set(missing.map(([, name]) => name));
    return `missing programs; apt-get install --no-install-recommends ${[...packages].join(' ')}`;
  }
  try {
    execFileSync('unshare', ['--mount', '--net', '--pid', '--fork', 'true'], { stdio: 'ignore' });
  } catch {
    return 'the kernel refuses new namespaces (an unprivileged container?)';
  }
  return null;
}

function onPath(program: string): boolean {
  const folders = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`.split(delimiter);
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
