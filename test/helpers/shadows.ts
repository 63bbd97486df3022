import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compareShadows } from '../../src/engine/shadow/compare-shadows.ts';
import type { ShadowTools } from '../../src/engine/shadow/types.ts';
import { AppError } from '../../src/errors.ts';
import { gatherConfTree } from '../../src/facts/conf-tree.ts';
import { connect } from '../../src/host/mqtt.ts';
import { realHost } from '../../src/host/real.ts';
import { en } from '../../src/i18n/en.ts';
import { say } from '../../src/i18n/translate.ts';
import type { ConfTree } from '../../src/lint/types.ts';
import { type Files, versionOf, writeTree } from './lint.ts';

const root = process.env['MQTT_SETUP_TEST_BROKER_ROOT'] ?? '';
const unpacked = `${root}/usr/sbin/mosquitto`;
const isUnpacked = root !== '' && existsSync(unpacked);

/** Debian 12's, the machine's or the unpacked one. */
export function toolsFor(state: string, more: Partial<ShadowTools> = {}): ShadowTools {
  return {
    version: versionOf('2.0.11'),
    binary: isUnpacked ? unpacked : '/usr/sbin/mosquitto',
    libraries: isUnpacked ? [`${root}/usr/lib/x86_64-linux-gnu`, `${root}/usr/lib/aarch64-linux-gnu`] : [],
    state,
    connect,
    nonce: () => randomBytes(16).toString('hex'),
    ...more,
  };
}

/** The tree of DIR/mosquitto.conf after these files have been written there; run by `runsAs`, or us. */
export async function writtenTree(dir: string, files: Files, runsAs?: string): Promise<ConfTree> {
  await writeTree(dir, files);
  const host = realHost();
  const options = { runsAs: runsAs ?? host.user.name };
  return gatherConfTree(host, join(dir, 'mosquitto.conf'), versionOf('2.0.11'), options);
}

/** Compares two sets of files, in folders of their own below `dir`. */
export async function compareFiles(
  { dir, state }: { dir: string; state: string },
  files: { before: Files; after: Files },
  runsAs?: string,
  tools = toolsFor(state),
): Promise<Comparison> {
  const before = await writtenTree(`${dir}/before`, files.before, runsAs);
  const after = await writtenTree(`${dir}/after`, files.after, runsAs);
  return compareShadows(realHost(), { before, after }, tools);
}

export function wordsOf({ differences }: Comparison): string[] {
  return differences.map(({ message }) => say(en, message));
}

/** The words of the AppError that it ends with. */
export async function complaint(promise: Promise<unknown>): Promise<string[]> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error.problems.map(({ message }) => say(en, message));
    throw error;
  }
  return [];
}
