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

/** Where things are in packages unpacked under a cache folder. */
export interface UnpackedTree {
  root: string;
  /** The tree while it is being made: it becomes `root` by one rename, so a root that is there is a whole one. */
  unfinished: string;
  /** Within either: the file names of the packages that were unpacked, one a line. */
  manifestName: string;
  binary: string;
  clients: string;
  /** For LD_LIBRARY_PATH; before the merge of /usr, packages had libraries in both folders. */
  libraries: string[];
}

/** Known before there is any, so that a plan can name them. `arch` is Node's word for the architecture. */
export function unpackedTree(cache: string, arch: string): UnpackedTree {
  const root = `${cache}/root`;
  return {
    root,
    unfinished: `${cache}/root.new`,
    manifestName: 'mqtt-setup-packages',
    binary: `${root}/usr/sbin/mosquitto`,
    clients: `${root}/usr/bin`,
    libraries: (triplets[arch] ?? []).flatMap((name) => [`${root}/usr/lib/${name}`, `${root}/lib/${name}`]),
  };
}

/** Where Debian's plugins of mosquitto may be, the likeliest first; `root` is '' for the machine itself. */
export function pluginFolders(root: string, arch: string): string[] {
  const names = triplets[arch] ?? [`${arch}-linux-gnu`];
  return names.map((name) => `${root}/usr/lib/${name}/mosquitto`);
}

/** Versions by package name, from file names as apt gives them: `name_version_architecture.deb`, a colon written %3a. */
export function parseManifest(text: string): Record<string, string> {
  const matches = [...text.matchAll(/^([a-z0-9][a-z0-9+.-]+)_([^_\n]+)_[a-z0-9-]+\.deb$/gm)];
  return Object.fromEntries(
    matches.map(([, name = '', version = '']) => [name, version.replaceAll('%3a', ':')]),
  );
}
