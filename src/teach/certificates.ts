import { msg, type Translate } from '../i18n/messages.ts';
import { shortName } from '../tls/names.ts';
import { requestText, revocationText } from '../tls/openssl.ts';
import type { Needs } from '../tls/own.ts';
import type { Block } from './types.ts';
import { wordsOf } from './words.ts';

/** Which file of the working folder goes to which place of ours, by the id of the file. */
export const madeFiles: Readonly<Record<string, string>> = {
  'tls.authority': 'ca.crt',
  'tls.authority-key': 'ca.key',
  'tls.published': 'ca.crt',
  'tls.server': 'server.crt',
  'tls.server-key': 'server.key',
  'tls.revoked': 'revoked.pem',
  'tls.probe': 'probe.crt',
  'tls.probe-key': 'probe.key',
};

/** How a person makes the authority and what it signs, with openssl alone, in the working folder. */
export function certificateBlocks(needs: Needs, authorityName: string, days: number, t: Translate): Block[] {
  const command = (why: string, line: string): Block => {
    const argv = line.split(' ').map((word) => (word === '#' ? serial : word));
    return { kind: 'run', why, commands: [argv.join(' ')], words: wordsOf(argv, t) };
  };
  const newKey =
    needs.key === 'rsa' ? '-newkey rsa:2048' : '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1';
  const file = (name: string, text: string): Block => ({
    kind: 'note-file',
    name,
    lines: text.replace(/\n$/, '').split('\n'),
  });
  const leaf = (
    name: string,
    kind: 'server' | 'client',
    subject: string,
    names: readonly string[],
  ): Block[] => [
    file(`${name}.cnf`, requestText({ kind, name: subject, names, key: needs.key })),
    command(
      t(msg('guide.tls.request')),
      `openssl req -new ${newKey} -nodes -config ${name}.cnf -keyout ${name}.key -out ${name}.csr`,
    ),
    command(
      t(msg('guide.tls.sign')),
      `openssl x509 -req -in ${name}.csr -CA ca.crt -CAkey ca.key -set_serial # -sha256 -days ${needs.days} -extfile ${name}.cnf -extensions extensions -out ${name}.crt`,
    ),
  ];
  const [name = 'mosquitto'] = needs.server ?? [];
  const server: Block[] = [
    { kind: 'say', text: t(msg('guide.tls.server', { names: (needs.server ?? []).join(', ') })) },
    ...leaf('server', 'server', shortName(name), needs.server ?? []),
  ];
  const clients: Block[] = [
    { kind: 'say', text: t(msg('guide.tls.clients')) },
    ...leaf('probe', 'client', needs.probeName, []),
    file('crl.cnf', revocationText()),
    { kind: 'run', why: null, commands: [': > index.txt', 'echo 01 > crlnumber'], words: [] },
    command(
      t(msg('guide.tls.revoked')),
      `openssl ca -gencrl -config crl.cnf -crldays ${days - 1} -out revoked.pem`,
    ),
  ];
  return [
    { kind: 'say', text: t(msg('guide.tls.intro')) },
    file('ca.cnf', requestText({ kind: 'authority', name: authorityName, names: [], key: 'rsa' })),
    command(
      t(msg('guide.tls.authority')),
      `openssl req -x509 -new -newkey rsa:2048 -nodes -sha256 -days ${days} -config ca.cnf -extensions extensions -keyout ca.key -out ca.crt`,
    ),
    ...(needs.server === null ? [] : server),
    ...(needs.clients ? clients : []),
  ];
}

/** Stands where `#` does: a shell makes the number; everything else in these lines stands for itself. */
const serial = '"0x$(openssl rand -hex 16)"';
