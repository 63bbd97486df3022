import Handlebars from 'handlebars';
import type * as z from 'zod';
import aclTemplate from '../../templates/acl.hbs';
import confTemplate from '../../templates/mosquitto.conf.hbs';
import passwdTemplate from '../../templates/passwd.hbs';
import { parseAcl } from '../mosquitto/formats/acl.ts';
import { parseConf } from '../mosquitto/formats/conf.ts';
import { parsePasswd } from '../mosquitto/formats/passwd.ts';
import {
  type AclModel,
  aclModel,
  type ConfModel,
  confModel,
  type PasswdModel,
  passwdModel,
} from './model.ts';

/** The broker's configuration file as text. Throws where a value cannot be written safely. */
export function renderConf(model: ConfModel): string {
  const text = fill(confTemplate, confModel, model);
  const listeners = parseConf(text, 'mosquitto.conf').filter((line) => line.keyword === 'listener');
  const wanted = model.listeners.map(({ port, address }) =>
    address === null ? `${port}` : `${port} ${address}`,
  );
  demandSame(
    'mosquitto.conf',
    listeners.map((line) => line.value),
    wanted,
  );
  return text;
}

/** The ACL file as text: only what is named is allowed. */
export function renderAcl(model: AclModel): string {
  const text = fill(aclTemplate, aclModel, model);
  const wanted = model.sections.flatMap(({ name, rules }) => [
    `user ${name}`,
    ...rules.map((rule) => `topic ${rule.access} ${rule.filter}`),
  ]);
  demandSame('acl', rulesOf(text), wanted);
  return text;
}

/** The password file as text. It gets no comment: mosquitto_passwd deletes every user after one. */
export function renderPasswd(model: PasswdModel): string {
  const text = fill(passwdTemplate, passwdModel, model);
  demandSame(
    'passwd',
    entriesOf(text),
    model.entries.map(({ name, hash }) => `${name}:${hash}`),
  );
  return text;
}

function fill<T>(template: string, schema: z.ZodType<T>, model: T): string {
  const render = Handlebars.compile(template, { strict: true, noEscape: true, knownHelpersOnly: true });
  return render(schema.parse(model));
}

function rulesOf(text: string): string[] {
  return parseAcl(text).flatMap((line) => {
    if (line.kind === 'user') return [`user ${line.name}`];
    return line.kind === 'topic' || line.kind === 'pattern'
      ? [`${line.kind} ${line.access} ${line.filter}`]
      : [];
  });
}

function entriesOf(text: string): string[] {
  return parsePasswd(text).flatMap((line) => (line.kind === 'entry' ? [`${line.name}:${line.hash}`] : []));
}

/** What was written is read back as the broker would read it: a difference is a bug of ours, and must not reach a disk. */
function demandSame(file: string, read: readonly string[], wanted: readonly string[]): void {
  if (read.length === wanted.length && read.every((line, i) => line === wanted[i])) return;
  throw new Error(`the rendered ${file} does not say what it should`);
}
