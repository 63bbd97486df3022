export const upgrade = {
  'upgrade.local':
    'A broker in a folder has no package to upgrade: it uses what the machine offers when it is made.',
  'upgrade.noWayBack': (p: { packages: string }) =>
    `The packages that are installed now are not offered any more (${p.packages}): if the upgrade fails, the files can be given back, and the package cannot.`,
  'upgrade.command': 'The broker’s newer package, with what it means for this configuration.',
};
