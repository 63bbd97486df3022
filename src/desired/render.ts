import type * as z from 'zod';
import aclTemplate from '../../templates/acl.hbs';
import confTemplate from '../../templates/mosquitto.conf.hbs';
import wallScriptTemplate from '../../templates/systemd/firewall.sh.hbs';
import dropInTemplate from '../../templates/systemd/guard.conf.hbs';
import wallTemplate from '../../templates/systemd/nftables.conf.hbs';
import recoverUnitTemplate from '../../templates/systemd/recover.service.hbs';
import recoverTemplate from '../../templates/systemd/recover.sh.hbs';
import guardTemplate from '../../templates/systemd/reload-guard.sh.hbs';
import renewUnitTemplate from '../../templates/systemd/renew.service.hbs';
import renewScriptTemplate from '../../templates/systemd/renew.sh.hbs';
import renewTimerTemplate from '../../templates/systemd/renew.timer.hbs';
import renewLookTemplate from '../../templates/systemd/renew-look.service.hbs';
import renewLookTimerTemplate from '../../templates/systemd/renew-look.timer.hbs';
import sandboxTemplate from '../../templates/systemd/sandbox.conf.hbs';
import { parseAcl, printAcl } from '../mosquitto/formats/acl.ts';
import { parseConf } from '../mosquitto/formats/conf.ts';
import { parsePasswd, printPasswd } from '../mosquitto/formats/passwd.ts';
import { acceptsValue } from '../mosquitto/options/accepts.ts';
import { findOption, isKnownIn } from '../mosquitto/options/registry.ts';
import type { Version } from '../mosquitto/version.ts';
import {
  type AclModel,
  accountName,
  aclHead,
  type ConfModel,
  confModel,
  type GuardModel,
  guardModel,
  type PasswdEntry,
  type RenewModel,
  renewModel,
  type SandboxModel,
  sandboxModel,
  type WallModel,
  wallModel,
} from './model.ts';

/**
 * The broker's configuration file as text. Throws where a value cannot be written safely, where this version of the
 * broker would not take a line, or where what is read back is not what was meant.
 */
export function renderConf(model: ConfModel, version: Version | null): string {
  const text = fill(confTemplate, confModel, model);
  const wanted = model.sections.flatMap(({ lines }) => lines);
  for (const { keyword, value } of wanted) {
    const option = findOption(keyword);
    if (option === null || !isKnownIn(option, version) || !acceptsValue(option, value, version))
      throw new Error(`mosquitto.conf: the broker does not take this value of ${keyword}`);
  }
  demandSame(
    'mosquitto.conf',
    parseConf(text, 'mosquitto.conf').map(({ keyword, value }) => `${keyword} ${value}`),
    wanted.map(({ keyword, value }) => `${keyword} ${value}`),
  );
  return text;
}

/** The files of the reload guard as text. Throws where a path could mean something else to a shell or to systemd. */
export function renderGuard(model: GuardModel): Record<keyof typeof guardTemplates, string> {
  const { dropIn, script, recoverUnit, recoverScript } = guardTemplates;
  return {
    dropIn: fill(dropIn, guardModel, model),
    script: fill(script, guardModel, model),
    recoverUnit: fill(recoverUnit, guardModel, model),
    recoverScript: fill(recoverScript, guardModel, model),
  };
}

/** What keeps certificates fresh. Throws where a path could mean something else to a shell or to systemd. */
export function renderRenewal(model: RenewModel): Record<keyof typeof renewalTemplates, string> {
  const { renewScript, renewUnit, renewTimer, renewLook, renewLookTimer } = renewalTemplates;
  return {
    renewScript: fill(renewScript, renewModel, model),
    renewUnit: fill(renewUnit, renewModel, model),
    renewTimer: fill(renewTimer, renewModel, model),
    renewLook: fill(renewLook, renewModel, model),
    renewLookTimer: fill(renewLookTimer, renewModel, model),
  };
}

