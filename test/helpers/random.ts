/** Numbers that look random and are the same for the same seed: MQTT_SETUP_SEED, else of the day's second. */
export interface Random {
  seed: number;
  /** A whole number from 0 up to below `limit`. */
  below(limit: number): number;
}

/** mulberry32. The seed stands in the message of a test that fails. */
export function randomFrom(): Random {
  const seed = Number(process.env['MQTT_SETUP_SEED'] ?? Date.now() % 100_000);
  let state = seed;
  return {
    seed,
    below(limit) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
    },
  };
}
