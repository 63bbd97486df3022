export const confirm = {
  'confirm.waiting': (p: { until: string }) =>
    `A change that was applied with --confirm waits for a word until ${p.until}: then it goes back by itself.`,
  'confirm.waitingFix': 'mqtt-setup confirm keeps it, mqtt-setup recover takes it back now.',
  'confirm.time': (p: { value: string }) =>
    `--confirm ${p.value}: give a time from 10s to 24h, for example --confirm 60s.`,
  'confirm.none': 'No change waits to be confirmed.',
  'confirm.late': 'It is too late: the change is being taken back.',
  'confirm.done': 'Kept.',
  'confirm.applied': (p: { command: string; seconds: number }) =>
    `Applied and proven, for ${p.seconds} s: keep it with\n  $ ${p.command}\nElse everything goes back by itself, whatever becomes of this terminal.`,
  'confirm.nothing': 'Nothing to take back.',
  'confirm.idle': '--confirm: nothing had to be changed, so there is nothing to confirm.',
  'confirm.command.confirm': 'Keeps what apply --confirm applied.',
  'confirm.command.recover': 'Takes back a change that was cut off, or that nobody has confirmed.',
  'confirm.command.rehearse':
    'Would a reload go well? the broker tries the files on disk, beside the one that runs.',
  'confirm.option.confirm':
    'goes back by itself after this time (60s, 5min) unless mqtt-setup confirm comes first',
  'confirm.option.expired': 'only where nobody confirmed in time (a timer says this)',
  'confirm.option.beforeStart': 'only the files: the broker is about to be started (systemd says this)',
};
