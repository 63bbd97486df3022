import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { linesNotUtf8 } from '../../mosquitto/formats/document.ts';
import type { Call } from '../context.ts';

/** Bytes. A hundred thousand accounts with hashes have 20 MiB. */
const maxBytes = 64 * 1024 * 1024;

/** The text of a file that is imported; `-` is standard input. Throws 65 for what is no text, or far too much of it. */
export async function readImportFile({ host }: Call, path: string): Promise<string> {
  const bytes = path === '-' ? await readInput() : await readFile(host, path);
  if (bytes === null) throw fail('input', msg('users.import.large', { path, max: maxBytes / 1024 / 1024 }));
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff || bytes.subarray(0, 1024).includes(0))
    throw fail('input', msg('users.import.utf16', { path }), { fix: msg('users.import.utf8Fix', { path }) });
  const text = bytes.toString('utf8');
  const [line] = linesNotUtf8(bytes, text);
  if (line !== undefined)
    throw fail('input', msg('users.import.notUtf8'), {
      place: { file: path, line },
      fix: msg('users.import.utf8Fix', { path }),
    });
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

async function readFile(host: Call['host'], path: string): Promise<Buffer | null> {
  const found = await host.read(path, { maxBytes, followLinks: true, pipes: true });
  if (found.ok) return found.data;
  if (found.reason === 'too-large') return null;
  throw fail('input', msg('cli.password.noFile', { path, errno: found.errno }));
}

/** Null where there is too much; the rest is not waited for. */
async function readInput(): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) return null;
  }
  return Buffer.concat(chunks);
}
