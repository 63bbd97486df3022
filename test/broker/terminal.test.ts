import { existsSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { hookFor } from '../helpers/cli-hook.ts';
import { localBroker, verified } from '../helpers/cli-journey.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { keys, openTerminal, type Terminal, type TerminalOptions } from '../helpers/terminal.ts';

type Options = Partial<TerminalOptions>;

const sit = (sandbox: Sandbox, args: readonly string[], options: Options = {}): Terminal =>
  openTerminal(sandbox.words(args), { cwd: sandbox.home, user: sandbox.user, ...options });

/** The same under a shell, which says at the end how it ended and what became of the terminal. */
const sitInShell = (sandbox: Sandbox, args: readonly string[], options: Options = {}): Terminal =>
  openTerminal(
    ['/bin/sh', '-c', 'trap : INT; "$@"; echo "ended with $?"; stty -a', 'sh', ...sandbox.words(args)],
    { cwd: sandbox.home, user: sandbox.user, ...options },
  );

async function demandRestored(terminal: Terminal, code: number): Promise<void> {
  await terminal.ended;
  expect(terminal.text()).toContain(`ended with ${code}`);
  expect(terminal.text()).toMatch(/[ ;\n]echo[ ;\n]/);
  expect(terminal.text()).toMatch(/[ ;\n]icanon[ ;\n]/);
  expect(terminal.showsCursor()).toBe(true);
}

/** Lines that the terminal itself had to break, without those that stay whole to be copied: commands and diffs. */
function badlyBroken(terminal: Terminal): string[] {
  const lines = terminal.lines();
  const starts = lines.flatMap((_, at) =>
    terminal.isWrapped(at + 1) && !terminal.isWrapped(at) ? [lines[at] ?? ''] : [],
  );
  // A word that is wider than the screen, mostly a path, cannot be broken well.
  return starts.filter((line) => !/^\s*\$ |^ {4}[-+]|^\s*(?:[+~] \S+ )?\/\S+$/.test(line));
}

/** SIGHUP. */
const byHangUp = 128 + 1;

const texts = {
  en: {
    hello: 'A broker in three questions.',
    keys: 'arrow keys',
    name: 'Name of your own account:',
    generate: 'Make up a strong one',
    goOn: 'Go on?',
    card: 'Your broker is running, closed to strangers, and proven.',
    once: 'shown once',
  },
  fr: {
    hello: 'Un broker en trois questions.',
    keys: 'flèches',
    name: 'Nom de votre propre compte',
    generate: 'En inventer un, solide',
    goOn: 'Continuer',
    card: 'Votre broker tourne, il est fermé aux inconnus, et c’est prouvé.',
    once: 'une seule fois',
  },
} as const;

/** Answers the wizard up to its last question. */
async function answer(terminal: Terminal, said: (typeof texts)['en' | 'fr'], name = 'alice'): Promise<void> {
  await terminal.see(said.keys);
  terminal.type(keys.down);
  terminal.type(keys.down);
  terminal.type(keys.enter);
  await terminal.see(said.name);
  terminal.type(`${name}${keys.enter}`);
  await terminal.see(said.generate);
  terminal.type(keys.enter);
  await terminal.see(said.goOn);
}

const isBare = !['/usr/sbin/mosquitto', '/etc/mosquitto', '/etc/mqtt-setup'].some((path) => existsSync(path));

describeCli('without a command', (sandbox) => {
  test.runIf(isBare)('the first page says what there is to do', async () => {
    const terminal = sit(sandbox, []);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('There is no MQTT broker on this machine yet.');
  });

  test.runIf(isBare && process.getuid?.() === 0)('root is offered one, and may decline', async () => {
    const terminal = sit(sandbox, [], { user: { uid: 0, gid: 0 } });
    await terminal.see('(Y/n)');
    terminal.type(`n${keys.enter}`);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('All commands:');
    expect(terminal.showsCursor()).toBe(true);
  });
});

describeCli('the wizard', (sandbox) => {
  const open = async (dir: string, options: Options & { lang?: string } = {}): Promise<Terminal> => {
    const port = `${await freePort()}`;
    const args = ['install', '--local', dir, '--port', port, '--lang', options.lang ?? 'en'];
    return sitInShell(sandbox, args, options);
  };

  test.each([
    ['en', 80],
    ['fr', 80],
    ['en', 60],
    ['fr', 60],
  ] as const)('in %s, %i columns wide, from the first question to the end card', async (lang, columns) => {
    const local = localBroker(sandbox);
    const terminal = await open(local.dir, { lang, columns });
    const said = texts[lang];
    await answer(terminal, said);
    const [hello, question, plan] = [said.hello, said.name, said.goOn].map((text) =>
      terminal.text().indexOf(text),
    );
    expect([hello, question, plan]).toEqual([hello, question, plan].toSorted((a = 0, b = 0) => a - b));
    const whole = terminal.text().replaceAll('\n', '');
    expect(whole).toContain('install --profile local --user alice --generate --port ');
    expect(await treeOf(`${local.dir}/log`)).toEqual(new Map());
    terminal.type(keys.enter);
    await demandRestored(terminal, 0);
    expect(terminal.text().replaceAll(/\n */g, ' ')).toContain(said.card);
    expect(terminal.text().replaceAll(/\n */g, ' ')).toContain(said.once);
    expect(badlyBroken(terminal)).toEqual([]);
    expect(await local.verify()).toEqual(verified);
    await local.must(['uninstall', '--purge', '--yes']);
  });

  test('of a pasted name the first line counts, and the rest answers nothing', async () => {
    const dir = sandbox.folder();
    const terminal = await open(dir);
    await terminal.see(texts.en.keys);
    terminal.type(keys.enter);
    await terminal.see(texts.en.name);
    terminal.type('alice\r\nbob\r\n\r\n\r\n');
    await terminal.see(texts.en.generate);
    expect(terminal.text()).toMatch(/Name of your own account: alice$/m);
    expect(terminal.text()).not.toContain('bob');
    terminal.type(keys.ctrlC);
    await demandRestored(terminal, 130);
  });

  test('a name that a terminal would obey is refused, and shown as escapes', async () => {
    const dir = sandbox.folder();
    const terminal = await open(dir);
    await terminal.see(texts.en.keys);
    terminal.type(keys.enter);
    await terminal.see(texts.en.name);
    terminal.type(`ali\u202ece${keys.enter}`);
    await terminal.see(/> .*\\u\{202e\}/);
    expect(terminal.sent()).not.toContain('\u202e');
    terminal.type(keys.ctrlC);
    await demandRestored(terminal, 130);
  });

  const questions: [string, (terminal: Terminal) => Promise<void>][] = [
    ['who connects', (terminal) => terminal.see(texts.en.keys)],
    [
      'the name',
      async (terminal) => {
        await terminal.see(texts.en.keys);
        terminal.type(keys.enter);
        await terminal.see(texts.en.name);
      },
    ],
    [
      'how the password is made',
      async (terminal) => {
        await terminal.see(texts.en.keys);
        terminal.type(keys.enter);
        await terminal.see(texts.en.name);
        terminal.type(keys.enter);
        await terminal.see(texts.en.generate);
      },
    ],
    [
      'the password',
      async (terminal) => {
        await terminal.see(texts.en.keys);
        terminal.type(keys.enter);
        await terminal.see(texts.en.name);
        terminal.type(keys.enter);
        await terminal.see(texts.en.generate);
        terminal.type(keys.down);
        terminal.type(keys.enter);
        await terminal.see('empty: make one up');
        terminal.type('Kanarienvogel');
        await terminal.see('****');
      },
    ],
    ['the plan', (terminal) => answer(terminal, texts.en)],
  ];

  describe.each(questions)('at the question of %s', (_, upTo) => {
    test('Ctrl-C ends it and leaves nothing', async () => {
      const dir = sandbox.folder();
      const terminal = await open(dir);
      await upTo(terminal);
      terminal.type(keys.ctrlC);
      await demandRestored(terminal, 130);
      expect(terminal.text()).toContain('Nothing was changed.');
      expect(terminal.text()).not.toContain('Kanarienvogel');
      expect(await treeOf(dir)).toEqual(new Map());
      expect(sandbox.brokers(dir)).toEqual([]);
    });

    test('a terminal that goes away ends it and leaves nothing', async () => {
      const dir = sandbox.folder();
      const port = `${await freePort()}`;
      const terminal = sit(sandbox, ['install', '--local', dir, '--port', port]);
      await upTo(terminal);
      terminal.hangUp();
      expect(await terminal.ended).toBe(byHangUp);
      expect(await treeOf(dir)).toEqual(new Map());
      expect(sandbox.brokers(dir)).toEqual([]);
    });
  });
});

describeCli('in the middle of a run', (sandbox) => {
  test.each([1, 12, 30, 45])('a terminal that goes away at change %i leaves nothing', async (at) => {
    const dir = sandbox.folder();
    const hook = await hookFor(sandbox);
    const args = ['install', '--local', dir, '--port', `${await freePort()}`, '--yes'];
    const terminal = sit(sandbox, args, { env: hook.env('stall', at) });
    while (!existsSync(hook.file)) await sleep(20);
    // Whoever waits sees that something goes on, from the first change to the last.
    await terminal.see(/\S/);
    terminal.hangUp();
    await rm(hook.file);
    expect(await terminal.ended).toBe(byHangUp);
    expect(await treeOf(dir)).toEqual(new Map());
    expect(sandbox.brokers(dir)).toEqual([]);
  });

  const enter = 'Enter goes on';
  const pauses = (terminal: Terminal): number => terminal.text().split(enter).length - 1;

  test('--step waits before each action, and Ctrl-C there takes all of it back', async () => {
    const dir = sandbox.folder();
    const args = ['install', '--local', dir, '--port', `${await freePort()}`, '--yes', '--step'];
    const terminal = sitInShell(sandbox, args);
    await terminal.see(enter);
    expect(existsSync(`${dir}/data`)).toBe(false);
    for (let pause = 1; pause < 4; pause += 1) {
      expect(pauses(terminal)).toBe(pause);
      terminal.type(keys.enter);
      await terminal.see(new RegExp(`(?:${enter}[^]*){${pause + 1}}`));
    }
    expect(existsSync(`${dir}/data`)).toBe(true);
    terminal.type(keys.ctrlC);
    await demandRestored(terminal, 130);
    expect(await treeOf(dir)).toEqual(new Map());
    expect(sandbox.brokers(dir)).toEqual([]);
  });

  test('--explain says why, and what each word means', async () => {
    const local = localBroker(sandbox);
    const args = ['install', '--local', local.dir, '--port', `${await freePort()}`, '--yes', '--explain'];
    const terminal = sit(sandbox, args, { columns: 100 });
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toMatch(/^ {2}\$ \S+\/mosquitto -c /m);
    expect(terminal.text()).toMatch(/^ {6}-c \S+ {2}with this configuration/m);
    expect(badlyBroken(terminal)).toEqual([]);
    await local.must(['uninstall', '--purge', '--yes']);
  });
});

describeCli('what stands on the screen', (sandbox) => {
  test.each([
    ['marks are ASCII where the locale has no more', { LANG: 'C' }],
    ['nothing is coloured where nobody wants it', { NO_COLOR: '1' }],
  ])('%s', async (_, env: Record<string, string>) => {
    const local = localBroker(sandbox);
    const args = ['install', '--local', local.dir, '--port', `${await freePort()}`];
    const terminal = sit(sandbox, args, { env });
    await answer(terminal, texts.en);
    terminal.type(keys.enter);
    expect(await terminal.ended).toBe(0);
    if (env['LANG'] === 'C') {
      expect(terminal.text()).toContain('[ok] ');
      expect(terminal.text()).not.toMatch(/^\s*[^\0-\x7f]/m);
    }
    // A prompt goes back to the left by a movement, which is no colour.
    const coloured = terminal
      .runs()
      .some((line) => line.some(({ colour, bold, dim }) => colour !== null || bold || dim));
    expect(coloured).toBe(env['NO_COLOR'] === undefined);
    await local.must(['uninstall', '--purge', '--yes']);
  });

  test('nothing from outside is obeyed', async () => {
    const local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    const evil = 'evil\u001b[2J\u001b]0;title\u0007\u009b31m\u202eend';
    const log = `${local.dir}/log/mosquitto.log`;
    const [last = ''] = (await readFile(log, 'utf8')).trimEnd().split('\n').reverse();
    await appendFile(log, `${last.slice(0, 19)}: New client connected from ${evil}\n`);
    for (const args of [
      ['logs', '--local', local.dir],
      ['doctor', '--local', local.dir],
      ['doctor', '--log', log],
      ['add-user', evil, '--generate', '--local', local.dir],
      ['can', evil, 'publish', evil, '--local', local.dir],
      ['install', '--local', local.dir, '--user', evil],
    ]) {
      const terminal = sit(sandbox, args, { columns: 200 });
      await terminal.ended;
      for (const raw of ['\u001b[2J', '\u001b]', '\u0007', '\u009b', '\u202e'])
        expect(terminal.sent(), args.join(' ')).not.toContain(raw);
      expect(terminal.text(), args.join(' ')).not.toBe('');
    }
    await local.must(['uninstall', '--purge', '--yes']);
  });

  test('a window that is made smaller is written into as it is then', async () => {
    const dir = sandbox.folder();
    const terminal = sit(sandbox, ['install', '--local', dir, '--port', `${await freePort()}`], {
      columns: 120,
    });
    await terminal.see(texts.en.keys);
    terminal.resize(60, 24);
    await answer(terminal, texts.en);
    const plan = terminal
      .lines()
      .slice(terminal.lines().findIndex((line) => line.startsWith('What will be')));
    expect(plan).toContain('    What this broker should be: yours to edit, belongs in');
    terminal.type(keys.ctrlC);
    expect(await terminal.ended).toBe(130);
  });
});
