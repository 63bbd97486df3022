import type { EffectiveListener } from '../effective.ts';
import type { ConfLine } from '../formats/conf.ts';

/** A file of the scratch folder; `path` is relative to it. */
export interface ShadowFile {
  path: string;
  content: string;
  mode: 0o600;
}

/** Why nobody can ask a listener: it wants a certificate or a key that only its clients have, or speaks no MQTT. */
export type Need = 'certificate' | 'psk' | 'http';

/** A listener of the original, and where its shadow is. */
export interface ShadowListener {
  original: EffectiveListener;
  /** As people write it: `127.0.0.1:1883`, `*:1883`, `/run/x.sock`. */
  name: string;
  /** Every place at which the original can be reached: `0.0.0.0:1883` and `[::]:1883` for all interfaces. */
  doors: readonly string[];
  protocol: string;
  /** Of the shadow, on 127.0.0.1. */
  port: number;
  /** Is there any option of TLS? Whether the broker then encrypts is for the broker to say (facts §0 L). */
  mentionsTls: boolean;
  needs: Need | null;
  /** `''` for none. */
  mountPoint: string;
  /** What no question shows, by option, as it counts. */
  settings: Readonly<Record<string, string>>;
  /** The original password file; null where none counts here. */
  passwordFile: string | null;
}

/** What keeps a configuration from being shadowed: a plugin that we do not know, or a path that depends on the start. */
export interface Unshadowable {
  line: ConfLine;
  why: 'plugin' | 'relative-path';
}

/** A configuration made harmless. */
export interface ShadowConf {
  /** Folders within the scratch folder, to be made first. */
  folders: readonly string[];
  files: readonly ShadowFile[];
  /** What follows the name of the binary, which is to be started in the scratch folder. */
  args: readonly string[];
  listeners: readonly ShadowListener[];
  /** Turns a line that the shadow prints into what the broker would say of the original files. */
  translate: (text: string) => string;
}
