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

/** The rows of a long table whose turn it is: in CI every third one, the next ones the next day; elsewhere all. */
export function rowsInTurn<Row>(rows: readonly Row[]): Row[] {
  return rows.filter((_, index) => hasTurn(index, 0, [0, 1, 2]));
}

/**
 * On which releases a long suite boots machines: in CI on one of them a day, elsewhere on all. `offset` sets the suites
 * apart, so that each day has something on each release; the story runs on all of them every time.
 */
export function releasesInTurn<Release>(all: readonly Release[], offset: number): Release[] {
  return all.filter((release) => hasTurn(offset, release, all));
}
