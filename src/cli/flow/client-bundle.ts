import { resolve } from 'node:path';
import { removeScratch, scratchName } from '../../engine/shadow/scratch-folder.ts';
import { fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { generatePassword } from '../../mosquitto/hash.ts';
import { type Call, textOption } from '../context.ts';
import { makeClosedFolder } from './closed-folder.ts';
import { quoted } from './command-line.ts';
import { nonce } from './nonce.ts';
import type { Converged } from './types.ts';
import { listenerUrls } from './urls.ts';

/** A client's certificate, its key, and whom it has to trust. PEM. */
export interface ClientBundle {
  name: string;
  certificate: string;
  key: Hidden;
  authority: string;
}

export interface BundlePlace {
  /** Made if it is not there. Files in it are never written over. */
  folder: string;
  /** All of it in one PKCS#12 file too, which this password opens; null without one. */
  store: { password: Hidden; state: string } | null;
}

/** What X.509 and openssl's configuration take as it is, and a file may be called. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** Throws 64 for a name that no certificate of ours can bear. */
export function demandPlainName(name: string): void {
  if (!plainName.test(name))
    throw fail('usage', msg('tls.client.name', { name }), { fix: msg('tls.client.nameFix') });
}

/** Where this call wants a client's certificate: `--out`, or a folder called after the client. Throws 64 for one that is taken. */
export async function bundlePlace(call: Call, name: string, state: string): Promise<BundlePlace> {
  const folder = resolve(textOption(call.options, 'out') ?? `./${name}-mqtt`);
  const taken = (await call.host.list(folder)) ?? [];
  const ours = fileNames(name).filter((file) => taken.includes(file));
  if (ours.length > 0)
    throw fail('usage', msg('users.out.exists', { path: `${folder}/${ours[0] ?? ''}` }), {
      fix: msg('users.out.existsFix'),
    });
  const store = call.options['p12'] === true ? { password: new Hidden(generatePassword()), state } : null;
  return { folder, store };
}

const fileNames = (name: string): string[] => ['ca.crt', `${name}.crt`, `${name}.key`, `${name}.p12`];

/** Writes what was made for clients into its folders: nobody but their owner reads it. What fails takes its files back. */
export async function writeBundles(
  call: Call,
  bundles: readonly ClientBundle[],
  places: ReadonlyMap<string, BundlePlace>,
): Promise<void> {
  const written: string[] = [];
  const made: string[] = [];
  try {
    for (const bundle of bundles) {
      const place = places.get(bundle.name);
      if (place === undefined) continue;
      if ((await call.host.stat(place.folder)) === null) {
        await call.host.perform({ type: 'mkdir', path: place.folder, owner: null, group: null, mode: 0o700 });
        made.push(place.folder);
      }
      const [ca = '', certificate = '', key = '', store = ''] = fileNames(bundle.name).map(
        (name) => `${place.folder}/${name}`,
      );
      const write = async (path: string, content: string | Uint8Array, mode: number): Promise<void> => {
        await call.host.perform({ type: 'write', path, content, owner: null, group: null, mode });
        written.push(path);
      };
      await write(ca, bundle.authority, 0o644);
      await write(certificate, bundle.certificate, 0o644);
      await write(key, bundle.key.reveal(), 0o600);
      if (place.store !== null) await write(store, await pkcs12(call, bundle, place.store), 0o600);
    }
  } catch (error) {
    for (const path of written) await call.host.perform({ type: 'remove', path });
    for (const path of made) await call.host.perform({ type: 'rmdir', path });
    throw error;
  }
}

/** One file with everything, for programs that want it so: phones, MQTT Explorer, Java. */
async function pkcs12(
  { host }: Call,
  bundle: ClientBundle,
  { password, state }: NonNullable<BundlePlace['store']>,
): Promise<Uint8Array> {
  const folder = `${state}/${await scratchName(host, nonce())}`;
  try {
    await makeClosedFolder(host, folder, {
      'client.pem': `${bundle.certificate}${bundle.key.reveal()}`,
      'ca.pem': bundle.authority,
      word: `${password.reveal()}\n`,
    });
    const argv = [
      'openssl',
      'pkcs12',
      '-export',
      '-in',
      'client.pem',
      '-certfile',
      'ca.pem',
      '-name',
      bundle.name,
    ];
    const result = await host.query([...argv, '-passout', 'file:word', '-out', 'client.p12'], {
      cwd: folder,
    });
    const read = await host.read(`${folder}/client.p12`);
    if (result.code !== 0 || !read.ok)
      throw fail('no', msg('tls.openssl.failed', { command: 'openssl pkcs12', text: result.stderr.trim() }));
    return read.data;
  } finally {
    await removeScratch(host, folder);
  }
}

/** What a person needs to use it: the files, and a command that works. */
export function showBundle(
  call: Call,
  { facts, spec }: Pick<Converged, 'facts' | 'spec'>,
  name: string,
  place: BundlePlace,
): void {
  const { t, style } = call;
  const listener = spec.listeners.find(
    ({ tls }) => tls !== null && tls.clients !== null && tls.client_ca === null,
  );
  const at = (file: string): string => quoted(`${place.folder}/${file}`);
  const [url] = listener === undefined ? [] : listenerUrls(facts, { ...spec, listeners: [listener] });
  const host = url === undefined ? '' : new URL(url.url).hostname.replace(/^\[|\]$/g, '');
  call.out.result(
    [
      style.bold(t(msg('tls.client.done', { name, folder: place.folder }))),
      `  ca.crt  ${t(msg('tls.client.ca'))}`,
      `  ${name}.crt, ${name}.key  ${t(msg('tls.client.pair'))}`,
      ...(place.store === null
        ? []
        : [`  ${name}.p12  ${t(msg('tls.client.store', { password: place.store.password.reveal() }))}`]),
      ...(listener === undefined
        ? [`  ${style.yellow('!')} ${t(msg('tls.client.nowhere'))}`]
        : [
            '',
            `  $ mosquitto_sub -h ${host} -p ${listener.port} --cafile ${at('ca.crt')} --cert ${at(`${name}.crt`)} --key ${at(`${name}.key`)} -t '#' -v`,
          ]),
    ].join('\n'),
  );
}

/** The same for programs. */
export function bundleJson(name: string, { folder, store }: BundlePlace): object {
  const files = fileNames(name).filter((file) => store !== null || !file.endsWith('.p12'));
  return {
    folder,
    files: files.map((file) => `${folder}/${file}`),
    password: store?.password.reveal() ?? null,
  };
}
