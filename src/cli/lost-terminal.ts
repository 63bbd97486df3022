import { isatty } from 'node:tty';

/**
 * From now on a terminal that goes away is no more than a signal. Node throws where a question puts the keyboard of such
 * a terminal back, and aborts at its end, with a core dump, where it does so itself: there the process ends by the
 * hang-up instead, once everything is taken back.
 */
export function outliveTerminal(): void {
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  if (terminals.includes(0)) {
    const { stdin } = process;
    const setRawMode = stdin.setRawMode.bind(stdin);
    stdin.setRawMode = (mode) => (isatty(0) ? setRawMode(mode) : stdin);
  }
  process.on('exit', () => {
    if (terminals.every((descriptor) => isatty(descriptor))) return;
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
}
