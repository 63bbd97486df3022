import type { Scene } from '../audit/types.ts';
import { parseAcl } from '../mosquitto/formats/acl.ts';
import { parsePasswd } from '../mosquitto/formats/passwd.ts';

/** One step of the class: its texts are `lesson.<number>.*`; `isDone` looks at the machine, and at nothing else. */
interface Lesson {
  number: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** What is typed, by hand; the same in every language. */
  commands: readonly string[];
  isDone(scene: Scene): boolean;
}

/** From nothing to a broker that is secured and proven, in the order in which a class goes there. */
export const lessons: readonly Lesson[] = [
  {
    number: 1,
    commands: [
      'sudo apt update',
      'sudo apt install mosquitto mosquitto-clients',
      'systemctl status mosquitto',
    ],
    isDone: ({ patient: { facts } }) =>
      facts.mosquitto.binary !== null && facts.mosquitto.clients !== null && facts.service.running,
  },
  {
    number: 2,
    commands: [
      "mosquitto_sub -h localhost -t 'class/#' -v",
      'mosquitto_pub -h localhost -t class/hello -m hello',
    ],
    // Whatever it answers: somebody knocked, and the broker was there.
    isDone: ({ knocks }) =>
      (knocks ?? []).some(({ anonymous, stranger }) => anonymous !== null || stranger !== null),
  },
  {
    number: 3,
    commands: [
      'sudoedit /etc/mosquitto/conf.d/class.conf',
      'sudo systemctl restart mosquitto',
      'sudo ss -ltnp',
    ],
    isDone: ({ patient, knocks }) =>
      patient.effective.listeners.some(({ implied }) => implied === null) && (knocks ?? []).length > 0,
  },
  {
    number: 4,
    commands: [
      'sudo mosquitto_passwd -c /etc/mosquitto/passwd alice',
      'sudo chown mosquitto: /etc/mosquitto/passwd',
      'sudo systemctl restart mosquitto',
    ],
    isDone: ({ patient: { tree, effective }, knocks }) => {
      const accounts = Object.values(tree.secrets).flatMap((text) =>
        parsePasswd(text.reveal()).filter(({ kind }) => kind === 'entry'),
      );
      const answers = (knocks ?? []).flatMap(({ anonymous, stranger }) => [anonymous, stranger]);
      return (
        !effective.anonymous.allowed &&
        accounts.length > 0 &&
        answers.includes(false) &&
        !answers.includes(true)
      );
    },
  },
  {
    number: 5,
    commands: ['sudoedit /etc/mosquitto/acl', 'sudo systemctl restart mosquitto'],
    isDone: ({ patient: { tree, effective } }) => {
      const rules = Object.values(tree.acls).flatMap(parseAcl);
      // From 2.1 on a plugin may read it.
      const isNamed = effective.lines.some(({ keyword }) => /^(?:plugin_opt_)?acl_file$/.test(keyword));
      return (
        isNamed &&
        rules.some(({ kind }) => kind === 'topic' || kind === 'pattern') &&
        !rules.some(({ kind }) => kind === 'fault')
      );
    },
  },
  {
    number: 6,
    commands: ['mqtt-setup guide', 'openssl s_client -connect localhost:8883 -CAfile ca.crt < /dev/null'],
    isDone: ({ patient: { tree, facts, effective } }) => {
      const isSecure = effective.lines.some(({ keyword }) => keyword === 'certfile');
      const isGood = Object.values(tree.certificates).some(
        ({ publicKey, fault }) => publicKey !== null && fault === null,
      );
      return isSecure && isGood && facts.service.running;
    },
  },
  {
    number: 7,
    commands: ['sudo mqtt-setup adopt --write', 'sudo mqtt-setup verify'],
    isDone: ({ patient: { isDeclared, checks, refusals } }) =>
      isDeclared &&
      refusals.length === 0 &&
      checks.length > 0 &&
      checks.every(({ status }) => status !== 'fail'),
  },
];
