import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const openssl = '/usr/bin/openssl';

/** Where it is missing, tests that need a certificate are left out, which is said once a file. */
export const hasOpenssl = existsSync(openssl);
if (!hasOpenssl) {
  if (process.env['CI']) throw new Error(`no ${openssl}`);
  process.stderr.write(`what needs a certificate is left out: no ${openssl}\n`);
}

/** key.pem and cert.pem for localhost, valid for a day. */
export function selfSigned(folder: string): void {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  execFileSync(openssl, ['req', '-x509', ...kind, ...names, ...made], { stdio: 'ignore' });
}
