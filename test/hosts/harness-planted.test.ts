import { cp, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  addUser,
  bootStruck,
  changingCalls,
  look,
  type Strike,
  strike,
  violations,
  watchDoors,
} from '../helpers/fault-harness.ts';
import type { TestHost } from '../helpers/host.ts';
import { cli, program, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { spyOn } from '../helpers/host-spy.ts';
import { buildMutant, type Mutation } from '../helpers/mutant.ts';

/** `npm run test:faults` plants them all; in the shorter form every fifth. */
const isWhole = process.env['MQTT_SETUP_EVERY_FAULT'] === '1';

type Catcher = (host: TestHost) => Promise<string[]>;

/** Every `stride`-th call is struck: enough to hit each part of a run. */
const struck =
  (what: Strike['what'], stride: number): Catcher =>
  async (host) => {
    for (let at = 1; ; at += stride) {
      const before = await look(host);
      const deed = addUser();
      const { result, touched } = await strike(host, { calls: changingCalls, at, what }, deed);
      const found = await violations(host, before, deed, result.code);
      if (found.length > 0 || !touched) return found;
    }
  };

const killed = struck('signal=KILL', 6);
/** For what is open for two calls only. */
const killedOften = struck('signal=KILL', 2);
const failed = struck('error=EIO', 6);

/** Each rename comes after an fsync of what gets the name, and before one of its folder. */
const traced: Catcher = async (host) => {
  const deed = addUser();
  const trace = '/root/order.log';
  const strace = ['strace', '-f', '-y', '-e', 'trace=fsync,rename', '-o', trace];
  await host.run([...strace, ...program, ...deed.args], {
    input: deed.input,
    env: { UV_THREADPOOL_SIZE: '1' },
  });
  const calls = (await host.read(trace)).split('\n').map((line) => line.replace(/^\d+ +/, ''));
  const syncs = (path: string, from: number, to: number): boolean =>
    calls.slice(from, to).some((call) => call.startsWith('fsync(') && call.includes(`<${path}>`));
  const wrong = calls.flatMap((call, index) => {
    const [, from = '', to = ''] = /^rename\("([^"]+)", "([^"]+)"\) = 0/.exec(call) ?? [];
    if (!to.startsWith('/etc/m') && !to.startsWith('/var/lib/mqtt-setup')) return [];
    return [
      ...(syncs(from, 0, index) ? [] : [`${from} got its name before it was on disk`]),
      ...(syncs(dirname(to), index, calls.length) ? [] : [`the name ${to} was not put on disk`]),
    ];
  });
  return calls.some((call) => call.startsWith('rename(')) ? wrong : ['nothing was traced'];
};

/** Two at once: each that was told it is done is there. */
const atOnce: Catcher = async (host) => {
  const deeds = Array.from({ length: 8 }, addUser);
  const results = await Promise.all(
    deeds.map(({ args, input }) => host.run([...program, ...args], { input })),
  );
  const listed = (await cli(host, ['list-users', '--json'])).stdout;
  const lost = deeds.flatMap(({ concerns }, index) =>
    results[index]?.code === 0 && !listed.includes(`"${concerns?.name}"`)
      ? [`${concerns?.name} is lost`]
      : [],
  );
  const waited = results.some(({ code }) => code === 75)
    ? []
    : ['nobody was told that somebody else is at it'];
  const after = await cli(host, ['apply', '--yes', '--json']);
  return [...lost, ...waited, ...(after.code === 0 ? [] : [told(after)])];
};

const canary = 'A canary of thirty characters!';

const seen: Catcher = async (host) => {
  const sightings = await spyOn(host, [canary], () =>
    host
      .run([...program, 'install', '--user', 'canary', '--password-file', '-', '--yes'], {
        input: `${canary}\n`,
      })
      .then(() =>
        host.run([...program, 'set-password', 'canary', '--password-file', '-', '--yes'], {
          input: `${canary}\n`,
        }),
      ),
  );
  return [...sightings.leaks];
};

const watched: Catcher = async (host) => {
  const opened = await watchDoors(host, [1883]);
  const deed = addUser();
  await host.run([...program, ...deed.args], { input: deed.input });
  await host.run('sleep 2');
  return opened();
};

const planted: readonly [name: string, mutations: readonly Mutation[], catcher: Catcher][] = [
  [
    'a new file is not synced',
    [
      {
        file: 'host/files.ts',
        from: '    await file.chmod(action.mode);\n    await file.sync();',
        to: '    await file.chmod(action.mode);',
      },
    ],
    traced,
  ],
  [
    'the folder is not synced after a rename',
    [
      {
        file: 'host/files.ts',
        from: '  await rename(action.from, action.to);\n  await syncPath(dirname(action.to));',
        to: '  await rename(action.from, action.to);',
      },
    ],
    traced,
  ],
  [
    'undos are not registered',
    [
      {
        file: 'engine/apply.ts',
        from: 'for (const undo of [...step.undo, ...more]) await journal.register(step.id, undo);',
        to: 'void more;',
      },
    ],
    killed,
  ],
  [
    'an unfinished journal is thrown away',
    [
      {
        file: 'engine/rollback.ts',
        from: 'if (journal.committed || journal.entries.length === 0) {',
        to: 'if (journal !== null) {',
      },
    ],
    killed,
  ],
  [
    'the service is not told when files are taken back',
    [{ file: 'engine/rollback.ts', from: "(what === 'all' ? services.slice(0, 1) : [])", to: '[]' }],
    failed,
  ],
  [
    'nothing is locked',
    [
      {
        file: 'host/lock.ts',
        from: 'const code = await flock(file);',
        to: 'const code = Number((await flock(file)) > 1);',
      },
    ],
    atOnce,
  ],
  [
    'what a killed rehearsal left stays',
    [{ file: 'cli/flow/state.ts', from: '    await sweepScratch(host, layout.state);\n', to: '' }],
    killed,
  ],
  [
    'half-written files of the state stay',
    [{ file: 'cli/flow/state.ts', from: '    await clearHalfWritten(host, layout.state);\n', to: '' }],
    killedOften,
  ],
  [
    'new files are open to all',
    [{ file: 'host/files.ts', from: 'await file.chmod(action.mode);', to: 'await file.chmod(0o644);' }],
    killed,
  ],
  [
    'a failed check counts as passed, and everybody may read',
    [
      { file: 'cli/flow/carry-out.ts', from: '    if (report.ok) {', to: '    if (report !== null) {' },
      { file: 'cli/flow/carry-out.ts', from: 'rehearse: () => rehearse(call, before, onEvent),', to: '' },
      {
        file: 'access/rules.ts',
        from: 'export function anonymousRules',
        to: 'export function anonymousRules',
      },
      {
        file: 'desired/desire.ts',
        from: 'patterns: patternRules(spec.everyone),',
        to: "patterns: [{ access: 'readwrite', filter: '#' }],",
      },
    ],
    watched,
  ],
  [
    'a password is an argument of the clients',
    [
      {
        file: 'cli/flow/smoke.ts',
        from: "'-q', '1', '-r', '-t', topic, ...rest]",
        to: "'-q', '1', '-r', '-u', login.username, '-P', login.password.reveal(), '-t', topic, ...rest]",
      },
    ],
    seen,
  ],
  [
    'it says that it is done where it took everything back',
    [{ file: 'errors.ts', from: '  no: 1,', to: '  no: 0,' }],
    failed,
  ],
  [
    'a generation outlives the run that was taken back',
    [
      {
        file: 'cli/flow/carry-out.ts',
        from: '      await applied.protect(generationPath(state, generation));\n',
        to: '',
      },
    ],
    killedOften,
  ],
];

describeHosts('the fault harness catches planted bugs', () => {
  let host: TestHost;

  beforeAll(async () => {
    host = await bootStruck('bookworm');
    await host.must('cp -a /opt/mqtt-setup /opt/healthy; cp -a /etc /var/lib/mqtt-setup /root/');
  });
  afterAll(async () => host?.stop());

  /** What a bug has left does not count against the next one. */
  afterEach(async () => {
    await host.run('rm -rf /opt/mqtt-setup; cp -a /opt/healthy /opt/mqtt-setup; kill $(cat /root/watch.pid)');
    await host.must(
      'rm -rf /var/lib/mqtt-setup /etc/mosquitto /etc/mqtt-setup; cp -a /root/mqtt-setup /var/lib/; cp -a /root/etc/mosquitto /root/etc/mqtt-setup /etc/; rm -f /root/watched /root/opened; kill $(pidof mosquitto) || true; sleep 0.3',
    );
    const mended = await cli(host, ['apply', '--yes', '--overwrite-drift']);
    expect(mended.code, told(mended)).toBe(0);
  });

  const chosen = planted.filter((_, index) => isWhole || index % 5 === 0);
  test.each(chosen)('%s', { timeout: 600_000 }, async (_name, mutations, catcher) => {
    expect(await catcher(host), 'the healthy program').toEqual([]);
    const mutant = await buildMutant(mutations);
    try {
      await rm(host.path('/opt/mqtt-setup'), { recursive: true });
      await cp(mutant.dist, host.path('/opt/mqtt-setup'), { recursive: true });
      expect(await catcher(host)).not.toEqual([]);
    } finally {
      await mutant.dispose();
    }
  });
});
