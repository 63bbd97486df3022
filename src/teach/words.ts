import type { teach } from '../i18n/en/teach.ts';
import type { Translate } from '../i18n/messages.ts';
import type { Meaning } from './types.ts';

type Key =
  Extract<keyof typeof teach, `teach.word.${string}`> extends `teach.word.${infer Name}` ? Name : never;

interface Program {
  is: Key;
  /** What its own words mean, by the word, or by what stands before its `=`. */
  words: Record<string, Key>;
  /** Options whose value is the next word. */
  takes?: Record<string, Key>;
  /** What any other word is. */
  other?: Key;
}

const apt: Program = {
  is: 'apt',
  words: {
    update: 'apt.update',
    install: 'apt.install',
    purge: 'apt.purge',
    download: 'apt.download',
    '-q': 'apt.q',
    '-qq': 'apt.q',
    '-y': 'apt.y',
    '-o': 'apt.o',
    '--no-remove': 'apt.noRemove',
    '--allow-downgrades': 'apt.allowDowngrades',
    mosquitto: 'apt.mosquitto',
    'mosquitto-clients': 'apt.clients',
    openssl: 'openssl',
    certbot: 'certbot',
    'DPkg::Lock::Timeout': 'apt.lock',
    'Dpkg::Options::': 'apt.conf',
    'APT::Update::Error-Mode': 'apt.error',
  },
};

const client: Omit<Program, 'is'> = {
  words: {},
  takes: {
    '-h': 'client.h',
    '-p': 'client.p',
    '-u': 'client.u',
    '-P': 'client.P',
    '-t': 'client.t',
    '-m': 'client.m',
    '-C': 'client.C',
    '--cafile': 'client.cafile',
  },
};

/** Every program that a plan or the tutorial calls: add one here, and its words in `i18n/{en,fr}/teach.ts`. */
const programs: Record<string, Program> = {
  apt,
  'apt-get': apt,
  install: {
    is: 'install',
    words: { '-d': 'install.d', '/dev/stdin': 'stdin' },
    takes: { '-m': 'mode', '-o': 'owner', '-g': 'group' },
  },
  systemctl: {
    is: 'systemctl',
    words: {
      'daemon-reload': 'systemctl.daemonReload',
      enable: 'systemctl.enable',
      disable: 'systemctl.disable',
      start: 'systemctl.start',
      stop: 'systemctl.stop',
      restart: 'systemctl.restart',
      reload: 'systemctl.reload',
      kill: 'systemctl.kill',
      '--kill-who': 'systemctl.main',
      'reset-failed': 'systemctl.resetFailed',
      status: 'systemctl.status',
      mosquitto: 'unit',
      'mosquitto.service': 'unit',
    },
    takes: { '-s': 'systemctl.hup' },
  },
  mosquitto_passwd: { is: 'passwd', words: { '-U': 'passwd.U' } },
  openssl: {
    is: 'openssl',
    words: {
      '-x509': 'openssl.selfSigned',
      x509: 'openssl.x509',
      ca: 'openssl.ca',
      '-gencrl': 'openssl.gencrl',
      '-new': 'openssl.new',
      '-nodes': 'openssl.nodes',
      '-sha256': 'openssl.sha256',
      '-req': 'openssl.reqIn',
      req: 'openssl.req',
    },
    takes: {
      '-newkey': 'openssl.newkey',
      '-pkeyopt': 'value',
      '-days': 'openssl.days',
      '-crldays': 'openssl.days',
      '-config': 'openssl.config',
      '-extfile': 'openssl.config',
      '-extensions': 'openssl.extensions',
      '-keyout': 'openssl.keyout',
      '-out': 'openssl.out',
      '-in': 'openssl.in',
      '-CA': 'openssl.CA',
      '-CAkey': 'openssl.CAkey',
      '-set_serial': 'openssl.serial',
    },
  },
  certbot: {
    is: 'certbot',
    words: {
      certonly: 'certbot.certonly',
      '--standalone': 'certbot.standalone',
      '--agree-tos': 'certbot.agree',
      '--non-interactive': 'certbot.quiet',
      '--keep-until-expiring': 'certbot.keep',
      '--register-unsafely-without-email': 'certbot.noEmail',
    },
    takes: {
      '--preferred-challenges': 'certbot.challenge',
      '--cert-name': 'certbot.name',
      '--key-type': 'certbot.key',
      '--rsa-key-size': 'certbot.key',
      '--elliptic-curve': 'certbot.key',
      '--email': 'certbot.email',
      '--server': 'certbot.server',
      '-d': 'certbot.d',
    },
  },
  ufw: {
    is: 'firewall',
    words: { allow: 'firewall.allow', delete: 'firewall.delete' },
    takes: { comment: 'firewall.comment' },
    other: 'port',
  },
  'firewall-cmd': {
    is: 'firewall',
    words: {
      '--permanent': 'firewall.permanent',
      '--add-port': 'firewall.port',
      '--remove-port': 'firewall.port',
    },
  },
  sh: { is: 'sh', words: { open: 'firewall.allow', shut: 'firewall.delete' } },
  service: {
    is: 'service',
    words: {
      start: 'systemctl.start',
      stop: 'systemctl.stop',
      restart: 'systemctl.restart',
      mosquitto: 'unit',
    },
  },
  mosquitto: { is: 'mosquitto', words: {}, takes: { '-c': 'mosquitto.c' } },
  rm: { is: 'rm', words: { '-rf': 'rm.rf', '-r': 'rm.rf', '-f': 'rm', '--': 'rm.end' } },
  write: { is: 'write', words: {} },
  mv: { is: 'mv', words: {} },
  mkdir: { is: 'mkdir', words: { '-p': 'mkdir' }, takes: { '-m': 'mkdir.m' } },
  rmdir: { is: 'rmdir', words: {} },
  chmod: { is: 'chmod', words: {}, other: 'mode' },
  chown: { is: 'chown', words: {}, other: 'owner' },
  'dpkg-deb': { is: 'dpkgDeb', words: { '-x': 'dpkgDeb.x' } },
  mosquitto_sub: { is: 'sub', ...client },
  mosquitto_pub: { is: 'pub', ...client },
};

/**
 * What each word of a command line means, in its order; a value stands with the option that takes it. Words of a program
 * that we do not know are left out.
 */
export function wordsOf(argv: readonly string[], t: Translate): Meaning[] {
  const [first = '', ...rest] = argv;
  const say = (token: string, key: Key): Meaning => ({ token, meaning: t({ key: `teach.word.${key}` }) });
  if (first === 'sudo') return [say(first, 'sudo'), ...wordsOf(rest, t)];
  const name = first.slice(first.lastIndexOf('/') + 1);
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (program === undefined) return [];
  const said = [say(first, program.is)];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    const next = rest[index + 1];
    const taken = own(program.takes, word);
    if (taken !== undefined && next !== undefined) {
      said.push(say(`${word} ${next}`, taken));
      index++;
      continue;
    }
    const [key = ''] = word.split('=', 1);
    said.push(say(word, own(program.words, word) ?? own(program.words, key) ?? otherOf(program, word)));
  }
  return said;
}

/** A word may be anything, the names that every object has among them. */
function own(table: Record<string, Key> | undefined, word: string): Key | undefined {
  return table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

function otherOf({ other }: Program, word: string): Key {
  if (word.startsWith('/') || word.startsWith('./')) return 'path';
  return other ?? (word.includes('=') ? 'value' : 'object');
}
