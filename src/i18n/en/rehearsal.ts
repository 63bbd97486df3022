export const rehearsal = {
  'rehearsal.failed':
    'The broker, tried with the new files beside the one that runs, does not do what it should. Nothing has been changed.',
  'rehearsal.noBroker': 'No broker is installed that could try the new files.',
  'rehearsal.passed': (p: { count: number }) =>
    `The broker runs with the files as they are on disk: ${p.count} questions answered as they should be.`,
  'rehearsal.left': 'The new files were not tried beforehand:',
};
