import { AppError, type Problem } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { type Bind, bindProblem, isBindWord } from './binds.ts';
import { portProblem } from './ports.ts';
import { profileNames } from './profiles.ts';
import { nearest } from './suggest.ts';
import type { Profile } from './types.ts';

/** A value from the command line, or what is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** What the flags ask to change in a spec. */
export interface SpecChanges {
  profile?: Profile;
  port?: number;
  bind?: Bind;
}

/** The flags as they were typed. */
export interface SpecFlags {
  profile?: string | undefined;
  port?: string | undefined;
  bind?: readonly string[] | undefined;
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
  const problems = [profile, port, bind].flatMap((parsed) =>
    parsed === null || parsed.ok ? [] : parsed.problems,
  );
  if (problems.length > 0) throw new AppError('usage', problems);
  return {
    ...(profile?.ok ? { profile: profile.value } : {}),
    ...(port?.ok ? { port: port.value } : {}),
    ...(bind?.ok ? { bind: bind.value } : {}),
  };
}
