import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker, verified } from '../helpers/cli-journey.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { keys, type Terminal } from '../helpers/terminal.ts';
import {
  answer,
  badlyBroken,
  byHangUp,
  demandRestored,
  type Options,
  sit,
  sitInShell,
  texts,
} from '../helpers/terminal-cli.ts';

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
