import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { shells } from '../../../../src/cli/completion/scripts.ts';
import { scratch } from '../../../helpers/scratch.ts';

const program = join(import.meta.dirname, '../../../../dist/mqtt-setup.mjs');

let dir = '';

beforeEach(async () => {
  ({ dir } = await scratch());
  await mkdir(`${dir}/bin`);
  await writeFile(`${dir}/bin/mqtt-setup`, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {
    mode: 0o755,
  });
  const names = ['alice', 'alan@example.org', 'alan@example.com', 'bob'];
  await writeFile(`${dir}/accounts.jsonl`, `${names.map((name) => JSON.stringify({ name })).join('\n')}\n`);
  for (const [name, script] of Object.entries(shells)) await writeFile(`${dir}/script.${name}`, script);
});

function run(shell: string, args: readonly string[]): string {
  return execFileSync(shell, args, {
    cwd: dir,
    encoding: 'utf8',
    env: {
      PATH: `${dir}/bin:${process.env['PATH'] ?? ''}`,
      HOME: dir,
      LANG: 'C.UTF-8',
      MQTT_SETUP_LOCAL: dir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** A test of a shell that the machine may lack says so in its one line. */
function testIn(shell: string) {
  const isThere = spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isThere && process.env['CI']) throw new Error(`${shell} is not installed`);
  return isThere ? test : test.skip;
}

describe('bash', () => {
  /** COMPREPLY for a line, split into words as bash itself splits it. */
  const reply = (...words: string[]): string[] => {
    const line = words.join('').replaceAll('~', ' ');
    const typed = words.map((word) => word.replace('~', '')).map((word) => `'${word}'`);
    return lines(
      run('bash', [
        '--norc',
        '-c',
        `source script.bash
         COMP_WORDS=(${typed.join(' ')}) COMP_CWORD=${words.length - 1} COMP_LINE='${line}' COMP_POINT=${line.length}
         _mqtt_setup
         printf '%s\\n' "\${COMPREPLY[@]}"`,
      ]),
    );
  };

  testIn('bash')('commands, options, values and accounts', () => {
    expect(reply('mqtt-setup', '~ver')).toEqual(['verify', 'version']);
    expect(reply('mqtt-setup', '~map', '~--fo')).toEqual(['--format']);
    expect(reply('mqtt-setup', '~can', '~ali')).toEqual(['alice']);
    expect(reply('mqtt-setup', '~nonsense', '~')).toEqual([]);
  });

  testIn('bash')('at = and @ bash replaces what follows', () => {
    expect(reply('mqtt-setup', '~map', '~--format', '=', 's')).toEqual(['svg']);
    expect(reply('mqtt-setup', '~map', '~--format', '=')).toEqual(['text', 'svg', 'mermaid', 'dot']);
    expect(reply('mqtt-setup', '~can', '~alan', '@', 'exa')).toEqual(['example.org', 'example.com']);
    expect(reply('mqtt-setup', '~can', '~alan', '@')).toEqual(['example.org', 'example.com']);
  });

  testIn('bash')('nothing that was typed is run', async () => {
    expect(reply('mqtt-setup', '~can', '~$(touch ran)')).toEqual([]);
    expect(reply('mqtt-setup', '~`touch ran`', '~')).toEqual([]);
    expect(await readdir(dir)).not.toContain('ran');
  });
});

describe('zsh', () => {
  /** What is handed to compadd. */
  const added = (...words: string[]): string[] =>
    lines(
      run('zsh', [
        '-f',
        '-c',
        `source ./script.zsh
         compadd() { print -l -- $values }
         compset() { print -- compset "$@" }
         _files() { print -- files "$@" }
         words=("$@") CURRENT=$# PREFIX=$@[-1]
         _mqtt_setup`,
        'zsh',
        ...words,
      ]),
    );

  testIn('zsh')('commands, options, values, accounts and folders', () => {
    expect(added('mqtt-setup', 'ver')).toEqual(['verify', 'version']);
    expect(added('mqtt-setup', 'map', '--format=s')).toEqual(['--format=svg']);
    expect(added('mqtt-setup', 'can', 'alan@')).toEqual(['alan@example.org', 'alan@example.com']);
    expect(added('mqtt-setup', 'map', '--local', '')).toEqual(['files -/']);
    expect(added('mqtt-setup', 'map', '--out=x')).toEqual(['compset -P *=', 'files']);
    expect(added('mqtt-setup', 'can', "'$(touch ran)'", '')).toEqual(['publish', 'subscribe']);
  });
});

describe('fish', () => {
  const offered = (line: string): string[] =>
    lines(run('fish', ['--no-config', '-c', 'source script.fish; complete -C $argv[1]', line]));

  testIn('fish')('commands with what they do, options, values and accounts', () => {
    expect(offered('mqtt-setup versi')).toEqual([expect.stringMatching(/^version\t/)]);
    expect(offered('mqtt-setup map --form')).toEqual([expect.stringMatching(/^--format\t/)]);
    expect(offered('mqtt-setup map --format s')).toEqual(['svg']);
    expect(offered('mqtt-setup can alan@')).toEqual(['alan@example.com', 'alan@example.org']);
  });
});
