import { msg, type Translate } from '../i18n/messages.ts';
import { belongs, type File, octal, textOf } from './resource.ts';
import { commandLine, quote } from './shell.ts';
import type { Block, Meaning } from './types.ts';
import { wordsOf } from './words.ts';

/**
 * Every password in the order of the file. Those of the checks are made up and stand in a file that root alone can read,
 * in the form that mosquitto_passwd -U takes.
 */
export function passwordBlocks(
  { people, testers }: { people: readonly string[]; testers: readonly string[] },
  files: readonly File[],
  t: Translate,
): Block[] {
  const probe = files.find(({ id }) => id === 'file.probe');
  const passwd = files.find(({ id }) => id === 'file.passwd');
  if (probe === undefined || passwd === undefined) throw new Error('a broker without passwords');
  const [name] = (textOf(probe) ?? '').split(':', 1);
  const made = `printf '${name}:%s\\n' "$(tr -dc 1-9A-HJ-NP-Za-km-z < /dev/urandom | head -c 24)"`;
  const run = (why: string | null, line: string, words: readonly Meaning[] = []): Block => ({
    kind: 'run',
    why,
    commands: [line],
    words: [...words],
  });
  const parts: Meaning[] = [
    { token: 'tr -dc … < /dev/urandom', meaning: t(msg('guide.people.chance')) },
    { token: 'head -c 24', meaning: t(msg('guide.people.first')) },
    { token: 'printf', meaning: t(msg('guide.people.together')) },
    { token: '|', meaning: t(msg('guide.people.pipe')) },
  ];
  const hashing = ['sudo', 'mosquitto_passwd', '-U', passwd.path];
  const place = (file: File, from: string): string =>
    commandLine(['sudo', 'install', '-m', octal(file.mode), ...belongs(file), from, file.path]);
  return [
    run(t(probe.why), `${made} | ${place(probe, '/dev/stdin')}`, parts),
    run(t(msg('guide.people.file')), place(passwd, probe.path)),
    ...testers.map((tester) =>
      run(
        t(msg('guide.people.tester', { name: tester })),
        `sudo sed ${quote(`s/^[^:]*/${tester}/`)} ${probe.path} | sudo tee -a ${passwd.path} > /dev/null`,
      ),
    ),
    run(t(msg('guide.people.hash')), commandLine(hashing), wordsOf(hashing, t)),
    ...people.map(
      (person): Block => ({
        kind: 'password',
        why: t(msg('guide.people.ask', { name: person })),
        name: person,
        file: passwd.path,
      }),
    ),
  ];
}
