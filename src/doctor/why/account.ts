import { type Message, msg } from '../../i18n/messages.ts';
import type { Door } from '../../lint/doors.ts';
import { readableAccounts } from '../../mosquitto/accounts.ts';
import type { PasswdLine } from '../../mosquitto/formats/passwd.ts';
import { isHashReadable, verifyHash } from '../../mosquitto/hash.ts';
import { shown } from '../../shown.ts';
import { passwordCure } from './cures.ts';
import { quotes } from './lines.ts';
import type { Source } from './sources.ts';
import type { Note, Obstacle, Part, WhyGround, WhyQuestion } from './types.ts';
import { unknownUser } from './unknown.ts';

type FileSource = Extract<Source, { kind: 'file' }>;
type Entry = Extract<PasswdLine, { kind: 'entry' }>;

/** What a password file says of the user: there or not, readable by this version or not, the right password or not. */
export async function askFile(
  source: FileSource,
  door: Door,
  question: WhyQuestion,
  ground: WhyGround,
): Promise<Part> {
  const { view } = ground;
  const text = view.tree.secrets[source.path]?.reveal();
  const barred = fileObstacles(source, ground);
  if (barred.length > 0 || text === undefined) return unread(source, barred);
  const { user, password } = question;
  const lines = view.passwords.find(({ named }) => named.path === source.path)?.lines ?? [];
  const entries = lines.filter((line): line is Entry => line.kind === 'entry' && line.name === user);
  const hash = readableAccounts(text, view.version).get(user);
  if (hash === undefined)
    return entries.length === 0
      ? no([unknownUser(source, door, question, ground)])
      : no(unreadable(source, entries, user, ground));
  // Of a repeated name the last one that can be read.
  const counting = entries.findLast((entry) => isHashReadable(entry.hash, view.version));
  const evidence = counting === undefined ? [] : [entryAt(source, counting)];
  if (password === null)
    return {
      verdict: null,
      obstacles: [],
      notes: [
        {
          id: 'password.not-given',
          message: msg('doctor.why.password.notGiven', at(source, user)),
          evidence,
        },
      ],
    };
  if (await verifyHash(password.reveal(), hash))
    return { verdict: true, obstacles: [], notes: [right(source, user, evidence)] };
  return no([await wrong(source, entries, counting, question, ground)]);
}

function at({ path }: FileSource, user: string): { path: string; name: string } {
  return { path: shown(path, 200), name: shown(user) };
}

function no(obstacles: readonly Obstacle[]): Part {
  return { verdict: false, obstacles, notes: [] };
}

function right(source: FileSource, user: string, evidence: readonly string[]): Note {
  return { id: 'password.right', message: msg('doctor.why.password.right', at(source, user)), evidence };
}

/** An entry as evidence: its hash stays where it is. */
export function entryAt({ path }: { path: string }, { line, name }: { line: number; name: string }): string {
  return `${path}:${line}: ${shown(name)}:…`;
}

/** What keeps the broker from reading a file, as `check` says it. */
const fileRules = ['file.missing', 'file.wrong-kind', 'file.broker-cannot-read', 'file.link'];

export function fileObstacles(
  { by, path }: { by: FileSource['by']; path: string },
  { findings, view }: WhyGround,
): Obstacle[] {
  const isHere = view.tree.paths[path];
  return findings
    .filter(({ id, place, from }) => {
      const isOfLine = place.file === by.file && place.line === by.line;
      return isOfLine && from === undefined && fileRules.includes(id);
    })
    .map((finding) => ({
      id: finding.id,
      weight: 'stops' as const,
      message: finding.message,
      evidence: [...quotes(by), ...(isHere?.isLink === true ? [`${path} -> ${isHere.path}`] : [])],
      fix: finding.fix ?? finding.why,
      commands: [],
    }));
}

/** It is there, but we may not read it, or do not know where the broker looks for it. */
function unread(source: FileSource, barred: readonly Obstacle[]): Part {
  if (barred.length > 0) return no(barred);
  const isRelative = !source.path.startsWith('/');
  const path = shown(source.path, 200);
  const message: Message = isRelative
    ? msg('doctor.why.file.relative', { path })
    : msg('doctor.why.file.unseen', { path });
  return {
    verdict: null,
    notes: [],
    obstacles: [
      {
        id: isRelative ? 'file.relative' : 'file.unseen',
        weight: 'may-stop',
        message,
        evidence: quotes(source.by),
        fix: isRelative ? msg('lint.file.relative.fix') : msg('doctor.why.file.unseenFix'),
        commands: [],
      },
    ],
  };
}

/** Entries that this version drops, as `check` says it. */
function unreadable(
  source: FileSource,
  entries: readonly Entry[],
  user: string,
  ground: WhyGround,
): Obstacle[] {
  const cure = passwordCure(ground, source.path, user);
  return entries.flatMap((entry) => {
    const finding = ground.findings.find(
      ({ id, place, from }) =>
        from === undefined &&
        (id === 'passwd.undecodable' || id === 'passwd.plaintext') &&
        place.file === source.path &&
        place.line === entry.line,
    );
    if (finding === undefined) return [];
    const { id, message } = finding;
    const evidence = [entryAt(source, entry), ...quotes(source.by)];
    return [{ id, weight: 'stops' as const, message, evidence, ...cure }];
  });
}

/** Line ends and blanks that a file or an echo has put behind a password, or that somebody typed. */
const tails = ['\n', '\r\n', '\r', ' '];

async function wrong(
  source: FileSource,
  entries: readonly Entry[],
  counting: Entry | undefined,
  { user, password }: WhyQuestion,
  ground: WhyGround,
): Promise<Obstacle> {
  const given = password?.reveal() ?? '';
  const base = {
    id: 'password.wrong',
    weight: 'stops' as const,
    evidence: counting === undefined ? [] : [entryAt(source, counting), ...quotes(source.by)],
  };
  for (const entry of entries) {
    if (entry === counting || !(await verifyHash(given, entry.hash))) continue;
    const lines = { first: entry.line, second: counting?.line ?? 0 };
    return {
      ...base,
      id: 'passwd.duplicate',
      evidence: [entryAt(source, entry), ...base.evidence],
      message: msg('doctor.why.password.other', { ...lines, name: shown(user) }),
      fix: msg('doctor.why.password.otherFix', lines),
      commands: [`sed -i '${lines.second}d' ${source.path}`, ground.reload],
    };
  }
  const near = [...tails.map((tail) => `${given}${tail}`), given.trim(), given.normalize('NFC')];
  for (const one of near) {
    if (one === given || counting === undefined || !(await verifyHash(one, counting.hash))) continue;
    return {
      ...base,
      message: msg('doctor.why.password.blank', { name: shown(user) }),
      ...passwordCure(ground, source.path, user),
    };
  }
  return {
    ...base,
    message: msg('doctor.why.password.wrong', at(source, user)),
    ...passwordCure(ground, source.path, user),
  };
}
