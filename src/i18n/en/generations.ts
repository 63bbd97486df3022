type Number_ = { number: number };
type Path = { path: string };

export const generations = {
  'generations.none': 'No generation is kept here yet: every change that is applied makes one.',
  'generations.missing': (p: Number_) => `There is no generation ${p.number}.`,
  'generations.missingFix': (p: { numbers: string }) =>
    `These are kept: ${p.numbers}. See mqtt-setup history.`,
  'generations.damaged': (p: Number_) =>
    `Generation ${p.number} is damaged: its file is not as it was written.`,
  'generations.damagedFix':
    'Choose another one: mqtt-setup history lists them. Nothing is made from half of one.',
  'generations.number': (p: { value: string }) =>
    `"${p.value}" is no number of a generation: a whole number from 1 up, as mqtt-setup history shows it.`,
  'generations.keepAlone': '--keep is about all generations: leave out the number of one.',
  'generations.noEarlier': 'There is no earlier generation to go back to.',
  'generations.noSpec': (p: { file: string }) =>
    `What is kept holds no ${p.file}: it was made for another place.`,
  'generations.pruned': (p: { numbers: string }) => `Removed generations: ${p.numbers}`,
  'generations.back': (p: Number_) => `back to generation ${p.number}`,
  'generations.otherForm': (p: Path) =>
    `${p.path} says the same as then in other words: the broker or mqtt-setup is of another version now.`,
  'generations.isDamaged': 'damaged',
  'generations.overwrote': (p: { count: number }) =>
    p.count === 1 ? 'replaced a file changed by hand' : `replaced ${p.count} files changed by hand`,
  'generations.column.number': 'No.',
  'generations.column.made': 'When (UTC)',
  'generations.column.who': 'Who',
  'generations.column.command': 'Command',
  'generations.column.mosquitto': 'Broker',
  'generations.column.message': 'Why',
  'generations.title': (p: Number_) => `Generation ${p.number}`,
  'generations.madeBy': (p: { made: string; who: string; command: string; tool: string }) =>
    `Made ${p.made} UTC by ${p.who} with ${p.command} (version ${p.tool})`,
  'generations.because': (p: { message: string }) => `Why: ${p.message}`,
  'generations.broker': (p: { version: string }) => `Broker: mosquitto ${p.version}`,
  'generations.proof': (p: { passed: number; failed: number }) =>
    `Proof: ${p.passed} checks passed, ${p.failed} failed`,
  'generations.files': 'Files:',
  'generations.overwritten':
    'Files that somebody had changed by hand and that this run replaced (kept as well):',
  'generations.same': 'No difference.',
  'generations.diff': (p: { from: number; to: number }) => `From generation ${p.from} to ${p.to}`,
  'generations.diffNow': (p: { from: number }) => `From generation ${p.from} to the machine as it is now`,
  'generations.byHand': (p: { generation: number }) => `Changed by hand since generation ${p.generation}:`,
  'generations.command.history': 'The states that were applied: when, by whom, why.',
  'generations.command.diff': 'What differs between two of them, in files and in rights.',
  'generations.command.rollback': 'Back to an earlier one, through plan and apply.',
  'generations.arg.number': 'number of a generation, as history shows it',
  'generations.arg.from': 'the older generation; the current one unless given',
  'generations.arg.to': 'the newer generation; the machine as it is now unless given',
  'generations.option.show':
    'print a file as it is kept there, also one that was overwritten; secrets are not masked',
  'generations.showAlone': '--show prints a file of one generation: give its number, and no --json.',
  'generations.noFile': (p: Number_ & Path) => `Generation ${p.number} holds no ${p.path}.`,
  'generations.noFileFix': (p: Number_) => `mqtt-setup history ${p.number} lists its files.`,
  'generations.option.keep': 'remove all but the newest so many',
  'generations.option.message': 'why: stands in the history',
  'generations.option.detailedExitcode': 'exit 2 where there is a difference',
};
