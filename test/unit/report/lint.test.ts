import { describe, expect, test } from 'vitest';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { frAll as fr } from '../../../src/i18n/fr-all.ts';
import { type Message, msg } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { rules } from '../../../src/lint/registry.ts';
import type { Finding } from '../../../src/lint/types.ts';
import { renderLint } from '../../../src/report/lint.ts';
import { lintGithub } from '../../../src/report/lint-github.ts';
import { lintJson } from '../../../src/report/lint-json.ts';
import { lintSarif } from '../../../src/report/lint-sarif.ts';
import { styleFor } from '../../../src/report/style.ts';

const english = (message: Message): string => say(en, message);
const french = (message: Message): string => say(fr, message);
const style = styleFor({ unicode: true, colour: false, width: 100 });

const tab = msg('lint.conf.tab.found', { name: 'a,b: 100%\n' });
const findings: Finding[] = [
  {
    id: 'conf.unknown-option',
    severity: 'error',
    place: { file: '/srv/my repo/mosquitto.conf', line: 3, column: 2 },
    message: msg('lint.conf.unknown-option.found', { name: 'listenr' }),
    why: msg('lint.conf.unknown-option.why'),
    fix: msg('lint.conf.unknown-option.didYouMean', { name: 'listener' }),
    refused: true,
  },
  {
    id: 'conf.tab',
    severity: 'warning',
    place: { file: '/srv/my repo/conf.d/é.conf', line: 1 },
    message: tab,
    why: msg('lint.conf.tab.why'),
  },
  {
    id: 'listener.none',
    severity: 'info',
    place: { file: '/etc/mosquitto/mosquitto.conf' },
    message: msg('lint.listener.none.found'),
    why: msg('lint.listener.none.why'),
    from: '2.1.2',
  },
];

describe('for people', () => {
  test('by file, with place, reason and cure, and the sum', () => {
    const text = renderLint(findings, { version: '2.0.21', files: 3 }, english, style);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '/srv/my repo/mosquitto.conf',
      '  ✖ 3:2    error  there is no option listenr (the broker does not start)  conf.unknown-option',
      '           The broker ends at the first option that it does not know.',
      '           → Did you mean listener?',
    ]);
    expect(text).toContain('100%\\n');
    expect(text).toContain('(from 2.1.2 on the broker does not start)');
    expect(text).toMatch(
      /1 error, 1 warning, 1 note in 3 files\nmosquitto 2\.0\.21 would not start with it\.$/,
    );
  });

  test('in French, and without symbols', () => {
    const plain = styleFor({ unicode: false, colour: false, width: 60 });
    const text = renderLint(findings.slice(0, 1), { version: '2.0.21', files: 1 }, french, plain);
    expect(text).toContain('x 3:2    erreur');
    expect(text).toContain('-> Vouliez-vous dire listener');
  });

  test('nothing found', () => {
    expect(renderLint([], { version: '2.1.2', files: 1 }, english, style)).toBe(
      'Nothing to say about this configuration for mosquitto 2.1.2 (1 file).',
    );
  });
});

test('for programs', () => {
  expect(lintJson(findings, english)[0]).toEqual({
    id: 'conf.unknown-option',
    severity: 'error',
    file: '/srv/my repo/mosquitto.conf',
    line: 3,
    column: 2,
    message: 'there is no option listenr',
    why: 'The broker ends at the first option that it does not know.',
    fix: 'Did you mean listener?',
    refused: true,
  });
});

test('as workflow commands: one line each, escaped', () => {
  expect(lintGithub(findings, english, '/srv/my repo').split('\n')).toEqual([
    '::error file=mosquitto.conf,line=3,col=2,title=conf.unknown-option::there is no option listenr%0ADid you mean listener?',
    expect.stringMatching(/^::warning file=conf\.d\/é\.conf,line=1,title=conf\.tab::a,b: 100%25\\n/),
    expect.stringMatching(/^::notice file=\/etc\/mosquitto\/mosquitto\.conf,title=listener\.none::/),
  ]);
});

describe('as SARIF 2.1.0', () => {
  const sarif = JSON.parse(JSON.stringify(lintSarif(findings, rules, english, '/srv/my repo', '0.1.0')));

  test('has what the standard demands of a log and a run', () => {
    expect(Object.keys(sarif)).toEqual(['$schema', 'version', 'runs']);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
    expect(sarif.runs).toHaveLength(1);
    const [{ tool, originalUriBaseIds }] = sarif.runs;
    expect(tool.driver.name).toBe('mqtt-setup');
    expect(tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
    // §3.14.14: a base is an absolute URI that ends in a slash.
    expect(new URL(originalUriBaseIds.ROOT.uri).href).toBe('file:///srv/my%20repo/');
  });

  test('describes each rule once', () => {
    const { rules: told } = sarif.runs[0].tool.driver;
    expect(new Set(told.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
    for (const rule of told) {
      expect(rule.shortDescription.text).not.toBe('');
      expect(rule.fullDescription.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    }
  });

  test('has results that point at rules and places', () => {
    const { results, tool } = sarif.runs[0];
    expect(results).toHaveLength(findings.length);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      const { artifactLocation, region } = locations[0].physicalLocation;
      // §3.4.3: a URI reference; relative to its base where it has one.
      expect(new URL(artifactLocation.uri, 'file:///').href).toMatch(/^file:\/\/\//);
      expect(artifactLocation.uri).not.toMatch(/ |é/);
      // §3.30.5, §3.30.6: lines and columns count from 1.
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      if (region.startColumn !== undefined) expect(region.startColumn).toBeGreaterThanOrEqual(1);
    }
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'mosquitto.conf',
      uriBaseId: 'ROOT',
    });
    expect(results[2].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'file:///etc/mosquitto/mosquitto.conf',
    });
  });
});
