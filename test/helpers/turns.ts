const dayMs = 86_400_000;

/**
 * Whose turn it is, where what brokers of several releases say is compared with what we know of them: in CI each case is
 * asked of one release a day, of another one the next day; elsewhere, and with MQTT_SETUP_EVERY_RELEASE=1, of all.
 */
export function hasTurn<Release>(index: number, release: Release, all: readonly Release[]): boolean {
  if (!process.env['CI'] || process.env['MQTT_SETUP_EVERY_RELEASE'] === '1') return all.includes(release);
  const day = Math.floor(Date.now() / dayMs);
  return all[(index + day) % all.length] === release;
}
