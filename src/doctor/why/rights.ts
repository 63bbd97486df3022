import { msg } from '../../i18n/messages.ts';
import type { Door } from '../../lint/doors.ts';
import { blockedPatterns, clientRules } from '../../mosquitto/access/client-rules.ts';
import { rulesOfLines } from '../../mosquitto/access/rules.ts';
import type { RightLine } from '../../mosquitto/access/types.ts';
import type { ConfLine } from '../../mosquitto/formats/conf.ts';
import { shown } from '../../shown.ts';
import { word } from '../mends/command.ts';
import { isOnAt, quotes } from './lines.ts';
import { pluginsAt, sourcesAt } from './sources.ts';
import type { Note, Obstacle, Right, WhyGround, WhyQuestion } from './types.ts';

/** What the user may do once it is in. */
export interface Rights {
  rights: Right[] | null;
  obstacles: Obstacle[];
  notes: Note[];
}

export function rightsAt(door: Door, question: WhyQuestion, ground: WhyGround): Rights {
  const { view } = ground;
  const files = aclFilesAt(door, ground);
  const isElsewhere = sourcesAt(view, door).some(({ kind }) => kind !== 'file');
  if (isElsewhere)
    return { rights: null, obstacles: [], notes: [note('acl.plugin', msg('doctor.why.acl.plugin'))] };
  if (files.length === 0)
    return { rights: null, obstacles: [], notes: [note('acl.none', msg('doctor.why.acl.none'))] };
  const { user } = question;
  const clientId = isOnAt(view, door, 'use_username_as_clientid') ? user : question.clientId;
  const found = files.map(({ value, ...by }) => ({
    path: value,
    by: { value, ...by },
    lines: view.acls.find(({ named }) => named.path === value)?.lines,
  }));
  const rights: Right[] = [];
  let allows = false;
  for (const { path, lines } of found) {
    // What stands in the way of reading it is told where passwords are: the broker does not start with it.
    if (lines === undefined) return { rights: null, obstacles: [], notes: [unread(path, files)] };
    const rules = rulesOfLines(lines);
    const client = { name: user, clientId };
    const counting = clientRules(rules, client, view.version);
    const open =
      clientId === null && blockedPatterns(client) === null ? ofAnyClient(rules.patterns.rules) : [];
    const all = [...counting.own, ...counting.patterns].map(({ rule }) => rule);
    for (const rule of [...all, ...open]) {
      rights.push({ file: path, line: rule.line, text: rule.raw.trim() });
      allows ||= rule.access !== 'deny';
    }
  }
  if (allows) return { rights, obstacles: [], notes: [] };
  return { rights, obstacles: [nothing(files, rights, question, ground)], notes: [] };
}

/** Patterns that hold for whatever client id it comes with. */
function ofAnyClient(patterns: readonly RightLine[]): RightLine[] {
  return patterns.filter(({ filter }) => filter.includes('%c'));
}

function aclFilesAt(door: Door, { view }: WhyGround): ConfLine[] {
  const own = door.listener.aclFile?.by;
  const ofPlugins = pluginsAt(view, door).flatMap(({ path, options }) =>
    path.endsWith('/mosquitto_acl_file.so') ? (options['acl_file'] ?? []) : [],
  );
  return [...(own === undefined ? [] : [own]), ...ofPlugins];
}

function note(id: string, message: Note['message'], evidence: readonly string[] = []): Note {
  return { id, message, evidence };
}

function unread(path: string, files: readonly ConfLine[]): Note {
  return note('acl.unseen', msg('doctor.why.acl.unseen', { path: shown(path, 200) }), quotes(...files));
}

function nothing(
  files: readonly ConfLine[],
  rights: readonly Right[],
  { user }: WhyQuestion,
  { manner, declared }: WhyGround,
): Obstacle {
  const path = files[0]?.value ?? '';
  const { self, suffix } = manner;
  const how = declared?.acl === path ? suffix : ` --acl ${word(path)}`;
  return {
    id: 'acl.nothing',
    weight: 'rights',
    message: msg('doctor.why.acl.nothing', { name: shown(user), path: shown(path, 200) }),
    evidence: [
      ...quotes(...files),
      ...rights.map(({ file, line, text }) => `${file}:${line}: ${shown(text, 200)}`),
    ],
    fix: msg('doctor.why.acl.nothingFix', { name: shown(user) }),
    commands: [`${self} can ${word(user)} publish some/topic${how}`],
  };
}
