import { type ConfFile, ConfReader, type Duplicate, type Holder, type Setting } from './effective-reader.ts';
import type { ConfLine } from './formats/conf.ts';
import { readInt } from './options/accepts.ts';
import { defaultListenerFixed, isAtLeast, localAnonymousFixed, type Version, version21 } from './version.ts';

export type { ConfFile, Duplicate, Setting } from './effective-reader.ts';

export interface EffectiveListener {
  /** 0 for a Unix socket, whose path is then the address. */
  port: number;
  /** Null: all interfaces, IPv4 and IPv6. 'loopback': 127.0.0.1 and ::1, which the broker chooses by itself. */
  address: string | null;
  protocol: string;
  /**
   * Null for a listener that is declared by a `listener` line. 'local-only': the one of a configuration that declares
   * none. 'stray': made by a listener's option that stands below no listener.
   */
  implied: 'local-only' | 'stray' | null;
  /** The line that makes it; null for a local-only one, or a line that changes nothing of it. */
  by: ConfLine | null;
  anonymous: { allowed: boolean; by: ConfLine | null };
  passwordFile: Setting<string> | null;
  aclFile: Setting<string> | null;
}

/** What a tree of configuration files amounts to, as plain data. */
export interface EffectiveConf {
  listeners: EffectiveListener[];
  /** Is anybody let in without a name, on any listener, and which line decides (null: the broker's default)? */
  anonymous: { allowed: boolean; by: ConfLine | null };
  perListenerSettings: Setting<boolean> | null;
  /** Of the whole broker; with per_listener_settings look at each listener instead. */
  passwordFile: Setting<string> | null;
  aclFile: Setting<string> | null;
  /** Lines that load an authentication plugin. */
  plugins: ConfLine[];
  duplicates: Duplicate[];
  /** Every line in the order in which the broker reads it. */
  lines: ConfLine[];
}

/**
 * Merges a configuration as the broker does: `included` are the files of the include_dir, in load order, read where the
 * main file's include_dir line stands (`includedFiles` gives the order). An unknown version counts as the oldest.
 */
export function effectiveConf(
  main: ConfFile,
  included: readonly ConfFile[],
  version: Version | null,
): EffectiveConf {
  const read = new ConfReader(version).readAll(main, included);
  const isPerListener = read.perListenerSettings?.value === true;
  const isLocalOnly =
    read.listeners.length === 0 &&
    read.defaultListener.address === null &&
    read.defaultListener.port === null;
  const listeners = read.listeners.map((holder) => listenerOf(holder, null));
  if (!isLocalOnly && read.defaultListener.by !== null)
    listeners.push(listenerOf(read.defaultListener, 'stray'));
  if (isLocalOnly) listeners.push(localOnly());

  function listenerOf(holder: Holder, implied: EffectiveListener['implied']): EffectiveListener {
    const security = isPerListener ? holder.security : read.global;
    const { allowAnonymous, passwordFile, aclFile } = security;
    // Nobody has said anything of it, and 2.0 leaves it open: facts §0 K.
    const isForgotten = implied === 'stray' && isPerListener && !isAtLeast(version, version21);
    return {
      port: holder.port === null ? 1883 : (readInt(holder.port.value, false, version) ?? 0),
      address: isAddressHonoured(holder, version) ? holder.address : null,
      protocol: holder.protocol?.value ?? 'mqtt',
      implied,
      by: holder.by,
      anonymous: { allowed: allowAnonymous?.value ?? isForgotten, by: allowAnonymous?.by ?? null },
      passwordFile,
      aclFile,
    };
  }

  function localOnly(): EffectiveListener {
    const listener = listenerOf(read.defaultListener, 'local-only');
    // Facts §0 J and O: before 2.0.12 a stray option opens it to the world, before 2.0.21 nothing closes it.
    const isOpen = listener.by !== null && !isAtLeast(version, defaultListenerFixed);
    const explicit = isAtLeast(version, localAnonymousFixed)
      ? listener.anonymous
      : { allowed: true, by: null };
    const anonymous = explicit.by === null ? { allowed: true, by: null } : explicit;
    return {
      ...listener,
      address: isOpen ? null : 'loopback',
      // Since 2.0.12 what is said of listeners does not hold for this one.
      protocol: isOpen ? listener.protocol : 'mqtt',
      implied: isOpen ? 'stray' : 'local-only',
      anonymous,
    };
  }

  const open = listeners.find((listener) => listener.anonymous.allowed);
  return {
    listeners,
    anonymous: open?.anonymous ?? listeners[0]?.anonymous ?? { allowed: false, by: null },
    perListenerSettings: read.perListenerSettings,
    passwordFile: read.global.passwordFile,
    aclFile: read.global.aclFile,
    plugins: read.plugins,
    duplicates: read.duplicates,
    lines: read.lines,
  };
}

/** Facts §0 M: 2.0.11 binds a websockets listener everywhere, whatever it is told, unless a socket_domain is given. */
function isAddressHonoured(holder: Holder, version: Version | null): boolean {
  return (
    holder.protocol?.value !== 'websockets' || holder.socketDomain || isAtLeast(version, localAnonymousFixed)
  );
}
