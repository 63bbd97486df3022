import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { scratch } from '../../helpers/scratch.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../../../dist/mqtt-setup.mjs');

const hostile = `# END
# $(touch hit) \`touch hit\` 'quotes' "double"
version: 1
profile: lan
END:
`.replace('END:\n', '');

const forms = ['markdown', 'script', 'html'] as const;

async function guide(spec: string, ...more: string[]): Promise<{ folder: string; text: string }> {
  const { dir: folder } = await scratch();
  await writeFile(join(folder, 'broker.yaml'), spec);
  const { stdout } = await run(
    process.execPath,
    [program, 'guide', '--spec', join(folder, 'broker.yaml'), '--user', 'alice', ...more],
    { maxBuffer: 1 << 24, env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' } },
  );
  return { folder, text: stdout };
}

/** What the script calls, put in the place of the machine's own: files go below a folder, nothing else is done. */
async function stage(folder: string): Promise<string> {
  const root = join(folder, 'root');
  const bin = join(folder, 'bin');
  await mkdir(root);
  await mkdir(bin);
  const script = (name: string, text: string): Promise<void> =>
    writeFile(join(bin, name), `#!/bin/sh\n${text}\n`).then(() => chmod(join(bin, name), 0o755));
  await script('id', 'echo 1000');
  await script('sudo', '"$@"');
  await script('apt', 'exit 0');
  await script('systemctl', 'exit 0');
  await script('mosquitto_passwd', 'exit 0');
  await script('tee', `shift; /usr/bin/tee -a "${root}$1" > /dev/null`);
  await script(
    'install',
    `for last; do before=\${at:-}; at=$last; done
case "$*" in
  "-d "*) mkdir -p "${root}$at" ;;
  *) mkdir -p "$(dirname "${root}$at")"
     if [ "$before" = /var/lib/mqtt-setup/probe ]; then before="${root}$before"; fi
     cat "$before" > "${root}$at" ;;
esac`,
  );
  return root;
}

describe('the tutorial', () => {
  test.each(forms)('as %s has the whole of it, in both languages', async (form) => {
    const { text: english } = await guide(hostile, '--format', form);
    const { text: french } = await guide(hostile, '--format', form, '--lang', 'fr');
    for (const text of [english, french]) {
      for (const part of [
        'apt update',
        'listener 8883',
        'topic readwrite',
        'openssl req -x509',
        'systemctl restart',
      ])
        expect(text).toContain(part);
    }
    expect(english).toContain('When it does not work');
    expect(french).toContain('Quand ça ne marche pas');
    expect(french).not.toMatch(/What it means|A password for/);
  });

  test('as a script writes each file as it is, whatever stands in it', async () => {
    const { folder, text } = await guide(hostile, '--format', 'script');
    const root = await stage(folder);
    await writeFile(join(folder, 'guide.sh'), text);
    const child = run('sh', [join(folder, 'guide.sh')], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, TMPDIR: folder },
    });
    child.child.stdin?.end();
    const { stdout } = await child;
    expect(stdout).toMatch(/^alice:[1-9A-HJ-NP-Za-km-z]{24} {2}\(/m);
    expect(await readFile(join(root, '/etc/mqtt-setup/accounts.jsonl'), 'utf8')).toContain('"name":"alice"');
    const conf = await readFile(join(root, '/etc/mosquitto/conf.d/mqtt-setup.conf'), 'utf8');
    expect(conf).toMatch(/^listener 1883$/m);
    expect(conf.endsWith('\n')).toBe(true);
    const spec = join(root, '/etc/mqtt-setup/broker.yaml');
    expect(await readFile(spec, 'utf8')).toBe(hostile);
    // The file that was read is left alone.
    expect(text).not.toContain(folder);
    await expect(readFile(join(folder, 'hit'))).rejects.toThrow('ENOENT');
    const pair = await run('openssl', [
      'verify',
      '-x509_strict',
      '-CAfile',
      join(root, '/etc/mosquitto/certs/mqtt-setup-ca.crt'),
      join(root, '/etc/mosquitto/certs/mqtt-setup-server.crt'),
    ]);
    expect(pair.stdout).toMatch(/OK$/m);
  });

  test('as a web page has no way out of its text', async () => {
    const { text } = await guide(`${hostile}# <script>alert(1)</script>\n`, '--format', 'html');
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/(?:src|href)="(?!#|data:image\/svg\+xml;base64,)/);
    expect(text).toContain('data:image/svg+xml;base64,');
  });

  test('as Markdown holds text that would end its fences', async () => {
    const { text } = await guide(`${hostile}# \`\`\`\`\n`, '--format', 'markdown');
    expect(text).toContain('`````\n# END');
  });

  test('says what is wrong with the call', async () => {
    await expect(guide(hostile, '--format', 'pdf')).rejects.toMatchObject({ code: 64 });
    await expect(guide(hostile, '--local', 'x')).rejects.toMatchObject({ code: 64 });
  });
});
