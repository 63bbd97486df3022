import { spawn } from 'node:child_process';

/**
 * Has a program show a text on the terminal, where the reader turns its pages. It runs with the reader's environment,
 * in which their pager and its options are. False where it could not.
 */
export function showPage([file = '', ...args]: readonly string[], text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['pipe', 'inherit', 'inherit'] });
    // A Ctrl-C in a pager is the pager's.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    const settle = (isShown: boolean): void => {
      process.off('SIGINT', ignore);
      resolve(isShown);
    };
    child.once('error', () => settle(false));
    child.once('close', (code) => settle(code === 0));
    // The reader may leave before all of it was read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}
