import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliResult, Running, Sandbox } from './cli-sandbox.ts';

export interface Login {
  name: string;
  password: string;
}

/** mosquitto_pub and mosquitto_sub as a careful person would use them: address and password in their own files. */
export interface Clients {
  publish(topic: string, payload: string, ...more: string[]): Promise<CliResult>;
  /** Payloads that arrive: `count` of them, or fewer where the seconds are over. */
  read(filter: string, count: number, seconds?: number): Promise<string[]>;
  /** A reader that stays. */
  listen(filter: string): Running;
}

export async function clientsOf(sandbox: Sandbox, port: number, login: Login | null): Promise<Clients> {
  const folder = await mkdtemp(join(sandbox.home, 'clients-'));
  const who = login === null ? '' : `-u ${login.name}\n-P ${login.password}\n`;
  for (const program of ['mosquitto_pub', 'mosquitto_sub']) {
    await writeFile(join(folder, program), `-h 127.0.0.1\n-p ${port}\n${who}`, { mode: 0o600 });
    await chown(join(folder, program), sandbox.user.uid, sandbox.user.gid);
  }
  await chown(folder, sandbox.user.uid, sandbox.user.gid);
  const env = { ...sandbox.broker.env, XDG_CONFIG_HOME: folder, HOME: folder };
  const command = (program: string, ...args: string[]): string[] => [
    `${sandbox.broker.bin}/bin/${program}`,
    ...args,
  ];
  return {
    publish: (topic, payload, ...more) =>
      sandbox.run(command('mosquitto_pub', '-q', '1', '-t', topic, '-m', payload, ...more), { env }),
    async read(filter, count, seconds = 5) {
      const { stdout } = await sandbox.run(
        command('mosquitto_sub', '-q', '1', '-t', filter, '-C', `${count}`, '-W', `${seconds}`),
        { env },
      );
      return stdout.split('\n').filter((line) => line !== '');
    },
    listen: (filter) => sandbox.start(command('mosquitto_sub', '-q', '1', '-t', filter), { env }),
  };
}

/** A file of the user's with a password in it. */
export async function secretFile(sandbox: Sandbox, text: string): Promise<string> {
  const folder = await mkdtemp(join(sandbox.home, 'secret-'));
  const file = join(folder, 'password');
  await writeFile(file, text, { mode: 0o600 });
  for (const path of [folder, file]) await chown(path, sandbox.user.uid, sandbox.user.gid);
  return file;
}
