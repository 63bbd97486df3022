import type { EffectiveListener } from '../mosquitto/effective.ts';
import { type ConfLine, confBoolean, firstWord } from '../mosquitto/formats/conf.ts';
import { type Block, lineIn, type View } from './view.ts';

/** A listener that will be open, with the lines that belong to it. */
export interface Door {
  listener: EffectiveListener;
  block: Block;
  anonymous: { allowed: boolean; by: ConfLine | null };
}

export function doorsOf(view: View): Door[] {
  return view.effective.listeners.map((listener) => {
    const declared = view.listeners.find(({ by }) => isSame(by, listener.by));
    // What is said of listeners does not hold for the one of a configuration that has none (measured).
    const block = declared ?? (listener.implied === 'local-only' ? { by: null, lines: [] } : view.implied);
    const own = lineIn(block, 'listener_allow_anonymous');
    const value = own === null ? null : confBoolean(own.value);
    return {
      listener,
      block,
      anonymous: value === null ? listener.anonymous : { allowed: value, by: own },
    };
  });
}

function isSame(one: ConfLine | null, other: ConfLine | null): boolean {
  return one !== null && one.file === other?.file && one.line === other.line;
}

/** `1883 on 127.0.0.1`, `0 /run/x.sock`, `1883 on *` */
export function printDoor({ listener: { port, address } }: Door): string {
  if (port === 0) return address ?? '';
  return `${address === 'loopback' ? '127.0.0.1' : (address ?? '*')}:${port}`;
}

/** Can only programs on this machine reach it? */
export function isLoopback({ listener: { port, address } }: Door): boolean {
  return (
    port === 0 || address === 'loopback' || address === 'localhost' || /^(127\.|::1$)/.test(address ?? '')
  );
}

export function isOn(block: Block, keyword: string): boolean {
  const line = lineIn(block, keyword);
  return line !== null && ['true', '1'].includes(firstWord(line.value));
}

/** Does the broker encrypt what goes through: with a certificate and its key, or with a shared key? */
export function isEncrypted(block: Block): boolean {
  return hasCertificate(block) || lineIn(block, 'psk_hint') !== null;
}

export function hasCertificate(block: Block): boolean {
  return lineIn(block, 'certfile') !== null && lineIn(block, 'keyfile') !== null;
}
