import { text as readStream } from 'node:stream/consumers';
import { fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, textOption } from '../context.ts';

/** The passphrase of our CA's key, from the file that `--ca-passphrase-file` names; null where none was given. */
export async function caPassphrase(call: Call): Promise<Hidden | null> {
  const path = textOption(call.options, 'caPassphraseFile');
  if (path === undefined) return null;
  const text = path === '-' ? await readStream(process.stdin) : await inFile(call, path);
  const [line = ''] = text.split(/\r?\n/, 1);
  // OpenSSL's own bounds of a passphrase (PEM_def_callback: 4 to 1023 bytes).
  if (Buffer.byteLength(line) < 4 || Buffer.byteLength(line) > 1023)
    throw fail('input', msg('tls.passphrase.length'));
  return new Hidden(line);
}

async function inFile({ host }: Call, path: string): Promise<string> {
  const found = await host.read(path, { maxBytes: 64 * 1024, followLinks: true, pipes: true });
  if (!found.ok) throw fail('input', msg('cli.password.noFile', { path, errno: found.errno }));
  return found.data.toString('utf8');
}
