import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/commands/schema.ts';
import { specDoc } from '../../../src/i18n/en/spec-doc.ts';
import { callOf } from '../../helpers/call.ts';
import { scratch } from '../../helpers/scratch.ts';
import { type Editor, openEditor } from '../../helpers/yaml-editor.ts';

/** As README says it: `mqtt-setup schema > broker.schema.json`, and this line in broker.yaml. */
const modeline = '# yaml-language-server: $schema=broker.schema.json\n';

let editor: Editor;

beforeAll(async () => {
  const { dir } = await scratch();
  const call = callOf({ command: 'schema' });
  await run(call);
  await writeFile(join(dir, 'broker.schema.json'), call.results.join('\n'));
  editor = await openEditor(pathToFileURL(join(dir, 'broker.yaml')).href);
}, 30_000);

afterAll(() => editor?.close());

async function labels(text: string): Promise<string[]> {
  return (await editor.offers(modeline + text)).map(({ label }) => label);
}

async function wrong(text: string): Promise<string[]> {
  return (await editor.show(modeline + text)).map(({ range, message }) => `${range.start.line}: ${message}`);
}

describe('an editor with a YAML language server', () => {
  test('finds nothing wrong with everything once', async () => {
    const whole = readFileSync(join(import.meta.dirname, '../../cases/spec/whole.yaml'), 'utf8');
    expect(await wrong(whole)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['at the top', 'version: 1\n|', ['profile', 'listeners', 'limits', 'bridges', 'extra']],
    ['in a listener', 'version: 1\nlisteners:\n  - |', ['port', 'bind', 'socket', 'max_connections']],
    ['in a second one', 'version: 1\nlisteners:\n  - port: 1883\n  - port: 1884\n    |', ['bind', 'family']],
    ['words of a key', 'version: 1\nprofile: |', ['local', 'lan']],
    ['words in a list', 'version: 1\nlog:\n  to: [|]', ['file', 'journal', 'syslog', 'topic']],
    ['below limits', 'version: 1\nlimits:\n  |', ['packet_size', 'session_expiry']],
    ['a word or an address', 'version: 1\nlisteners:\n  - port: 1883\n    bind: |', ['all', 'loopback']],
    ['switches', 'version: 1\nthroughput: |', ['true', 'false']],
    [
      'in a topic of a bridge',
      'version: 1\nbridges:\n  - name: a\n    remote: h\n    topics:\n      - direction: |',
      ['in', 'out', 'both'],
    ],
    ['rights of a role', 'version: 1\nroles:\n  sensor:\n    |', ['publish', 'subscribe', 'deny']],
  ])('completes %s', async (_name, text, expected) => {
    expect(await labels(text)).toEqual(expect.arrayContaining(expected));
  });

  test('says what a key means', async () => {
    const offers = await editor.offers(`${modeline}version: 1\n|`);
    const { documentation = '' } = offers.find(({ label }) => label === 'throughput') ?? {};
    expect(documentation).toContain(specDoc['spec.doc.throughput']);
    const said = await editor.hover(`${modeline}version: 1\nlimits:\n  pack|et_size: 1 MiB\n`);
    expect(said).toContain('The largest MQTT packet');
  });

  test.each<[string, string, RegExp]>([
    ['a misspelt key', 'version: 1\nprofil: lan\n', /^2: .*profil/],
    ['a wrong word', 'version: 1\nprofile: lann\n', /^2: .*"?local"?.*"?lan"?/],
    ['a low port', 'version: 1\nlisteners:\n  - port: 80\n', /^3: .*1024/],
    ['a size', 'version: 1\nlimits:\n  packet_size: 2 mb\n', /^3: .*a size: bytes, or a number/],
    ['a time', 'version: 1\nlimits:\n  keepalive: 5 hours\n', /^3: .*a time: a number with s, min, h/],
    [
      'an address',
      'version: 1\nlisteners:\n  - {port: 1883, bind: localhost}\n',
      /^3: .*an IPv4 or IPv6 address/,
    ],
    ['a filter', 'version: 1\neveryone: {publish: ["a/#/b"]}\n', /^2: .*a topic filter/],
    [
      'a port beside a socket',
      'version: 1\nlisteners:\n  - socket: /run/x\n    port: 1883\n',
      /^[34]: .*port/,
    ],
    ['neither', 'version: 1\nlisteners:\n  - name: a\n', /^3: .*port/],
  ])('marks %s', async (_name, text, message) => {
    expect((await wrong(text)).join('\n')).toMatch(message);
  });
});
