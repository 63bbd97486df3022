import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootHost } from '../helpers/host.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const project = new URL('../../', import.meta.url);
const languages = ['en', 'fr'] as const;

/** What a person would answer, or what ends a page that stays: these runs have no terminal. */
const answers: readonly [RegExp, string][] = [
  [/^(install|rollback|apply|upgrade|restore|remove-user|tls|adopt --write|uninstall)\b|--fix\b/, '--yes'],
  [/^set-password\b/, '--generate'],
  [/^add-user (?!.*--(password|generate|certificate))/, '--generate'],
  [/^backup .*--encrypt/, '--password-file passphrase.txt'],
  [/^restore\b/, '--password-file passphrase.txt'],
];

/** A page that stays until somebody ends it is given this many seconds, and ended. */
const stays = /^status --watch/;
const secondsOf = (command: string): number => (stays.test(command) ? 5 : 100);

/** What this machine, which reaches apt alone, cannot give, with the exit code that says so. */
const elsewhere: readonly [RegExp, number][] = [
  [/--acme\b/, 69],
  [/--cert fullchain\.pem/, 65],
  [/^verify (-h|-L) /, 1],
  [/^audit -h /, 69],
  // What is there has been made by us.
  [/^adopt/, 78],
];

/** These judge: 1 is an answer, too. */
const verdicts = /^(verify|can|audit|doctor|check|lesson)\b/;

/** `$ sudo npx mqtt-setup list-users   # why` → `list-users`, in the order of the page. */
function commandsOf(page: string): string[] {
  const blocks = [...readFileSync(new URL(page, project), 'utf8').matchAll(/```console\n(.*?)```/gs)];
  return blocks
    .flatMap(([, block = '']) => block.split('\n'))
    .flatMap((line) => /^\$ (?:sudo )?(?:npx )?mqtt-setup (.*?)(?: +# .*)?$/.exec(line)?.[1] ?? []);
}

function expected(command: string): number[] {
  const [, code] = elsewhere.find(([pattern]) => pattern.test(command)) ?? [];
  if (code !== undefined) return [code];
  if (stays.test(command)) return [124];
  return verdicts.test(command) ? [0, 1] : [0];
}

describeHosts('the commands of the README, one after the other', () => {
  // In CI one language a day.
  for (const language of releasesInTurn(languages, 0)) {
    test(`do what it says (${language})`, async () => {
      const commands = commandsOf(language === 'en' ? 'README.md' : 'README.fr.md');
      expect(commands.length).toBeGreaterThan(50);
      const preinstall = ['mosquitto', 'mosquitto-clients', 'openssl'];
      const host = await bootHost({ release: 'trixie', init: 'systemd', network: 'apt', preinstall });
      try {
        await host.must(
          'ln -s /opt/mqtt-setup/mqtt-setup.mjs /usr/local/bin/mqtt-setup; cd /root; mkdir -p .local/share/bash-completion/completions',
        );
        await host.write('/root/secret.txt', 'a long way to the roof\n');
        await host.write('/root/passphrase.txt', 'another long way to the roof\n');
        await host.write('/root/sensors.csv', 'name\nkitchen\ncellar\n');
        for (const name of ['pupils.csv', 'eleves.csv'])
          await host.write(`/root/${name}`, 'name\nanna\nben\n');
        await host.write('/root/mosquitto.log', '1700000000: mosquitto version 2.0.11 starting\n');
        const wrong = [];
        for (const command of commands) {
          const more = answers.flatMap(([pattern, words]) => (pattern.test(command) ? [words] : []));
          const [words = '', ...rest] = command.split(/(?= > )/);
          const line = `cd /root; timeout ${secondsOf(command)} mqtt-setup ${[words, ...more].join(' ')}${rest.join('')}`;
          const { code, stdout, stderr } = await host.run(line, { env: { MQTT_SETUP_LANG: language } });
          if (!expected(command).includes(code))
            wrong.push(`${line}: ${code}\n${stdout.slice(-300)}${stderr.slice(-500)}`);
        }
        expect(wrong.join('\n')).toBe('');
      } finally {
        await host.stop();
      }
    });
  }
});
