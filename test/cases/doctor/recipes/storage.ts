import { open } from './parts.ts';
import type { Recipe } from './types.ts';

const keeping = `${open}persistence true\npersistence_location DIR/\n`;
/** A database with a retained message, a session and its subscription. */
const filled = [
  'mosquitto -c mosquitto.conf > first 2>&1 & first=$!',
  'while ! mosquitto_pub -h 127.0.0.1 -r -t a -m hello -q 1; do :; done',
  'mosquitto_sub -h 127.0.0.1 -i sleeper -c -q 1 -t b -E; mosquitto_pub -h 127.0.0.1 -t b -q 1 -m later',
  'kill $first; wait $first',
].join('\n');
/** Other bytes at a place of the file. */
const patch = (at: number, hex: string): string =>
  `perl -e 'open F, "+<", "mosquitto.db"; binmode F; seek F, ${at}, 0; print F pack("H*", "${hex}")'`;

const broken = (name: string, cause: Recipe['causes'][number], how: string): Recipe => ({
  name,
  causes: [cause],
  conf: keeping,
  before: `${filled}\n${how}`,
});

/** Databases that cannot be read. */
export const storage: readonly Recipe[] = [
  {
    name: 'database-nonsense',
    causes: ['database.unreadable'],
    conf: keeping,
    files: { 'mosquitto.db': 'no database at all, by no means, and long enough for its header\n' },
  },
  {
    name: 'database-short',
    causes: ['database.unreadable'],
    conf: keeping,
    files: { 'mosquitto.db': 'no\n' },
  },
  {
    name: 'database-empty',
    causes: ['database.empty'],
    conf: keeping,
    before: 'touch mosquitto.db; chown mosquitto: mosquitto.db; chmod 600 mosquitto.db',
  },
  broken('database-cut', 'database.unreadable', 'truncate -s -7 mosquitto.db'),
  broken(
    'database-zeros',
    'database.unreadable',
    'size=$(stat -c %s mosquitto.db); truncate -s 40 mosquitto.db; truncate -s $size mosquitto.db',
  ),
  broken('database-newer', 'database.unreadable', patch(19, '00000009')),
  broken('database-other-build', 'database.unreadable', patch(40, '04')),
  {
    name: 'database-closed',
    causes: [],
    conf: keeping,
    before: `${filled}\nchown root: mosquitto.db; chmod 600 mosquitto.db`,
    after: 'mosquitto_sub -h 127.0.0.1 -t a -C 1 -W 1',
  },
  {
    name: 'database-folder',
    causes: ['database.unreadable'],
    or: {
      bookworm: ['database.empty', 'database.unreadable'],
      trixie: ['database.unreadable', 'file.open-to-others'],
      forky: ['database.unreadable', 'file.open-to-others', 'saving.not-written'],
    },
    conf: keeping,
    before: 'mkdir mosquitto.db',
  },
  {
    name: 'persistence-twice',
    causes: ['database.plugin-too'],
    conf: `${keeping}plugin DIR/sqlite.so\n`,
    before:
      'cp $(find /usr/lib -name mosquitto_persist_sqlite.so | head -1) sqlite.so; chown mosquitto: sqlite.so',
    releases: ['forky'],
  },
];
