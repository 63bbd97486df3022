import { msg } from '../../i18n/messages.ts';
import { type Door, doorsOf, printDoor } from '../../lint/doors.ts';
import { shown } from '../../shown.ts';
import { askFile } from './account.ts';
import { gateAt } from './gate.ts';
import { quotes } from './lines.ts';
import { noSource } from './no-source.ts';
import { rightsAt } from './rights.ts';
import { type Source, sourcesAt } from './sources.ts';
import type { DoorAnswer, Note, Obstacle, Part, Verdict, WhyGround, WhyQuestion } from './types.ts';

/** Why is a user refused: at each listener all that stands in its way, as far as the files say. */
export async function why(question: WhyQuestion, ground: WhyGround): Promise<DoorAnswer[]> {
  const answers: DoorAnswer[] = [];
  for (const door of doorsOf(ground.view)) answers.push(await whyAt(door, question, ground));
  return answers;
}

async function whyAt(door: Door, question: WhyQuestion, ground: WhyGround): Promise<DoorAnswer> {
  const gate = gateAt(door, question, ground);
  const login: Part = gate.isNamed
    ? { verdict: true, obstacles: [], notes: [] }
    : await loginAt(door, question, ground);
  const before = [...brokerObstacles(ground), ...gate.obstacles, ...login.obstacles];
  const mayLogIn = verdictOf(before, login.verdict);
  const after = rightsAt(door, question, ground);
  return {
    door,
    where: printDoor(door),
    obstacles: [...before, ...after.obstacles],
    notes: [...anonymousNote(door), ...gate.notes, ...login.notes, ...after.notes],
    mayLogIn,
    rights: after.rights,
  };
}

export function verdictOf(obstacles: readonly Obstacle[], login: Verdict): Verdict {
  if (obstacles.some(({ weight }) => weight === 'stops')) return false;
  return obstacles.some(({ weight }) => weight === 'may-stop') ? null : login;
}

function anonymousNote({ anonymous: { allowed, by } }: Door): Note[] {
  return allowed
    ? [{ id: 'anonymous.allowed', message: msg('doctor.why.anonymous'), evidence: quotes(by) }]
    : [];
}

/** All that are asked about a name; one yes is enough. */
async function loginAt(door: Door, question: WhyQuestion, ground: WhyGround): Promise<Part> {
  const sources = sourcesAt(ground.view, door);
  if (sources.length === 0) return noSource(door, question, ground);
  const parts = await Promise.all(sources.map((source) => askSource(source, door, question, ground)));
  const yes = parts.find(({ verdict }) => verdict === true);
  if (yes !== undefined) return yes;
  const isOpen = parts.some(({ verdict }) => verdict === null);
  const obstacles = parts.flatMap((part) => part.obstacles);
  return {
    verdict: isOpen ? null : false,
    notes: parts.flatMap(({ notes }) => notes),
    // What one of them refuses another may allow.
    obstacles: isOpen ? obstacles.map((one) => ({ ...one, weight: 'may-stop' as const })) : obstacles,
  };
}

async function askSource(
  source: Source,
  door: Door,
  question: WhyQuestion,
  ground: WhyGround,
): Promise<Part> {
  if (source.kind === 'file') {
    const part = await askFile(source, door, question, ground);
    return withReload(part, source.path, ground);
  }
  const path = shown(source.path ?? '', 200);
  return {
    verdict: null,
    notes: [],
    obstacles: [
      {
        id: 'plugin.decides',
        weight: 'may-stop',
        message: msg('doctor.why.plugin', { path }),
        evidence: quotes(source.by),
        fix: msg('doctor.why.pluginFix'),
        commands: [],
      },
    ],
  };
}

/** The broker knows the file as it was when it read it last. */
function withReload(part: Part, path: string, { changed, reload }: WhyGround): Part {
  const seen = changed[path];
  if (seen === undefined) return part;
  const obstacle: Obstacle = {
    id: 'reload.needed',
    weight: 'may-stop',
    message: msg('doctor.why.reload', { path: shown(path, 200) }),
    evidence: [seen],
    fix: msg('doctor.why.reloadFix'),
    commands: [reload],
  };
  return {
    ...part,
    verdict: part.verdict === true ? null : part.verdict,
    obstacles: [...part.obstacles, obstacle],
  };
}

/** What the broker itself is like: nobody gets in where it does not run. */
function brokerObstacles({ running, manner }: WhyGround): Obstacle[] {
  if (running) return [];
  return [
    {
      id: 'service.not-running',
      weight: 'stops',
      message: msg('doctor.why.notRunning'),
      evidence: [],
      fix: msg('doctor.why.notRunningFix'),
      commands: [`${manner.self} doctor${manner.suffix}`],
    },
  ];
}
