import { inTurn, ours, pairsOf, timed, withBroker } from './tools.mjs';

const rounds = 21;
/** The same few milliseconds weigh more where Node itself starts faster. */
const goal = Number(process.versions.node.split('.')[0]) >= 22 ? 1.4 : 1.25;

const starts = {
  version: { what: '--version', goal, run: () => ours('--version') },
  help: { what: '--help', goal, run: () => ours('--help') },
  completion: {
    what: 'a tab in the shell',
    goal,
    run: () => ours('__complete', 'bash', 'list-u'),
  },
};

const commands = {
  plan: { what: 'plan, nothing to do', run: ({ dir }) => ours('plan', '--local', dir) },
  check: { what: 'check', run: ({ dir }) => ours('check', `${dir}/mosquitto.conf`) },
  'list-users': { what: 'list-users', run: ({ dir }) => ours('list-users', '--local', dir) },
};

/** Short commands against a Node that does nothing, from spawn to end. */
export function startTimes() {
  return withBroker(['--generate'], async (broker) => {
    const kinds = { nothing: () => timed(process.execPath, ['-e', '0']).took };
    for (const [id, { run }] of Object.entries({ ...starts, ...commands }))
      kinds[id] = () => run(broker).took;
    const all = await inTurn(rounds, kinds, 2);
    return Object.entries({ ...starts, ...commands }).map(([id, { what, goal: own = 1.6 }]) => ({
      id,
      what,
      than: 'node -e 0',
      goal: own,
      pairs: pairsOf(all, id, 'nothing'),
    }));
  });
}
