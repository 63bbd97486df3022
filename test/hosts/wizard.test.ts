import { expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { keys, openTerminal } from '../helpers/terminal.ts';
import { badlyBroken, texts } from '../helpers/terminal-cli.ts';

const program = '/opt/mqtt-setup/mqtt-setup.mjs';

/** A person at the machine's own terminal, as root. */
function sit(host: TestHost, args: readonly string[], lang: 'en' | 'fr') {
  const env = { TERM: 'xterm-256color', MQTT_SETUP_LANG: lang };
  return openTerminal(host.inside(['node', program, ...args], env), {
    cwd: '/',
    user: { uid: 0, gid: 0 },
    rows: 40,
    columns: 130,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
}

describeHosts('the wizard on a bare machine', () => {
  test.each([
    ['bookworm', 'en'],
    ['trixie', 'fr'],
  ] as const)(
    '%s: three questions, a proven broker, and the command that does the same (%s)',
    async (release, lang) => {
      const host = await bootHost({ release, init: 'systemd', network: 'apt', preinstall: [] });
      try {
        const said = texts[lang];
        const terminal = sit(host, ['install'], lang);
        await terminal.see(said.hello);
        await terminal.see(said.keys);
        terminal.type(keys.enter);
        await terminal.see(said.name);
        terminal.type(`alice${keys.enter}`);
        await terminal.see(said.generate);
        terminal.type(keys.enter);
        await terminal.see(said.goOn);
        terminal.type(keys.enter);
        expect(await terminal.ended, terminal.text()).toBe(0);
        expect(terminal.text()).toContain(said.card);
        expect(terminal.text()).toContain(said.once);
        expect(badlyBroken(terminal)).toEqual([]);
        // It is printed in one line, and typed again does nothing.
        const same = /^ *\$ .*(install --profile lan --user alice .*)$/m.exec(terminal.text())?.[1] ?? '';
        expect(same, terminal.text()).toContain('--yes');
        const again = await cli(host, [...same.split(' '), '--json']);
        expect(again.code, again.stderr).toBe(0);
        expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, changes: [] });
        // Without a command, the state of it is on the screen.
        const front = sit(host, [], lang);
        expect(await front.ended).toBe(0);
        expect(front.text()).toContain('mqtts://');
      } finally {
        await host.stop();
      }
    },
    300_000,
  );
});
