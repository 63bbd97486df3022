import { hash, listener, open } from './parts.ts';
import type { Recipe } from './types.ts';

const passwords = (name: string, cause: Recipe['causes'][number], before: string): Recipe => ({
  name,
  causes: [cause],
  conf: `${listener}password_file DIR/pw\n`,
  files: { pw: `alice:${hash}\n` },
  before,
  releases: ['trixie', 'forky'],
});

/** What works today, and does so on notice. */
export const notices: readonly Recipe[] = [
  passwords('passwords-open', 'file.open-to-others', 'chmod 644 pw'),
  passwords('passwords-owner', 'file.open-to-others', 'chown root:mosquitto pw; chmod 640 pw'),
  passwords('passwords-group', 'file.open-to-others', 'chown mosquitto:root pw; chmod 640 pw'),
  { name: 'as-root', causes: ['machine.as-root'], conf: `${open}user root\n` },
  {
    name: 'deprecated',
    causes: ['conf.deprecated-said'],
    conf: 'port 1883\nallow_anonymous true\n',
    releases: ['forky'],
  },
  {
    name: 'deprecated-many',
    causes: ['conf.deprecated-said'],
    conf: `per_listener_settings true\n${open}auto_id_prefix a-\nallow_duplicate_messages true\nmessage_size_limit 1000\n`,
  },
  {
    name: 'no-effect',
    causes: ['conf.deprecated-said'],
    conf: `${open}connection up\naddress 127.0.0.1:1884\ntopic # out\nretry_interval 5\n`,
  },
];
