export const doctorCommand = {
  'doctor.ask': 'Mend this?',
  'doctor.oneForm': (p: { one: string; other: string }) => `${p.one} and ${p.other} do not go together`,
  'doctor.mend.gone': (p: { detail: string }) =>
    `What was to be mended is not there any more (${p.detail}): look again`,
  'doctor.noLog': (p: { path: string; errno: string }) => `${p.path} cannot be read (${p.errno})`,
  'doctor.unseen': (p: { path: string }) => `${p.path} was not looked at: only root may read it`,
  'doctor.title.check': 'A check of verify fails',
  'doctor.summary.none': 'Nothing found: no cause of trouble is to be seen.',
  'doctor.summary.found': (p: { count: number; mendable: number }) =>
    `${p.count === 1 ? 'One cause found' : `${p.count} causes found`}${p.mendable === 0 ? '.' : `; --fix offers to mend ${p.mendable === p.count ? (p.count === 1 ? 'it' : 'all of them') : p.mendable}.`}`,
  'doctor.summary.mended': (p: { count: number }) =>
    p.count === 1 ? 'One cause mended.' : `${p.count} causes mended.`,
  'doctor.bundle.noPath': '--bundle needs the path of a file that is not there yet',
  'doctor.bundle.written': (p: { path: string; secrets: number; size: number }) =>
    `${p.path} is written (${p.size} KiB, ${p.secrets === 1 ? 'one secret' : `${p.secrets} secrets`} replaced). It holds names, addresses and topics: read it before you hand it on.`,
  'doctor.bundle.unsearched': (p: { where: string }) =>
    `the secret from ${p.where} is too short to be looked for elsewhere: where it stands it is replaced`,
  'doctor.bundle.leak': (p: { where: string; place: string }) =>
    `nothing is written: the secret from ${p.where} would still be in it (${p.place})`,
  'doctor.bundle.leakFix':
    'Take it out where it does not belong, or give that account another password first.',
};
