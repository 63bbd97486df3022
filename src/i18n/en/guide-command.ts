/** What the command line says of `guide`; the tutorial itself is in `guide.ts`. */
export const guideCommand = {
  'guide.command': 'The tutorial for this very broker: every command, every file, and what each line means.',
  'guide.option.format': 'markdown (default), script or html',
  'guide.option.out': 'write it into this file, which must not exist',
  'guide.badFormat': (p: { value: string }) => `"${p.value}" is no form of the tutorial`,
  'guide.badFormatFix': 'It can be markdown, script or html.',
  'guide.local': 'the tutorial is for a server, not for a broker in a folder',
  'guide.localFix': 'Leave --local out; with --spec FILE it follows any broker.yaml.',
  'guide.written': (p: { file: string }) => `Written: ${p.file}`,
  'lesson.command': 'Seven steps by hand, from nothing to a proven broker, each checked on this machine.',
  'lesson.arg': 'nothing: how far this machine is; 3: what step three is; check 3: is it done?',
};
