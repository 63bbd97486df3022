import type { Host } from '../host/types.ts';
import type { Language, Translate } from '../i18n/messages.ts';
import type { Style } from '../report/style.ts';
import type { Output } from './output.ts';

/** Everything a command may use, put together once in `run.ts`. */
export interface Setting {
  loadHost: () => Promise<Host>;
  out: Output;
  /** Into the reader's language. */
  t: Translate;
  /** Into English, for machine output. */
  english: Translate;
  language: Language;
  /** For standard output. */
  style: Style;
  /** For standard error. */
  errorStyle: Style;
  env: Readonly<Record<string, string | undefined>>;
  /** How this program was called, for the commands we print. */
  self: string;
}

/** Values as commander hands them over: text, repeated text, or a switch. */
export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

export interface Call extends Setting {
  host: Host;
  command: string;
  args: readonly string[];
  options: Options;
  json: boolean;
  /** Set while the machine may be changed: aborted by Ctrl-C, a kill or a terminal that goes away. */
  signal?: AbortSignal;
  /** May we ask questions? No terminal, `--no-input` or CI: no. */
  interactive: boolean;
}

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function listOption(options: Options, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** `self` with root's rights where the command needs them and we would not have them by ourselves. */
export function selfFor(
  { self, host, env }: Pick<Call, 'self' | 'host' | 'env'>,
  mode: 'system' | 'local',
): string {
  return mode === 'local' || (host.user.uid === 0 && env['SUDO_USER'] === undefined) ? self : `sudo ${self}`;
}
