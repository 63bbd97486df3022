import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpensslRun, opensslFiles, type Request, signing } from '../../src/tls/openssl.ts';

export interface Pair {
  certificate: string;
  key: string;
}

export const day = 86_400_000;

/** A CA for tests, made and used by the very commands that the program gives to openssl. */
export class Pki {
  readonly folder = mkdtempSync(join(tmpdir(), 'pki-'));
  readonly authority: Pair;
  #serial = 0x1000;

  constructor(wish: Partial<Request> = {}) {
    this.authority = this.#sign({
      kind: 'authority',
      name: 'Test CA',
      notAfter: new Date(Date.now() + 3650 * day),
      ...wish,
    });
    writeFileSync(join(this.folder, opensslFiles.authority), this.authority.certificate);
    writeFileSync(join(this.folder, opensslFiles.authorityKey), this.authority.key);
  }

  /** A certificate and its key: of a server for localhost, good for a month, unless said otherwise. */
  issue(wish: Partial<Request> = {}): Pair {
    return this.#sign({ kind: 'server', name: 'localhost', names: ['localhost', '127.0.0.1'], ...wish });
  }

  #sign(wish: Partial<Request> & Pick<Request, 'kind' | 'name'>): Pair {
    const now = Date.now();
    const key = privateKey(wish.key ?? 'rsa');
    const request: Request = {
      names: [],
      key: 'rsa',
      serial: (this.#serial++).toString(16).toUpperCase(),
      notBefore: new Date(now - day),
      notAfter: new Date(now + 30 * day),
      ...wish,
    };
    return {
      certificate: this.run(signing(request), { [opensslFiles.key]: key }, opensslFiles.certificate),
      key,
    };
  }

  /** Runs what would be run, in a folder of its own beside the CA's files. */
  run({ files, commands }: OpensslRun, more: Record<string, string>, result: string): string {
    const folder = mkdtempSync(join(this.folder, 'run-'));
    for (const name of [opensslFiles.authority, opensslFiles.authorityKey])
      try {
        cpSync(join(this.folder, name), join(folder, name));
      } catch {
        // The CA itself is being made.
      }
    for (const [name, content] of Object.entries({ ...files, ...more }))
      writeFileSync(join(folder, name), content);
    for (const [program = '', ...args] of commands)
      execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, result), 'utf8');
  }

  /** openssl with these arguments, in a folder that holds these files; answers a file of it, or what it prints. */
  openssl(args: readonly string[], files: Record<string, string>, result?: string): Buffer {
    const folder = join(this.folder, `x${(this.#serial++).toString()}`);
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const said = execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    return result === undefined ? said : readFileSync(join(folder, result));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function privateKey(type: 'rsa' | 'p256', bits = 2048): string {
  const { privateKey: key } =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
