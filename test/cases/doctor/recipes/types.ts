import type { SaidId } from '../../../../src/doctor/said/registry.ts';
import type { Release } from '../../../helpers/host-tree.ts';

/**
 * A broker that is truly broken. It runs as root in an unpacked Debian without init, in a network of its own, in
 * /mnt/rw/NAME (`DIR` in texts), which is the broker's user's.
 */
export interface Recipe {
  /** Names the recording: `test/cases/doctor/said/NAME.VERSION.log`. */
  name: string;
  /** What must be recognised in what it says, and nothing else; [] for one where all is well. */
  causes: readonly SaidId[];
  /** Where a version says it in other words, or not at all. */
  or?: Partial<Record<Release, readonly SaidId[]>>;
  /** What it says depends on when others answer: recorded once, and not the same each time. */
  varies?: true;
  /** The mosquitto.conf. */
  conf: string;
  /** Other files in its folder, 0600 and the broker's. */
  files?: Readonly<Record<string, string>>;
  /** Shell lines run in its folder before the start, as root. */
  before?: string;
  /** Shell lines run in the process that becomes the broker. */
  limits?: string;
  /** Shell lines run in its folder once it says that it runs (`$BROKER` is its process), as root. */
  after?: string;
  /** Where not every version says it. */
  releases?: readonly Release[];
}
