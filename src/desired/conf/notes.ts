import type { Facts } from '../../facts/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { traitsOf } from '../../mosquitto/traits.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import type { Listener, Spec } from '../../spec/types.ts';

/** What works in this version otherwise than one would think: told with the plan, not refused. */
export function confNotes({ listeners, log }: Spec, { mosquitto, layout, packages }: Facts): Message[] {
  const traits = traitsOf(mosquitto.version === null ? null : parseVersion(mosquitto.version));
  const version = mosquitto.version ?? '2.0.11';
  const names = (which: (listener: Listener) => boolean): string =>
    listeners
      .filter(which)
      .map(({ name }) => name)
      .join(', ');
  const limited = names(
    ({ max_connections, max_qos, max_topic_alias }) =>
      max_connections !== null || max_qos !== null || max_topic_alias !== null,
  );
  const goesToFile = layout.mode === 'system' && (log.to === null || log.to.includes('file'));
  const isRotated = log.rotate || packages === null || packages.installed['logrotate'] !== null;
  const mounted = names(({ mount_point }) => mount_point !== null);
  const unlimited = names(({ protocol }) => protocol === 'websockets');
  return [
    ...(goesToFile && !isRotated ? [msg('conf.note.rotate')] : []),
    ...(traits.forgetsLimits && limited !== ''
      ? [msg('conf.note.limits', { version, listeners: limited })]
      : []),
    ...(!traits.limitsWebsocketPackets && unlimited !== ''
      ? [msg('conf.note.packets', { version, listeners: unlimited })]
      : []),
    ...(!traits.stripsMountPoint && mounted !== ''
      ? [msg('conf.note.mount', { version, listeners: mounted })]
      : []),
  ];
}
