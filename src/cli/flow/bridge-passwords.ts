import { AppError, fail, type Problem } from '../../errors.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { isLine } from '../../spec/fields.ts';
import type { SpecFile } from '../../spec/load.ts';
import type { Bridge } from '../../spec/types.ts';

/** Bytes: a password, not a document. */
const longest = 4096;

/**
 * The passwords of the spec's bridges, by the bridge's name, from the first line of the files that it names. Throws one
 * AppError('input') with all that is wrong: files that are missing, open to others, or hold what cannot be written into
 * mosquitto.conf, which knows no quoting. `known`: those whose file is written in this very run.
 */
export async function bridgePasswords(
  host: HostReader,
  file: SpecFile,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const passwords = new Map(known);
  const problems: Problem[] = [];
  for (const [index, bridge] of file.spec.bridges.entries()) {
    if (bridge.password_file === null || known.has(bridge.name)) continue;
    const place = file.placeOf(['bridges', index, 'password_file']);
    const read = await passwordIn(host, bridge, bridge.password_file);
    if (typeof read === 'string') passwords.set(bridge.name, read);
    else problems.push({ ...read, place });
  }
  if (problems.length > 0) throw new AppError('input', problems);
  return passwords;
}

/** The first line of that file, or what is wrong with it. Throws 77 where we may not read it. */
export async function passwordIn(
  host: HostReader,
  { name }: Bridge,
  path: string,
): Promise<string | Problem> {
  const [stat, read] = await Promise.all([host.stat(path), host.read(path, { maxBytes: longest })]);
  if (!read.ok) {
    if (read.reason === 'denied') throw fail('needsRoot', msg('engine.unreadable', { path }));
    const message =
      read.reason === 'missing'
        ? msg('conf.bridge.noFile', { path, bridge: name })
        : msg('conf.bridge.notAFile', { path });
    return { message };
  }
  if (((stat?.mode ?? 0) & 0o007) !== 0)
    return { message: msg('conf.bridge.open', { path }), fix: msg('conf.bridge.openFix', { path }) };
  const [line = ''] = read.data.toString('utf8').split(/\r?\n/, 1);
  return line === '' || !isLine(line) ? { message: msg('conf.bridge.password', { path }) } : line;
}
