import { existsSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { hookFor } from '../helpers/cli-hook.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { keys, type Terminal } from '../helpers/terminal.ts';
import {
  answer,
  badlyBroken,
  byHangUp,
  demandRestored,
  sit,
  sitInShell,
  texts,
} from '../helpers/terminal-cli.ts';

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
