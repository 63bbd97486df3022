import { describe, expect, test } from 'vitest';
import { enAll } from '../../../src/i18n/en-all.ts';
import { frAll } from '../../../src/i18n/fr-all.ts';
import type { Message } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { wordsOf } from '../../../src/teach/words.ts';

const english = (message: Message): string => say(enAll, message);

const tokens = (line: string): string[] => wordsOf(line.split(' '), english).map(({ token }) => token);

describe('what the words of a command mean', () => {
  test.each([
    'sudo apt update',
    'apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confdef --no-remove install mosquitto',
    'sudo install -m 0644 -o root -g root /dev/stdin /etc/x',
    'systemctl kill -s HUP --kill-who=main mosquitto.service',
    'openssl req -x509 -new -newkey rsa:2048 -nodes -days 3650 -config ca.cnf -keyout ca.key -out ca.crt',
    'ufw allow 8883/tcp comment mqtt-setup',
    'firewall-cmd --permanent --add-port=8883/tcp',
    '/bin/sh /etc/mqtt-setup/firewall open 8883',
    'write /etc/mosquitto/x (0600 root:root)',
    'rm -rf -- /var/lib/mosquitto',
    'certbot certonly --standalone --agree-tos --cert-name a.example.org -d a.example.org',
    'mosquitto_sub -h 127.0.0.1 -p 1883 -u alice -t weather/# -C 1',
  ])('%s: each of them, in its order', (line) => {
    expect(tokens(line).join(' ')).toBe(line);
    for (const { meaning } of wordsOf(line.split(' '), (message) => say(frAll, message)))
      expect(meaning.length).toBeGreaterThan(5);
  });

  test('an option says what its value is', () => {
    expect(wordsOf(['install', '-m', '0644'], english).at(-1)).toEqual({
      token: '-m 0644',
      meaning: 'who may read and write it: the owner, the group, everybody else',
    });
    // Without a value it is a word like any other.
    expect(tokens('install -m')).toEqual(['install', '-m']);
  });

  test.each(['toString', 'constructor x', 'sudo __proto__ y', 'install hasOwnProperty', ''])(
    'a word may be the name of anything: %j',
    (line) => {
      expect(() => wordsOf(line.split(' '), english)).not.toThrow();
    },
  );
});
