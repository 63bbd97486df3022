import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import { freePort } from '../helpers/mosquitto.ts';

const python = '/usr/bin/python3';
const negate = '/usr/lib/nagios/plugins/negate';

/** Programs that read the formats for a living: Debian's packages. */
function lacking(): string[] {
  const has = (module: string): boolean => spawnSync(python, ['-c', `import ${module}`]).status === 0;
  return [
    ...(has('junitparser') ? [] : ['python3-junitparser']),
    ...(has('prometheus_client.parser') ? [] : ['python3-prometheus-client']),
    ...(existsSync(negate) ? [] : ['monitoring-plugins-basic']),
    ...(spawnSync('prove', ['--version']).status === 0 ? [] : ['perl']),
  ];
}

const missing = lacking();
if (missing.length > 0) {
  if (process.env['CI']) throw new Error(`to be installed for the reporters' tests: ${missing.join(' ')}`);
  process.stderr.write(`skipped: the consumers of reports, for want of ${missing.join(' ')}\n`);
}

const junitReader = `
import json, sys
from junitparser import JUnitXml, Failure, Skipped
cases = [(s.name, c.classname, c.name, [type(r).__name__ for r in (c.result or [])], c.time) for s in JUnitXml.fromfile(sys.argv[1]) for c in s]
print(json.dumps(cases))
`;

const prometheusReader = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families
print(json.dumps([(s.name, s.labels, s.value) for f in text_string_to_metric_families(open(sys.argv[1]).read()) for s in f.samples]))
`;

describeCli('the reports of verify', (sandbox) => {
  const local = localBroker(sandbox);
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-reports-'));
    await chmod(folder, 0o777);
    await local.install('--port', `${await freePort()}`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const files = (name: string): string => join(folder, name);
  const reportAll = (...more: string[]) =>
    local.cli(
      [
        'verify',
        ...['junit', 'tap', 'prometheus', 'nagios', 'json'].flatMap((name) => [
          '--reporter',
          `${name}=${files(name)}`,
        ]),
        '--reporter',
        'pretty',
        ...more,
      ],
      { cwd: folder },
    );

  describe.skipIf(missing.length > 0)('are read by their consumers', () => {
    test.each([
      ['a healthy broker', null, 0],
      ['a broken one', 'allow_anonymous true', 1],
    ])('of %s', async (_what, line, code) => {
      const conf = join(local.dir, 'mosquitto.conf');
      const whole = await readFile(conf, 'utf8');
      if (line !== null) {
        await writeFile(conf, whole.replace('allow_anonymous false', line));
        process.kill(local.pid(), 'SIGHUP');
      }
      const run = await reportAll();
      expect(run.code, run.stderr).toBe(code);
      const json = JSON.parse(await readFile(files('json'), 'utf8')) as {
        checks: { id: string; status: string }[];
      };
      const failed = json.checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
      expect(failed.includes('config.anonymous')).toBe(line !== null);

      const cases = JSON.parse(
        execFileSync(python, ['-c', junitReader, files('junit')], { encoding: 'utf8' }),
      ) as [string, string, string, string[], number][];
      expect(cases).toHaveLength(json.checks.length);
      const failures = cases.filter(([, , , results]) => results.includes('Failure'));
      expect(failures.map(([, , name]) => name.split(':')[0])).toEqual(failed);

      const samples = JSON.parse(
        execFileSync(python, ['-c', prometheusReader, files('prometheus')], { encoding: 'utf8' }),
      ) as [string, Record<string, string>, number][];
      expect(samples.find(([name]) => name === 'mqtt_setup_verify_ok')?.[2]).toBe(line === null ? 1 : 0);
      const down = samples.filter(([name, , value]) => name === 'mqtt_setup_verify_check_ok' && value === 0);
      expect(down.map(([, labels]) => labels['check'])).toEqual(failed);

      const tap = spawnSync('prove', ['-e', 'cat', files('tap')], { encoding: 'utf8' });
      expect(tap.status === 0, tap.stdout).toBe(line === null);
      expect(tap.stdout).toContain(`Tests=${json.checks.length}`);

      const asPlugin = await sandbox.run([
        negate,
        ...sandbox.words(['verify', '--local', local.dir, '--reporter', 'nagios']),
      ]);
      // It turns OK into CRITICAL and the other way round, by the exit code.
      expect(asPlugin.code, asPlugin.stdout).toBe(line === null ? 2 : 0);
      expect(asPlugin.stdout).toMatch(line === null ? /^MQTT OK/ : /^MQTT CRITICAL/);
      if (line !== null) {
        await writeFile(conf, whole);
        process.kill(local.pid(), 'SIGHUP');
      }
    });
  });

  test('GitHub gets annotations and a page by itself, behind what is there already', async () => {
    const page = files('summary.md');
    await writeFile(page, 'before\n');
    await chmod(page, 0o666);
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: page };
    const run = await local.cli(['verify', '--only', 'service.active,access.tests'], { env });
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).not.toContain('::error');
    const text = await readFile(page, 'utf8');
    expect(text.startsWith('before\n### mqtt-setup verify')).toBe(true);
    const broken = await local.cli(['verify', '--only', 'connect', '-h', '127.0.0.1', '-p', '1'], { env });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('::error title=connect.reach%3A');
  });

  test.each([
    [['--reporter', 'junt'], 'junit'],
    [['--reporter', 'xml'], 'pretty, json, junit'],
    [['--reporter', 'junit='], 'file is missing'],
    [['--retry-for', 'soon'], '30s or 2min'],
  ])('%j is refused', async (args, words) => {
    const refused = await local.unchanged(['verify', ...args]);
    expect(refused.code).toBe(64);
    expect(refused.stderr).toContain(words);
  });

  test('a folder in the place of a report is refused, and nothing is lost', async () => {
    const refused = await local.cli(['verify', '--only', 'service.active', '--reporter', `tap=${folder}`]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(folder);
  });

  test('a broker that is still starting is waited for', async () => {
    await local.must(['stop']);
    const waiting = sandbox.begin(['verify', '--local', local.dir, '--retry-for', '30s']);
    const early = await local.cli(['verify']);
    expect(early.code).toBe(1);
    await local.must(['start']);
    const done = await waiting.done;
    expect(done.code, done.stdout + done.stderr).toBe(0);
  });
});
