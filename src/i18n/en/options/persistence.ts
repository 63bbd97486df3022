export const persistence = {
  persistence: {
    does: 'Keeps retained messages, lasting sessions and their queues in a file, across restarts.',
    trap: 'Without it a restart loses all of them. On 2.1.2 some starts that fail write an empty file over the old one: keep a copy before a change.',
  },
  retained_persistence: { does: 'The old name of persistence.' },
  persistence_location: {
    does: 'The folder that file stands in.',
    trap: 'A second line is fatal, so that conf.d cannot change what Debian’s own file says. If the folder is missing the broker runs and fails to save.',
  },
  persistence_file: { does: 'The name of that file.' },
  autosave_interval: {
    does: 'Every how many seconds the file is written; 0 is only at the end.',
    trap: 'A crash or a power cut loses what came since the last time: half an hour, unless it is set.',
  },
  autosave_on_changes: {
    does: 'Makes autosave_interval count changes instead of seconds.',
    trap: 'Each save writes the whole file: with a small number a busy broker does little else.',
  },
};
