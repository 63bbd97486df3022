import { open, pub } from './parts.ts';
import type { Recipe } from './types.ts';

const keeping = (folder: string): string => `${open}persistence true\npersistence_location DIR/${folder}\n`;
const save = 'kill -USR1 $BROKER; sleep 0.2';
const big = `head -c 200000 /dev/zero | tr '\\0' x | ${pub} -r -t a -s`;

/** Databases that cannot be written. */
export const saving: readonly Recipe[] = [
  {
    name: 'database-folder-missing',
    causes: ['saving.not-written'],
    conf: keeping('none/'),
    after: `${pub} -r -t a -m b; ${save}`,
  },
  {
    name: 'database-folder-closed',
    causes: ['saving.not-written'],
    conf: keeping('closed/'),
    before: 'mkdir closed; chmod 755 closed',
    after: `${pub} -r -t a -m b; ${save}`,
  },
  {
    name: 'database-read-only',
    causes: ['saving.not-written'],
    conf: keeping('fixed/'),
    before:
      'mkdir fixed; mount -t tmpfs -o size=64k tmpfs fixed; chown mosquitto: fixed; mount -o remount,ro fixed',
    after: `${pub} -r -t a -m b; ${save}; kill -TERM $BROKER; sleep 0.3; umount -l fixed`,
  },
  {
    name: 'disk-full',
    causes: ['saving.no-space'],
    conf: keeping('small/'),
    before: 'mkdir small; mount -t tmpfs -o size=64k tmpfs small; chown mosquitto: small',
    after: `${big}; ${save}; kill -TERM $BROKER; sleep 0.3; umount -l small`,
  },
];
