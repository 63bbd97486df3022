import { expect, test } from 'vitest';
import type { Report } from '../../../src/checks/types.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { renderReport } from '../../../src/report/checks.ts';
import { checksJson } from '../../../src/report/checks-json.ts';
import { printable } from '../../../src/report/escape.ts';
import { styleFor } from '../../../src/report/style.ts';

const report: Report = {
  checks: [
    {
      id: 'service.active',
      group: 'service',
      severity: 'critical',
      title: msg('checks.service-active.title'),
      status: 'pass',
      message: msg('checks.service-active.pass', { pid: 5 }),
      evidence: ['pid 5'],
      milliseconds: 0,
    },
    {
      id: 'auth.anonymous',
      group: 'auth',
      severity: 'critical',
      title: msg('checks.auth-anonymous.title'),
      status: 'fail',
      message: msg('checks.auth-anonymous.fail'),
      evidence: ['lan 127.0.0.1:1883 \u001b]0;evil\u0007\u202e: CONNACK 0 (accepted)'],
      fix: msg('checks.auth.fix'),
      milliseconds: 3,
    },
    {
      id: 'auth.wrong-password',
      group: 'auth',
      severity: 'critical',
      title: msg('checks.auth-wrong-password.title'),
      status: 'skip',
      message: msg('checks.auth.nameless'),
      milliseconds: 0,
    },
    {
      id: 'service.enabled',
      group: 'service',
      severity: 'high',
      title: msg('checks.service-enabled.title'),
      status: 'warn',
      message: msg('checks.service-enabled.no-init'),
      milliseconds: 0,
    },
  ],
  summary: { pass: 1, fail: 1, warn: 1, skip: 1 },
  ok: false,
  milliseconds: 12,
  onMachineOnly: [],
};

const plain = styleFor({ unicode: false, colour: false, width: 80 });

test('the report for people, in plain ASCII', async () => {
  expect(renderReport(report, await translator('en'), plain)).toMatchInlineSnapshot(`
    "Service
      [ok]   The broker runs - process 5
      [warn] The broker starts with the machine - nothing starts services on this machine: start the broker with mqtt-setup start

    Who gets in
      [fail] Clients without a name get in only where that is declared - anybody can connect without a name
             lan 127.0.0.1:1883 \\u{1b}]0;evil\\u{7}\\u{202e}: CONNACK 0 (accepted)
             -> mqtt-setup apply writes allow_anonymous false and the password file; where config.anonymous or config.override fail, begin there
      [skip] A wrong password is refused - no account is known to try it with

    1 passed, 1 failed, 1 warned, 1 skipped, in 12 ms
    "
  `);
});

test('the report for people, with symbols, in French', async () => {
  const style = styleFor({ unicode: true, colour: false, width: 80 });
  expect(renderReport(report, await translator('fr'), style)).toMatchInlineSnapshot(`
    "Service
      ✔ Le broker tourne — processus 5
      ! Le broker démarre avec la machine — rien ne démarre de services sur cette machine : démarrez le broker avec mqtt-setup start

    Qui peut entrer
      ✖ Les clients sans nom n’entrent que là où c’est déclaré — n’importe qui peut se connecter sans nom
        lan 127.0.0.1:1883 \\u{1b}]0;evil\\u{7}\\u{202e}: CONNACK 0 (accepted)
        → mqtt-setup apply écrit allow_anonymous false et le fichier des mots de passe ; si config.anonymous ou config.override échoue, commencez par là
      · Un mauvais mot de passe est refusé — aucun compte n’est connu pour l’essayer

    1 réussie, 1 échouée, 1 avec avertissement, 1 omise, en 12 ms
    "
  `);
});

test('colours stand around words and nowhere else', async () => {
  const english = await translator('en');
  const coloured = renderReport(report, english, styleFor({ unicode: false, colour: true, width: 80 }));
  expect(coloured).toContain('\u001b[31m');
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  const bare = coloured.replace(/\u001b\[\d+m/g, '');
  expect(bare).toBe(renderReport(report, english, plain));
  expect(bare).not.toContain('\u001b');
});

test('the report for machines', async () => {
  const json = checksJson(report, await translator('en'));
  expect(json.summary).toEqual(report.summary);
  expect(json.checks[2]).toEqual({
    id: 'auth.wrong-password',
    group: 'auth',
    status: 'skip',
    severity: 'critical',
    message: 'no account is known to try it with',
    evidence: [],
    fix: null,
  });
});

test.each([
  ['a\u001b[2Jb', 'a\\u{1b}[2Jb'],
  ['a\nb\r\tc', 'a\\nb\\r\\tc'],
  ['\u009b31m', '\\u{9b}31m'],
  ['user\u202eresu', 'user\\u{202e}resu'],
  ['é — « mot\u00a0»', 'é — « mot\u00a0»'],
])('printable %#', (text, safe) => {
  expect(printable(text)).toBe(safe);
});
