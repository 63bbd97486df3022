/** Debian's multiarch folder names by Node's name of the architecture; 32-bit ARM has two ABIs. */
const triplets: Readonly<Record<string, readonly string[]>> = {
  x64: ['x86_64-linux-gnu'],
  ia32: ['i386-linux-gnu'],
  arm64: ['aarch64-linux-gnu'],
  arm: ['arm-linux-gnueabihf', 'arm-linux-gnueabi'],
  riscv64: ['riscv64-linux-gnu'],
  ppc64: ['powerpc64le-linux-gnu'],
  s390x: ['s390x-linux-gnu'],
  loong64: ['loongarch64-linux-gnu'],
  mips64el: ['mips64el-linux-gnuabi64'],
};

/** Where things are in packages unpacked under `cache`: known before there are any, so that a plan can name them. */
export function unpackedTree(
  cache: string,
  arch: string,
): { root: string; binary: string; clients: string; libraries: string[] } {
  const root = `${cache}/root`;
  const names = triplets[arch] ?? [];
  return {
    root,
    binary: `${root}/usr/sbin/mosquitto`,
    clients: `${root}/usr/bin`,
    // Before the merge of /usr, packages had libraries in both.
    libraries: names.flatMap((name) => [`${root}/usr/lib/${name}`, `${root}/lib/${name}`]),
  };
}

/** The list of what was unpacked, in the root of the tree; written last, so that a tree without it is a half-done one. */
export const manifestName = 'mqtt-setup-manifest.json';

export interface Manifest {
  schemaVersion: 1;
  /** Version by package name. */
  packages: Record<string, string>;
}

/** Null for anything that is not what we write. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    return value?.schemaVersion === 1 && typeof value.packages === 'object' ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
