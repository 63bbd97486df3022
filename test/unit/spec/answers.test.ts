import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { en } from '../../../src/i18n/en.ts';
import { say } from '../../../src/i18n/translate.ts';
import { answerKeys, loadAnswers } from '../../../src/spec/answers.ts';

const load = (text: string) => loadAnswers(text, 'answers.yaml', (path) => `/home/${path}`);

/** Each problem as `line:column message → fix`. */
function problemsOf(text: string): string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.exit).toBe('input');
    return error.problems.map(
      ({ place, message, fix }) =>
        `${place?.line}:${place?.column} ${say(en, message)}${fix === undefined ? '' : ` → ${say(en, fix)}`}`,
    );
  }
  return [];
}

describe('a file of answers', () => {
  test('has every answer of install, in the words of its flags', () => {
    const text = `
profile: internet
port: 1884
bind: [127.0.0.1, '::1']
user: alice
password_file: secret.txt
names: broker.example
acme: true
domain:
  - mqtt.example.org
email: owner@example.org
acme_server: https://acme.example.org/dir
ca_passphrase_file: '-'
firewall: false
`;
    expect(load(text)).toEqual({
      profile: 'internet',
      port: '1884',
      bind: ['127.0.0.1', '::1'],
      user: 'alice',
      passwordFile: '/home/secret.txt',
      name: ['broker.example'],
      acme: true,
      domain: ['mqtt.example.org'],
      email: 'owner@example.org',
      acmeServer: 'https://acme.example.org/dir',
      caPassphraseFile: '-',
      firewall: false,
    });
  });

  test('has one answer to a question, and each that another one needs', () => {
    expect(problemsOf('password_file: a.txt\ngenerate: true\nacme: true\ncert: a.pem\n')).toEqual([
      '2:1 "generate" and "password_file" answer the same question: only one of them can stand here',
      '4:1 "cert" and "acme" answer the same question: only one of them can stand here',
      '3:1 "acme" needs "domain" too',
      '4:1 "cert" needs "key" too',
    ]);
    expect(problemsOf('email: owner@example.org\n')).toEqual(['1:1 "email" needs "acme" too']);
    expect(problemsOf('password_file: a.txt\ngenerate: false\n')).toEqual([]);
    const byFlag = loadAnswers(
      'acme: true',
      'answers.yaml',
      (path) => path,
      (name) => name === 'domain',
    );
    expect(byFlag).toEqual({ acme: true });
  });

  test('may say nothing', () => {
    expect(load('{}')).toEqual({});
  });

  test('all that is wrong is told at once, each with its place', () => {
    const text =
      'profle: lan\nport: 80\nuser: a:b\nbind:\n  - 127.0.0.1\n  - lopback\nacme: yes\nemail: [x]\n';
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^1:1 .*profle.* → Did you mean "?profile"?\?$/),
      expect.stringMatching(/^2:7 .*80/),
      expect.stringMatching(/^3:7 .*colon|^3:7 .*:/),
      expect.stringMatching(/^6:5 .*lopback.* → Did you mean/),
      expect.stringMatching(/^7:7 .*true or false/),
      expect.stringMatching(/^8:8 a text on one line/),
    ]);
  });

  test.each([
    ['password: swordfish', /^1:1 a password does not belong .* → Name a file/],
    ['colour: red', /^1:1 .*colour.* → .*profile, port/],
    ['profile: lann', /^1:10 .*lann.* → Did you mean "?lan"?\?/],
    ['port: [1]', /^1:7 /],
    ['port: 1e3', /^1:7 /],
    ['names: []', /^1:8 the list is empty/],
    ['domain: "a b"', /^1:9 /],
    ['user: "ali\\u001bce"', /^1:7 /],
    ['- profile', /^1:1 a file of answers is made of lines/],
    ['', /^1:1 a file of answers is made of lines/],
    ['user: a\nuser: b', /^2:1 /],
  ])('%j', (text, wanted) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(wanted)]);
  });

  test('never says what a password is', () => {
    expect(problemsOf('password: swordfish').join()).not.toContain('swordfish');
    expect(answerKeys).not.toContain('password');
  });
});
