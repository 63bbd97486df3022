import type { Mend } from './types.ts';

/** How things are done on this machine. */
export interface Manner {
  /** Who keeps the broker running. */
  init: 'systemd' | 'sysv' | 'none';
  /** How mqtt-setup is called here, with root's rights where they are needed. */
  self: string;
  /** Options that make a command be about the same broker, with a leading blank; '' for the machine's own. */
  suffix: string;
}

/** The usual machine: for a log that was handed over. */
export const usualManner: Manner = { init: 'systemd', self: 'sudo mqtt-setup', suffix: '' };

/** The command that a person would type for it. */
export function commandOf(mend: Mend, manner: Manner = usualManner): string {
  switch (mend.kind) {
    case 'mode':
      return `chown ${mend.owner}:${mend.group} ${word(mend.path)} && chmod ${octal(mend.mode)} ${word(mend.path)}`;
    case 'folder':
      return `install -d -o ${mend.owner} -g ${mend.group} -m ${octal(mend.mode)} ${word(mend.path)}`;
    case 'empty-file':
      return `install -o ${mend.owner} -g ${mend.group} -m ${octal(mend.mode)} /dev/null ${word(mend.path)}`;
    case 'comment-out':
      return `sed -i '${mend.line}s/^/#/' ${word(mend.path)}`;
    case 'set-value':
      return `sed -Ei ${word(`${mend.line}s/^( *[^ ]+ +).*/\\1${mend.value.replace(/[\\/&]/g, '\\$&')}/`)} ${word(mend.path)}`;
    case 'append-line':
      return `echo ${word(mend.text)} >> ${word(mend.path)}`;
    case 'aside': {
      const move = `mv ${word(mend.path)} ${word(asidePath(mend.path))}`;
      return mend.reload === true ? `${move} && systemctl daemon-reload` : move;
    }
    case 'copy-of-link': {
      const copy = word(`${mend.path}.new`);
      return `install -o ${mend.owner} -g ${mend.group} -m ${octal(mend.mode)} ${word(mend.path)} ${copy} && mv ${copy} ${word(mend.path)}`;
    }
    case 'service':
      return serviceCommand(mend.operation, manner);
    case 'daemon-reload':
      return 'systemctl daemon-reload';
    case 'configure-packages':
      return 'dpkg --configure -a';
    case 'converge':
      return `${manner.self} apply --overwrite-drift${manner.suffix}`;
  }
}

function serviceCommand(operation: string, { init, self, suffix }: Manner): string {
  if (init === 'systemd') return `systemctl ${operation} mosquitto`;
  return init === 'sysv' ? `service mosquitto ${operation}` : `${self} ${operation}${suffix}`;
}

/** Neither an include_dir nor systemd loads such a name. */
export function asidePath(path: string): string {
  return `${path}.set-aside`;
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

/** One word for a shell. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
