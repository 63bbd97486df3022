/** Results go to standard output, everything else to standard error: the only two places anything is printed from. */
export interface Output {
  result(text: string): void;
  note(text: string): void;
  /** Is a person watching standard error? */
  readonly live: boolean;
}

export function output(): Output {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that went away (`| head`) is not an error of ours.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    result: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    note: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    live: process.stderr.isTTY === true,
  };
}
