/** A topic wholly outside what the probe account may touch. */
export function outsideTopic(nonce: string): string {
  return `mqtt-setup/outside/${nonce}`;
}
