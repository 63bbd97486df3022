import { inTurn, ours, pairsOf, password, timed, tool, withBroker } from './tools.mjs';

const rounds = 9;
const pairsOfTools = 20;

/** Twenty checks of a broker in a folder, against a Node that does nothing, and against a shell script of the tools. */
export function verifyTimes(say) {
  return withBroker(['--generate'], async ({ dir, port }) => {
    const command = (...words) => ours(...words, '--local', dir, '--json');
    command('add-user', 'bench', '--role', 'both', '--topic', 'bench/#', '--password-env', 'PW');
    const ids = JSON.parse(command('verify').stdout)
      .checks.filter(({ status }) => status === 'pass')
      .map(({ id }) => id);
    // What needs the disk is no part of it: a save is awaited there.
    const twenty = ids.filter((id) => !id.startsWith('persistence')).slice(-20);
    say(`  of ${ids.length} that pass: ${twenty.join(' ')}`);
    const all = await inTurn(rounds, {
      nothing: () => timed(process.execPath, ['-e', '0']).took,
      twenty: () => command('verify', '--only', twenty.join(',')).took,
      tools: () => byTools(port),
    });
    const what = 'verify, 20 checks';
    return [
      {
        id: 'verify-tools',
        what,
        than: `${pairsOfTools} mosquitto_pub -r; mosquitto_sub -C 1`,
        goal: 0.2,
        pairs: pairsOf(all, 'twenty', 'tools'),
      },
      { id: 'verify', what, than: 'node -e 0', goal: 2.5, pairs: pairsOf(all, 'twenty', 'nothing') },
    ];
  });
}

/** As people write it today: one after the other, a retained message out and back. */
function byTools(port) {
  const [publish, subscribe] = [tool('mosquitto_pub'), tool('mosquitto_sub')];
  const broker = ['-h', '127.0.0.1', '-p', String(port)];
  const login = [...broker, '-u', 'bench', '-P', password, '-t', 'bench/x'];
  const started = performance.now();
  for (let pair = 0; pair < pairsOfTools; pair += 1) {
    timed(publish, [...login, '-r', '-q', '1', '-m', `message ${pair}`]);
    timed(subscribe, [...login, '-C', '1', '-W', '5']);
  }
  return performance.now() - started;
}
