import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';

const mebi = 1024 * 1024;

/** Below this even a small broker loses what it should keep. */
const least = 16 * mebi;

/**
 * The broker writes its store anew beside the old one and then puts it in its place: that needs as much space again.
 * When it fails, the broker goes on, and what it should have kept is gone with the next restart.
 */
export const resourcesSpace: Check = {
  id: 'resources.space',
  group: 'resources',
  severity: 'high',
  title: msg('checks.resources-space.title'),
  needs: ['machine'],
  async run({ facts, host, spec }) {
    const folder = spec?.persistence.location ?? facts?.layout.data ?? '';
    const free = await host.freeBytes(folder);
    if (free === null) return { status: 'skip', message: msg('checks.resources-space.unknown') };
    const store = (await host.stat(`${folder}/mosquitto.db`))?.size ?? 0;
    const needed = Math.max(least, 2 * store);
    const evidence = [`${folder}: ${free} bytes free, store ${store} bytes`];
    const mebibytes = Math.floor(free / mebi);
    if (free >= needed)
      return { status: 'pass', message: msg('checks.resources-space.pass', { free: mebibytes }), evidence };
    return {
      status: free < Math.max(store, mebi) ? 'fail' : 'warn',
      message: msg('checks.resources-space.fail', { free: mebibytes, needed: Math.ceil(needed / mebi) }),
      evidence,
      fix: msg('checks.resources-space.fix'),
    };
  },
};
