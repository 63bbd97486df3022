import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface TerminalOptions {
  columns?: number;
  rows?: number;
  /** Besides PATH, HOME and TERM. */
  env?: Readonly<Record<string, string>>;
  cwd: string;
  user: { uid: number; gid: number };
}

/** A stretch of one line in one manner. */
export interface Run {
  column: number;
  text: string;
  /** 0 to 15 of the palette; null for the usual colour. */
  colour: number | null;
  bold: boolean;
  dim: boolean;
}

/** A program in a real terminal: keys go in, and what is looked at is the screen. */
export interface Terminal {
  /** Keys as a keyboard sends them. */
  type(keys: string): void;
  /** Waits until the screen, with what was scrolled away, shows this; rejects with the screen where it never does. */
  see(wanted: string | RegExp): Promise<void>;
  /** All lines of the screen and what was scrolled away, without blanks at their ends. */
  lines(): string[];
  text(): string;
  /** The same lines with their colours. */
  runs(): Run[][];
  /** Is that line the rest of one that was too wide? By its index in `lines`. */
  isWrapped(line: number): boolean;
  /** Is the cursor to be seen? */
  showsCursor(): boolean;
  /** Everything that the program has sent, as it came. */
  sent(): string;
  resize(columns: number, rows: number): void;
  /** Closes the terminal: the program gets SIGHUP, and nobody reads or answers any more. */
  hangUp(): void;
  /** Exit code; 128 and the number of the signal where one ended it. */
  ended: Promise<number>;
}

export const keys = { enter: '\r', down: '\u001b[B', up: '\u001b[A', ctrlC: '\u0003', ctrlD: '\u0004' };

/** Milliseconds until what is waited for counts as never coming. */
const patience = 30_000;

/** Starts a program in a pseudo-terminal of its own. */
export function openTerminal(argv: readonly string[], options: TerminalOptions): Terminal {
  const { columns = 80, rows = 24, env = {}, cwd, user } = options;
  const [file = '', ...args] = argv;
  const pty = spawn(file, args, {
    ...user,
    cwd,
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: { PATH: '/usr/bin:/bin', HOME: cwd, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env },
  });
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const watchers = new Set<() => void>();
  let sent = '';
  let pending = 0;
  let code: number | null = null;
  const look = (): void => {
    for (const watch of watchers) watch();
  };
  pty.onData((data) => {
    sent += data;
    pending += 1;
    screen.write(data, () => {
      pending -= 1;
      look();
    });
  });
  // Questions of the program to the terminal (where is the cursor?) are answered.
  screen.onData((data) => pty.write(data));
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      code = signal === undefined || signal === 0 ? exitCode : 128 + signal;
      const settle = (): void => {
        if (pending > 0) return;
        watchers.delete(settle);
        resolve(code ?? 0);
      };
      watchers.add(settle);
      look();
    });
  });
  const lines = (): string[] => linesOf(screen).map((line) => line.translateToString(true));
  const text = (): string => lines().join('\n');
  return {
    type: (keys) => pty.write(keys),
    see: (wanted) =>
      new Promise((resolve, reject) => {
        const isThere = (): boolean =>
          typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
        const finish = (): void => {
          clearTimeout(timer);
          watchers.delete(watch);
        };
        const never = (why: string): void => {
          finish();
          reject(new Error(`${why}: ${String(wanted)}\n${text()}`));
        };
        const watch = (): void => {
          if (isThere()) {
            finish();
            resolve();
          } else if (code !== null && pending === 0) never(`ended with ${code}, and never showed`);
        };
        const timer = setTimeout(() => never('not on the screen'), patience);
        watchers.add(watch);
        watch();
      }),
    lines,
    text,
    runs: () => linesOf(screen).map(runsOf),
    isWrapped: (line) => screen.buffer.active.getLine(line)?.isWrapped === true,
    showsCursor: () => sent.lastIndexOf('\u001b[?25l') <= sent.lastIndexOf('\u001b[?25h'),
    sent: () => sent,
    resize(columns, rows) {
      pty.resize(columns, rows);
      screen.resize(columns, rows);
    },
    // As a window that is closed: first its end of the line goes, and the kernel tells the program.
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
    ended,
  };
}

type Line = NonNullable<ReturnType<xterm.Terminal['buffer']['active']['getLine']>>;

/** Without the empty lines at the end. */
function linesOf(screen: xterm.Terminal): Line[] {
  const buffer = screen.buffer.active;
  const all = Array.from({ length: buffer.length }, (_, at) => buffer.getLine(at)).filter(
    (line) => line !== undefined,
  );
  const last = all.findLastIndex((line) => line.translateToString(true) !== '');
  return all.slice(0, last + 1);
}

function runsOf(line: Line): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < line.translateToString(true).length; column += 1) {
    const cell = line.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const manner = {
      colour: cell.isFgPalette() ? cell.getFgColor() : null,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
    };
    const last = runs.at(-1);
    if (last?.colour === manner.colour && last.bold === manner.bold && last.dim === manner.dim)
      last.text += cell.getChars() || ' ';
    else runs.push({ column, text: cell.getChars() || ' ', ...manner });
  }
  return runs;
}
