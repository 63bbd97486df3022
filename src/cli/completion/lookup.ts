import { type Layout, localLayout, systemLayout } from '../../distros/layout.ts';
import { listDirectory, readFileSafely } from '../../host/read.ts';
import { flagValue } from '../argv.ts';
import { commandRows } from '../commands/registry.ts';
import type { Live } from './values.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Names that no shell reads anything into. Others are typed by hand. */
const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]*$/u;

/** What there is of this kind: on the machine, of the broker that `words` are about. What may not be read is nothing. */
export async function lookUp(live: Live, words: readonly string[], env: Env): Promise<string[]> {
  const names = await finders[live](layoutIn(words, env));
  return names.filter((name) => plain.test(name));
}

const finders: Readonly<Record<Live, (layout: Layout) => Promise<string[]>>> = {
  accounts: async ({ accounts }) => ((await textAt(accounts)) ?? '').split('\n').flatMap(nameIn),
  roles: async ({ spec }) => {
    const { roleNames } = await import('../../spec/roles.ts');
    return roleNames({ roles: (await specAt(spec))?.roles ?? {} });
  },
  listeners: async ({ spec }) => ((await specAt(spec))?.listeners ?? []).map(({ name }) => name),
  generations: async ({ state }) => {
    const { generationNumbers } = await import('../../engine/generations/store.ts');
    return (await generationNumbers({ list: listDirectory }, state)).map(String).reverse();
  },
  checks: async () => (await import('../../checks/registry.ts')).checks.map(({ id }) => id),
  explain: async () => [
    ...(await import('../../mosquitto/options/registry.ts')).options.keys(),
    ...(await import('../../checks/registry.ts')).checks.map(({ id }) => id),
  ],
  commands: async () => commandRows.map(({ name }) => name),
  outputs: async () => (await import('../../report/schemas/outputs.ts')).outputNames,
};

/** As `layoutOf`, for a command line that is not finished and was not parsed: a shell leaves `~` to us. */
function layoutIn(words: readonly string[], env: Env): Layout {
  const path = (name: string): string | null => {
    const text = flagValue(words, `--${name}`) ?? env[`MQTT_SETUP_${name.toUpperCase()}`] ?? '';
    return text === '' ? null : text.replace(/^~(?=\/|$)/, env['HOME'] ?? '~').replace(/(?<=.)\/+$/, '');
  };
  const local = path('local');
  const layout = local === null ? systemLayout : localLayout(local);
  return { ...layout, spec: path('spec') ?? layout.spec };
}

async function textAt(path: string): Promise<string | null> {
  const read = await readFileSafely(path);
  return read.ok ? read.data.toString('utf8') : null;
}

/** The name in a line of the accounts file. What else stands there is for others to judge. */
function nameIn(line: string): string[] {
  if (line.trim() === '') return [];
  try {
    const account: unknown = JSON.parse(line);
    const name = typeof account === 'object' && account !== null && 'name' in account ? account.name : null;
    return typeof name === 'string' ? [name] : [];
  } catch {
    return [];
  }
}

/** Null where there is none, and where it has mistakes. */
async function specAt(path: string) {
  const text = await textAt(path);
  if (text === null) return null;
  const { loadSpec } = await import('../../spec/load.ts');
  try {
    return loadSpec(text, path);
  } catch {
    return null;
  }
}
