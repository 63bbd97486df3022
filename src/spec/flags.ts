import { AppError, type Problem } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { type Bind, bindProblem, isBindWord } from './binds.ts';
import { portProblem } from './ports.ts';
import { profileNames } from './profiles.ts';
import { acmeSchema } from './sections/tls.ts';
import { isServerName } from './server-names.ts';
import { nearest } from './suggest.ts';
import type { Acme, Profile } from './types.ts';

/** A value from the command line, or what is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** What the flags ask to change in a spec. */
export interface SpecChanges {
  profile?: Profile;
  port?: number;
  bind?: Bind;
  tls?: TlsChange;
  /** For the server's certificate, beside what the machine is called. */
  names?: string[];
  acme?: Acme;
  firewall?: true;
}

/** Where the certificate of the listener with TLS comes from. */
export type TlsChange =
  | { from: 'files'; certificate: string; key: string; ca: string | null }
  | { from: 'acme' };

/** The flags as they were typed. */
export interface SpecFlags {
  profile?: string | undefined;
  port?: string | undefined;
  bind?: readonly string[] | undefined;
  /** Absolute paths. */
  cert?: string | undefined;
  key?: string | undefined;
  ca?: string | undefined;
  names?: readonly string[] | undefined;
  acme?: boolean | undefined;
  domains?: readonly string[] | undefined;
  email?: string | undefined;
  server?: string | undefined;
  firewall?: boolean | undefined;
}

export function parsePort(text: string): Parsed<number> {
  const message = portProblem(text);
  return message === null ? { ok: true, value: Number(text) } : { ok: false, problems: [{ message }] };
}

/** `--bind` may be repeated: addresses add up, the words `all` and `loopback` stand alone. */
export function parseBind(texts: readonly string[]): Parsed<Bind> {
  const [first] = texts;
  if (texts.length === 1 && first !== undefined && isBindWord(first)) return { ok: true, value: first };
  const problems = texts.flatMap((text) => bindProblem(text, texts.length === 1) ?? []);
  return problems.length === 0 && texts.length > 0
    ? { ok: true, value: [...texts] }
    : { ok: false, problems };
}

export function parseProfile(text: string): Parsed<Profile> {
  const value = profileNames.find((name) => name === text);
  if (value !== undefined) return { ok: true, value };
  const word = nearest(text, profileNames);
  const message = msg('spec.choice', { key: 'profile', value: shown(text), words: profileNames.join(', ') });
  return {
    ok: false,
    problems: [word === null ? { message } : { message, fix: msg('spec.did-you-mean', { word }) }],
  };
}

/** All spec flags at once; throws one AppError('usage') with every problem. */
export function parseSpecFlags(flags: SpecFlags): SpecChanges {
  const profile = flags.profile === undefined ? null : parseProfile(flags.profile);
  const port = flags.port === undefined ? null : parsePort(flags.port);
  const bind = flags.bind === undefined || flags.bind.length === 0 ? null : parseBind(flags.bind);
  const secure = parseTls(flags);
  const problems = [profile, port, bind, secure].flatMap((parsed) =>
    parsed === null || parsed.ok ? [] : parsed.problems,
  );
  if (problems.length > 0) throw new AppError('usage', problems);
  return {
    ...(profile?.ok ? { profile: profile.value } : {}),
    ...(port?.ok ? { port: port.value } : {}),
    ...(bind?.ok ? { bind: bind.value } : {}),
    ...(secure.ok ? secure.value : {}),
    ...(flags.firewall === true ? { firewall: true } : {}),
  };
}

/** Files of the owner's, an ACME authority, or names for a certificate of our own. */
function parseTls(flags: SpecFlags): Parsed<Pick<SpecChanges, 'tls' | 'names' | 'acme'>> {
  const { cert, key, ca, names = [], domains = [], email, server } = flags;
  const problems: Problem[] = [];
  const hasFiles = cert !== undefined || key !== undefined || ca !== undefined;
  if (hasFiles && (cert === undefined || key === undefined))
    problems.push({ message: msg('spec.tls.flagsPair') });
  if (hasFiles && flags.acme === true) problems.push({ message: msg('spec.tls.flagsTwo') });
  if (flags.acme === true && domains.length === 0) problems.push({ message: msg('spec.tls.flagsDomain') });
  if (flags.acme !== true && (domains.length > 0 || email !== undefined || server !== undefined))
    problems.push({ message: msg('spec.tls.flagsAcme') });
  for (const name of [...names, ...domains])
    if (!isServerName(name)) problems.push({ message: msg('spec.tls.name', { value: shown(name) }) });
  const acme = acmeSchema.safeParse({
    domains: domains.length === 0 ? ['a.example'] : domains.filter(isServerName).concat('a.example'),
    email,
    server,
  });
  if (!acme.success)
    problems.push(
      ...acme.error.issues.flatMap(({ path: [at] }) =>
        at === 'email'
          ? [{ message: msg('spec.tls.email', { value: shown(email ?? '') }) }]
          : at === 'server'
            ? [{ message: msg('spec.tls.directory', { value: shown(server ?? '') }) }]
            : [],
      ),
    );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      ...(hasFiles
        ? { tls: { from: 'files', certificate: cert ?? '', key: key ?? '', ca: ca ?? null } }
        : {}),
      ...(names.length > 0 ? { names: [...names] } : {}),
      ...(flags.acme === true
        ? {
            tls: { from: 'acme' },
            acme: { domains: [...domains], email: email ?? null, server: server ?? null },
          }
        : {}),
    },
  };
}
