import { access, appendFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { execa } from 'execa';
import { AppError } from '../../src/errors.ts';
import { provideLocalBroker } from '../../src/host/packages-local.ts';
import { realHost } from '../../src/host/real.ts';
import { en } from '../../src/i18n/en.ts';
import { say } from '../../src/i18n/translate.ts';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Broker and clients: on a machine that has one of them, the product fetches only the other. */
const isWhole = async (root: string): Promise<boolean> =>
  (await isThere(`${root}/usr/sbin/mosquitto`)) && (await isThere(`${root}/usr/bin/mosquitto_pub`));

/** The packages that the machine has installed, unpacked beside them; their libraries are on the machine. */
async function unpackInstalled(cache: string): Promise<void> {
  const names = ['mosquitto', 'mosquitto-clients'];
  const lists = ['-o', `Dir::State::Lists=${cache}/apt/lists`, '-o', `Dir::Cache=${cache}/apt`];
  const folder = `${cache}/apt`;
  await execa('apt-get', ['-q', ...lists, '-o', 'APT::Sandbox::User=root', 'download', ...names], {
    cwd: folder,
  });
  const files = (await readdir(folder)).filter((name) => /^mosquitto.*\.deb$/.test(name));
  for (const file of files) {
    await execa('dpkg-deb', ['-x', `${folder}/${file}`, `${cache}/root`]);
    await appendFile(`${cache}/root/mqtt-setup-packages`, `${file}\n`);
  }
}

/**
 * Before the broker suites: a real mosquitto for them, named by MQTT_SETUP_TEST_BROKER_ROOT. Where nobody has named one,
 * it is fetched once with the product's own code (Debian's packages, no root) into a cache outside the project. Where
 * that cannot be done the suites are skipped with the reason; in CI that is a failure.
 */
export default async function provideBroker(): Promise<void> {
  const named = process.env['MQTT_SETUP_TEST_BROKER_ROOT'];
  if (named !== undefined && named !== '') return;
  const base =
    process.env['MQTT_SETUP_TEST_CACHE'] ??
    `${process.env['XDG_CACHE_HOME'] ?? `${homedir()}/.cache`}/mqtt-setup-tests`;
  const cache = `${base}/broker`;
  try {
    if (!(await isWhole(`${cache}/root`))) {
      await provideLocalBroker(realHost(), cache);
      // A machine that has a broker already is given no second one: here it is wanted all the same.
      if (!(await isWhole(`${cache}/root`))) await unpackInstalled(cache);
    }
    process.env['MQTT_SETUP_TEST_BROKER_ROOT'] = `${cache}/root`;
  } catch (error) {
    const why =
      error instanceof AppError
        ? error.problems.map((problem) => say(en, problem.message)).join('; ')
        : String(error);
    if (process.env['CI']) throw new Error(`no mosquitto for the broker suites: ${why}`, { cause: error });
    process.stderr.write(`skipped: the broker suites, since no mosquitto can be had here (${why})\n`);
  }
}
