import type { Message } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

export type CommandGroup = 'broker' | 'accounts' | 'service' | 'help';

export interface OptionRow {
  /** As commander reads it: `-p, --port <port>`. */
  flags: string;
  text: Message;
  /** May be given several times. */
  repeat?: true;
}

/** One command: what the help says of it, and where its code is, which is loaded when it is called. */
export interface CommandRow {
  name: string;
  group: CommandGroup;
  summary: Message;
  args?: { syntax: string; text: Message }[];
  options?: OptionRow[];
  /** Command lines after `mqtt-setup `, the most ordinary first. */
  examples: string[];
  /** `-h` means host, as it does in mosquitto_pub; `--help` helps. */
  hostOption?: true;
  /** Its argument may look like an option. */
  anyOption?: true;
  load: () => Promise<{ run: (call: Call) => Promise<number> }>;
}
