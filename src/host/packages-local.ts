import { assumedDistro } from '../distros/index.ts';
import { unpackedTree } from '../distros/unpacked.ts';
import { AppError } from '../errors.ts';
import { localMosquitto } from '../facts/local-broker.ts';
import type { MosquittoFact } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Action, Host, OnOutput } from './types.ts';

const minute = 60_000;

/**
 * Programs that the machine's own apt configuration may want to run after an update: they write where only root may,
 * or to the machine's lists, and have nothing to do with ours. Only a file can clear them, not `-o`.
 */
const noHooks = [
  'APT::Update::Pre-Invoke',
  'APT::Update::Post-Invoke',
  'APT::Update::Post-Invoke-Success',
  'DPkg::Pre-Install-Pkgs',
  'DPkg::Pre-Invoke',
  'DPkg::Post-Invoke',
]
  .map((name) => `#clear ${name};\n`)
  .join('');

/**
 * Everything that puts Debian's own broker and clients into a folder, without root and without touching the machine:
 * apt works on lists and an archive of its own under `cache`, so that it can be an ordinary user's and that empty
 * package lists do not matter. apt itself finds what the machine lacks (`--download-only`) and checks the signatures;
 * what it fetched is then unpacked, never installed. `asRoot`: apt would otherwise give up root's rights for a user who
 * cannot write there.
 *
 * The tree is made beside its place and renamed at the end: a run that is cut off leaves no half one.
 */
export function localBrokerActions(cache: string, asRoot: boolean): Action[] {
  const tree = unpackedTree(cache, process.arch);
  const archives = `${cache}/apt/archives`;
  const hooks = `${cache}/apt/no-hooks.conf`;
  const { broker, clients } = assumedDistro.packages;
  const apt = [
    'apt-get',
    '-q',
    '-y',
    '-c',
    hooks,
    '-o',
    `Dir::State::Lists=${cache}/apt/lists`,
    '-o',
    `Dir::Cache=${cache}/apt`,
    '-o',
    `Dir::Cache::archives=${archives}`,
    '-o',
    'Acquire::Languages=none',
    '-o',
    'Debug::NoLocking=1',
    ...(asRoot ? ['-o', 'APT::Sandbox::User=root'] : []),
  ];
  const folders = [`${cache}/apt/lists/partial`, `${archives}/partial`, tree.unfinished];
  return [
    exec(['rm', '-rf', '--', tree.unfinished, archives]),
    exec(['mkdir', '-p', '-m', '700', '--', ...folders]),
    { type: 'remove', path: hooks },
    { type: 'write', path: hooks, content: noHooks, owner: null, group: null, mode: 0o600 },
    // Without Error-Mode=any a mirror that cannot be reached is a warning and exit code 0.
    { ...exec([...apt, '-o', 'APT::Update::Error-Mode=any', 'update']), network: true },
    {
      ...exec([
        ...apt,
        '--download-only',
        '--no-install-recommends',
        '--no-upgrade',
        'install',
        broker,
        clients,
      ]),
      network: true,
    },
    exec([
      'find',
      archives,
      '-maxdepth',
      '1',
      ...wantedArchives,
      '-fprintf',
      `${tree.unfinished}/${tree.manifestName}`,
      '%f\\n',
    ]),
    exec([
      'xargs',
      '-d',
      '\\n',
      '-I{}',
      '-a',
      `${tree.unfinished}/${tree.manifestName}`,
      'dpkg-deb',
      '-x',
      `${archives}/{}`,
      tree.unfinished,
    ]),
    exec(['rm', '-rf', '--', tree.root]),
    exec(['mv', '-T', '--', tree.unfinished, tree.root]),
    exec(['rm', '-rf', '--', archives]),
  ];
}

/**
 * The broker, its clients and the libraries they need. Never libc: the machine's own must be the one that the dynamic
 * loader belongs to. What else apt would install (adduser) is of no use in a folder.
 */
const wantedArchives = [
  '(',
  '-name',
  'mosquitto*.deb',
  '-o',
  '-name',
  'lib*.deb',
  ')',
  '!',
  '-name',
  'libc6_*',
  '!',
  '-name',
  'libc-*',
];

function exec(argv: string[]): Extract<Action, { type: 'exec' }> {
  return { type: 'exec', argv, timeoutMs: 10 * minute };
}

/**
 * Does all of it at once, and answers what is there then. Throws `unreachable`, with apt's own words, where the package
 * source cannot be reached.
 */
export async function provideLocalBroker(
  host: Host,
  cache: string,
  onOutput?: OnOutput,
): Promise<MosquittoFact> {
  await host.perform({ type: 'exec', argv: ['mkdir', '-p', '-m', '700', '--', cache], timeoutMs: minute });
  for (const action of localBrokerActions(cache, host.user.uid === 0)) {
    try {
      await host.perform(action, onOutput);
    } catch (error) {
      const network = action.type === 'exec' && action.network === true;
      throw network && error instanceof AppError ? unreachable(error) : error;
    }
  }
  return localMosquitto(host, cache, assumedDistro);
}

function unreachable(error: AppError): AppError {
  const problem = { message: msg('host.packages.unreachable'), fix: msg('host.packages.unreachableFix') };
  return new AppError('unreachable', [problem, ...error.problems], { cause: error });
}
