import { assumedDistro } from '../../distros/index.ts';
import type { Facts } from '../../facts/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { Intent, PreflightProblem } from './types.ts';

/** The machine is one that we know how to treat, and we have the right to. */
export function platformProblems(facts: Facts, intent: Intent): PreflightProblem[] {
  const { platform, layout, mosquitto, service } = facts;
  const problems: PreflightProblem[] = [];
  const system = layout.mode === 'system';
  if (platform.os !== 'linux') {
    problems.push({
      exit: 'refused',
      message: msg('preflight.notLinux', { os: platform.os }),
      fix: msg('preflight.notLinuxFix'),
    });
  } else if (system && platform.family === null) {
    problems.push({
      exit: 'refused',
      message: msg('preflight.notDebian', { found: platform.distro.name }),
      fix:
        mosquitto.binary === null
          ? msg('preflight.notDebianFix')
          : msg('preflight.notDebianLocal', { binary: mosquitto.binary }),
    });
  } else if (!platform.apt && lacksPackages(facts)) {
    problems.push({ exit: 'refused', message: msg('preflight.noApt'), fix: msg('preflight.noAptFix') });
  }
  if (system && intent.changes && facts.user.uid !== 0) {
    problems.push({
      exit: 'needsRoot',
      message: msg('preflight.needsRoot'),
      fix: msg('preflight.needsRootFix', { command: intent.command }),
    });
  }
  if (service.masked && service.ref.init === 'systemd') {
    problems.push({
      exit: 'refused',
      message: msg('preflight.masked', { unit: service.ref.unit }),
      fix: msg('preflight.maskedFix', { unit: service.ref.unit }),
    });
  }
  return problems;
}

/** dpkg's own troubles are no obstacle: the plan mends or waits. But the reader should know. */
export function packageNotes({ packages }: Facts): Message[] {
  if (packages === null) return [];
  return [
    ...(packages.interrupted ? [msg('preflight.interrupted')] : []),
    ...(packages.lock === null ? [] : [msg('preflight.packageLock', packages.lock)]),
  ];
}

/** Is there something that apt would have to fetch? */
export function lacksPackages({ layout, mosquitto, packages }: Facts): boolean {
  if (layout.mode === 'local') return mosquitto.binary === null || mosquitto.clients === null;
  const names = [assumedDistro.packages.broker, assumedDistro.packages.clients];
  return names.some((name) => (packages?.installed[name] ?? null) === null);
}
