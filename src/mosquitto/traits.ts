import {
  compareVersions,
  defaultListenerFixed,
  isAtLeast,
  localAnonymousFixed,
  type Version,
  version21,
} from './version.ts';

/** The first release that complains about owner and mode of password, ACL and PSK files (facts §1). */
const ownerNotices: Version = { major: 2, minor: 0, patch: 16 };

/** How a version of the broker behaves where versions differ: for rules, which compare no versions themselves. */
export interface Traits {
  /** A listener's option without a listener opens 1883 on every interface to anybody (facts §0 J, L). */
  strayOpensAll: boolean;
  /** `certfile` without `keyfile`, or `cafile` without both: refused. Before, a listener in plain text. */
  refusesHalfTls: boolean;
  /** `allow_anonymous false` counts without a listener too (facts §0 O). */
  closesLocalOnly: boolean;
  /** Websockets listeners heed their address and the path of their socket (facts §0 M). */
  bindsWebsockets: boolean;
  /** Websockets listeners heed bind_interface. */
  bindsWebsocketsToInterface: boolean;
  /** max_packet_size holds for websockets, too (measured: not before 2.1, which brings its own websockets). */
  limitsWebsocketPackets: boolean;
  /** Packets are limited also where nothing is said of it (2,000,000 bytes, ChangeLog 2.1.0). */
  limitsPackets: boolean;
  /** A mount point is taken off again before a message goes to a client of its listener (measured: not by 2.0.11). */
  stripsMountPoint: boolean;
  /** Password and ACL files are the matter of plugins, and the options of the broker itself deprecated. */
  accessByPlugins: boolean;
  /** Debian 12's build does not start with websockets listeners alone. */
  needsMqttListener: boolean;
  /** A NUL byte at the start of a line ends the file; later versions skip the line. */
  nulEndsFile: boolean;
  /** Complains in the log about owner and mode of password and ACL files. */
  noticesOwners: boolean;
  /** Refuses links, repeated users and undecodable lines in password files; quits at a reload that fails. */
  strictFiles: boolean;
  /** Reads its configuration as its own user, not as root. */
  readsConfAsItself: boolean;
  /** A number that is none is refused, not taken for 0. */
  strictNumbers: boolean;
  /** `include_dir` in an included file is refused, not ignored. */
  refusesNestedInclude: boolean;
  /** With per_listener_settings, a security option above the first listener is refused (facts §0 K). */
  refusesEarlySecurity: boolean;
  /** A second `per_listener_settings true` is no fault below security options. */
  perListenerTrueStays: boolean;
  /** An http_dir that is not there is refused when the line is read. */
  refusesMissingHttpDir: boolean;
  /** check_retain_source counts as a security option where per_listener_settings must come first. */
  countsRetainSource: boolean;
  /** A reload puts limits of listeners back to their defaults (facts §0 H). */
  forgetsLimits: boolean;
  /** `%u` and `%c` in a pattern match only as a whole level. */
  substitutesWholeLevels: boolean;
}

/** An unknown version (null) counts as the oldest. */
export function traitsOf(version: Version | null): Traits {
  const is21 = isAtLeast(version, version21);
  const isFixed = isAtLeast(version, defaultListenerFixed);
  const isLate20 = isAtLeast(version, localAnonymousFixed);
  return {
    strayOpensAll: !isFixed,
    refusesHalfTls: isFixed,
    closesLocalOnly: isLate20,
    bindsWebsockets: isLate20,
    bindsWebsocketsToInterface: is21,
    limitsWebsocketPackets: is21,
    limitsPackets: is21,
    stripsMountPoint: isLate20,
    accessByPlugins: is21,
    needsMqttListener: !isFixed,
    nulEndsFile: !isFixed,
    noticesOwners: isAtLeast(version, ownerNotices),
    strictFiles: is21,
    readsConfAsItself: is21,
    strictNumbers: is21,
    refusesNestedInclude: is21,
    refusesEarlySecurity: is21,
    perListenerTrueStays: is21,
    refusesMissingHttpDir: is21,
    countsRetainSource: !is21,
    forgetsLimits: !is21,
    substitutesWholeLevels: is21,
  };
}

/** The newest release whose behaviour is known, for what an upgrade will refuse. */
export const newest: Version = { major: 2, minor: 1, patch: 2 };

export function isNewest(version: Version): boolean {
  return compareVersions(version, newest) >= 0;
}

export function printVersion({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch}`;
}
