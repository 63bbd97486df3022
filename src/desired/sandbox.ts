import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { firstWord, parseConf } from '../mosquitto/formats/conf.ts';
import { declaredClients, ownDescriptors } from '../spec/descriptors.ts';
import type { Spec } from '../spec/types.ts';
import type { SandboxModel } from './model.ts';
import { renderSandbox } from './render.ts';

/** systemd's own soft limit of open files (DefaultLimitNOFILE): a smaller one would only take something away. */
const usualDescriptors = 1024;

/**
 * What is added to the broker's unit: room for the clients that are wanted, patience where it binds an address, and the
 * cage. `wants`: units that are started with it. `texts`: all that the broker is configured with, ours as it will be: the places that it names stay open.
 */
export function sandboxFiles(
  spec: Spec,
  facts: Facts,
  texts: readonly string[],
  wants: readonly string[],
): Resource[] {
  const path = facts.layout.guard?.sandbox;
  if (path === undefined) return [];
  const model = { ...sandboxModel(spec, texts), wants: wants.join(' ') };
  const isWanted = model.descriptors !== null || model.waits || model.cage !== null || wants.length > 0;
  if (!isWanted && (facts.records?.authored[path] === undefined || facts.files[path]?.kind === 'missing'))
    return [];
  if (!isWanted) return [{ kind: 'absent', id: 'sandbox', path, why: msg('engine.why.noSandbox') }];
  return [
    {
      kind: 'file',
      id: 'sandbox',
      path,
      content: renderSandbox(model),
      owner: 'root',
      group: 'root',
      mode: 0o644,
      secret: null,
      notify: 'restart',
      why: msg(model.cage === null ? 'engine.why.unit' : 'engine.why.sandbox'),
    },
  ];
}

function sandboxModel(spec: Spec, texts: readonly string[]): Omit<SandboxModel, 'wants'> {
  const clients = declaredClients(spec);
  const needed = (clients ?? 0) + ownDescriptors;
  return {
    descriptors: needed > usualDescriptors ? needed : null,
    waits: spec.listeners.some(({ bind, interface: card }) => Array.isArray(bind) || card !== null),
    cage: spec.sandbox ? cageFor(texts) : null,
  };
}

function cageFor(texts: readonly string[]): SandboxModel['cage'] {
  const lines = texts.flatMap((text) => parseConf(text, ''));
  const written = lines.flatMap(({ keyword, value }) => writtenPlace(keyword, value));
  const named = [...written, ...lines.flatMap(({ value }) => value.match(/\/\S.*/)?.[0] ?? [])];
  const isBelow = (folders: readonly string[]): boolean =>
    named.some((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));
  const places = ['/var/lib/mosquitto', '/var/log/mosquitto', ...written].filter(
    (path, index, all) =>
      !path.startsWith('/run/mosquitto') &&
      !all.some((other, at) => at < index && (path === other || path.startsWith(`${other}/`))),
  );
  return {
    // What is not there yet is no reason not to start: the broker says so itself.
    paths: places.map((path) => quoted(`-${path}`)).join(' '),
    home: isBelow(['/home', '/root', '/run/user']) ? 'read-only' : 'yes',
    privateTmp: isBelow(['/tmp', '/var/tmp']) ? 'no' : 'yes',
    // Which addresses an interface has is asked of the kernel. So does libwebsockets for every address, and opens all of
    // them where it gets no answer (measured on 2.0.21).
    netlink: lines.some(
      ({ keyword, value }) =>
        keyword === 'bind_interface' || (keyword === 'protocol' && firstWord(value) === 'websockets'),
    ),
  };
}

/** The folder into which the broker writes by this line; none for most lines. */
function writtenPlace(keyword: string, value: string): string[] {
  const folder = (path: string): string[] =>
    path.startsWith('/') ? [path.replace(/\/[^/]*$/, '') || '/'] : [];
  switch (keyword) {
    case 'persistence_location':
      return value.startsWith('/') ? [value.replace(/(?<=.)\/+$/, '')] : [];
    case 'pid_file':
      return folder(value);
    case 'log_dest':
      return value.startsWith('file ') ? folder(value.slice('file '.length).trim()) : [];
    case 'listener':
      return /^0 +\//.test(value) ? folder(value.replace(/^0 +/, '')) : [];
    default:
      return [];
  }
}

/** As systemd.syntax(7) and systemd.unit(5) read it: in quotes, with `\`, `"` and `%` doubled or escaped. */
function quoted(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}