/** What opens ports in nftables, and the line that has it done at each of its starts. Throws for a port that is no number. */
export function renderWall(model: WallModel): { wallScript: string; wall: string } {
  return { wallScript: wallScriptTemplate({}), wall: fill(wallTemplate, wallModel, model) };
}

/** What is added to the broker's unit. Throws where a value would end its line. */
export function renderSandbox(model: SandboxModel): string {
  return fill(sandboxTemplate, sandboxModel, model);
}

const guardTemplates = {
  dropIn: dropInTemplate,
  script: guardTemplate,
  recoverUnit: recoverUnitTemplate,
  recoverScript: recoverTemplate,
};

const renewalTemplates = {
  renewScript: renewScriptTemplate,
  renewUnit: renewUnitTemplate,
  renewTimer: renewTimerTemplate,
  renewLook: renewLookTemplate,
  renewLookTimer: renewLookTimerTemplate,
};

/**
 * The ACL file as text: only what is named is allowed. The sections of the accounts may be a hundred thousand, so that
 * they are printed and not filled in, and those that stand in `written`, the file as we left it, are not read back anew.
 */
export function renderAcl({ sections, ...head }: AclModel, written = ''): string {
  const known = new Set(written.split(/\n(?=user )/));
  const start = fill(aclTemplate, aclHead, head);
  const texts = sections.map(({ name, rules }) => printAcl([{ user: accountName(name), rules }]));
  const isNew = (index: number): boolean => !known.has(texts[index] ?? '');
  const lines = (kind: 'topic' | 'pattern', rules: AclModel['patterns']): string[] =>
    rules.map(({ access, filter }) => `${kind} ${access} ${filter}`);
  demandSame('acl', rulesOf([start, ...texts.filter((_, index) => isNew(index))].join('\n')), [
    ...lines('pattern', head.patterns),
    ...lines('topic', head.anonymous),
    ...sections
      .filter((_, index) => isNew(index))
      .flatMap(({ name, rules }) => [`user ${name}`, ...lines('topic', rules)]),
  ]);
  return [start, ...texts].join('\n');
}

/**
 * The password file as text. It gets no comment: mosquitto_passwd deletes every user after one. Lines that stand in
 * `written`, the file as we left it, are not read back anew.
 */
export function renderPasswd(entries: readonly PasswdEntry[], written = ''): string {
  const known = new Set(written.split('\n'));
  const text = printPasswd(entries.map(({ name, hash }) => ({ name: accountName(name), hash })));
  const lines = text.split('\n').filter((line) => !known.has(line));
  demandSame(
    'passwd',
    entriesOf(lines.map((line) => `${line}\n`).join('')),
    entries.map(({ name, hash }) => `${name}:${hash}`).filter((line) => !known.has(line)),
  );
  return text;
}

function fill<T>(template: (model: unknown) => string, schema: z.ZodType<T>, model: T): string {
  return template(schema.parse(model));
}

function rulesOf(text: string): string[] {
  const rules: string[] = [];
  for (const line of parseAcl(text)) {
    if (line.kind === 'user') rules.push(`user ${line.name}`);
    else if (line.kind === 'topic' || line.kind === 'pattern')
      rules.push(`${line.kind} ${line.access} ${line.filter}`);
    else if (line.kind === 'fault') rules.push(`fault ${line.fault}`);
  }
  return rules;
}

function entriesOf(text: string): string[] {
  return parsePasswd(text).map((line) => (line.kind === 'entry' ? `${line.name}:${line.hash}` : line.kind));
}

/** What was written is read back as the broker would read it: a difference is a bug of ours, and must not reach a disk. */
function demandSame(file: string, read: readonly string[], wanted: readonly string[]): void {
  if (read.length === wanted.length && read.every((line, i) => line === wanted[i])) return;
  throw new Error(`the rendered ${file} does not say what it should`);
}
