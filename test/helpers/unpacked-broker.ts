import { access } from 'node:fs/promises';

/**
 * A tree with a mosquitto in it, from MQTT_SETUP_TEST_BROKER_ROOT; null, with a line that says so, where there is none.
 */
export async function unpackedBroker(): Promise<string | null> {
  const root = process.env['MQTT_SETUP_TEST_BROKER_ROOT'];
  const found =
    root !== undefined &&
    (await access(`${root}/usr/sbin/mosquitto`).then(
      () => true,
      () => false,
    ));
  if (found) return root;
  if (process.env['CI']) throw new Error('MQTT_SETUP_TEST_BROKER_ROOT names no unpacked mosquitto');
  process.stderr.write('skipped: MQTT_SETUP_TEST_BROKER_ROOT names no unpacked mosquitto\n');
  return null;
}
