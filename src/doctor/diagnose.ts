import type { Severity } from '../checks/types.ts';
import type { LogLine } from '../host/logs/line.ts';
import { msg } from '../i18n/messages.ts';
import type { Finding } from '../lint/types.ts';
import { shown } from '../shown.ts';
import { commandOf, usualManner } from './mends/command.ts';
import { checksLeft } from './of-check.ts';
import { isTrouble, ofFinding } from './of-finding.ts';
import type { Patient } from './patient.ts';
import { causeText, fixText, type Recognised, recognise } from './recognise.ts';
import { type SeenId, seen as seenCauses } from './seen/registry.ts';
import type { Diagnosis, Said, Seen } from './types.ts';

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * Everything that is wrong with a broker and its machine, the gravest first, each once: what the broker said, what
 * stands in its files, what the machine shows, and what `verify` found.
 */
export function diagnose(patient: Patient): Diagnosis[] {
  const looked = seenCauses.flatMap(([id, cause]) =>
    [...cause.look(patient)].map((one) => ({ id, one, severity: one.severity ?? cause.severity })),
  );
  const seen = looked.map(({ id, one, severity }) => ofSeen(id, severity, one, patient));
  const covered = new Set(looked.flatMap(({ one }) => one.covers ?? []));
  const { found, unknown } = recognise(withoutOurs(sinceGoodStart(patient), patient));
  const rest = patient.findings.filter(
    (finding) => isTrouble(finding) && !covered.has(String(finding.message.params?.['path'] ?? '')),
  );
  const { running, restarts } = patient.facts.service;
  const told = new Set<string>(looked.map(({ id }) => id));
  // What stopped an earlier start tells nothing of a broker that runs now, unless systemd had to start it again.
  const relevant = found.filter(
    ({ id, cause, said }) =>
      !told.has(id) &&
      !told.has(cause.seenAs ?? id) &&
      (cause.stage === 'running' || ((!running || (restarts ?? 0) > 0) && isRead(said, patient))),
  );
  const said = relevant.map((one) =>
    running && one.cause.stage === 'start' ? overcome(one, patient) : withFinding(one, rest, patient),
  );
  const findings = rest.map((finding) => ofFinding(finding, patient));
  const complaints = unknown.length === 0 ? [] : [ofUnknown(unknown.map(({ text }) => text))];
  const causes = once([...seen, ...said, ...findings]);
  const whole = [...causes, ...notRunning(patient, causes, complaints), ...checksLeft(patient, causes)];
  return [...whole, ...complaints].toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

/**
 * What was said since the broker last came up, or, where systemd had to start it again, since it came up before that:
 * what was wrong earlier has been mended. systemd's own word has the finer time; a log file knows whole seconds.
 */
function sinceGoodStart({ lines, facts }: Patient): LogLine[] {
  const [started, runs] = [/^Started .*mosquitto/i, /^mosquitto version \S+ running$/].map((pattern) =>
    lines.flatMap(({ text }, index) => (pattern.test(text) ? [index] : [])),
  );
  const good = started !== undefined && started.length > 0 ? started : (runs ?? []);
  const from = facts.service.running ? good.at(-2) : good.at(-1);
  return from === undefined ? [...lines] : lines.slice(from);
}

/**
 * What our own checks were refused: they say who they are. 2.0.11 names nobody whom it refuses (measured), and where
 * `verify` is run, it was mostly that.
 */
function isOurs({ text }: LogLine, { isDeclared }: Patient): boolean {
  const isNobody = text === 'Client <unknown> disconnected, not authorised.';
  return own.test(text) || (isDeclared && isNobody);
}

const own = /\bmqtt-setup-(?:verify|why)\b/;

/** What is said of a client that has not come as far as its name (2.1 calls it after its address): it broke TLS off, for instance. */
const nameless =
  /^Client (?:<unknown>|[\da-f.:]+ \[)|^OpenSSL Error|^Client connection from .* failed: error:|^Protocol error from /;

/** Milliseconds around a line of our checks in which a nameless client is taken for one of them: a log knows seconds. */
const around = 2000;

/** Without what our own checks did: those of TLS try what has to fail, and never say who they are. */
function withoutOurs(lines: readonly LogLine[], patient: Patient): LogLine[] {
  const at = lines.flatMap(({ text, atMs }) => (own.test(text) && atMs !== null ? [atMs] : []));
  const isBeside = ({ text, atMs }: LogLine): boolean =>
    nameless.test(text) && atMs !== null && at.some((time) => Math.abs(time - atMs) <= around);
  return lines.filter((line) => !isOurs(line, patient) && !isBeside(line));
}

/** What ended the broker before systemd started it again: to be known, and nothing to be mended any more. */
function overcome(recognised: Recognised, patient: Patient): Diagnosis {
  return { ...diagnosisOf(recognised, patient), severity: 'high', commands: [], mends: [] };
}

/** What an earlier start said of a file that is not read any more is over. */
function isRead({ place }: Said, { tree: { main, folders } }: Patient): boolean {
  const paths = [main.path, ...folders.flatMap(({ files }) => files.map(({ path }) => path))];
  return place === null || paths.includes(place.file);
}

/** A log that was handed over: nothing is known but what it says. */
export function diagnoseLog(lines: Patient['lines']): Diagnosis[] {
  const { found, unknown } = recognise(lines);
  const said = found.map((one) => diagnosisOf(one, null));
  return unknown.length === 0 ? said : [...said, ofUnknown(unknown.map(({ text }) => text))];
}

/** 2.1 repeats a bad line of a password file in its log (measured); no line is shown at any length. */
function withoutHashes(text: string): string {
  return shown(text.replace(/\$[\w.-]+\$\S{8,}/g, '…'), 300);
}

/** So many lines after it are shown: OpenSSL says the same in many layers. */
const mostMore = 2;

/** A recognised cause as something to show; `patient` is null for a log that was handed over. */
function diagnosisOf(recognised: Recognised, patient: Patient | null): Diagnosis {
  const { id, cause, said, count } = recognised;
  const mends = cause.mends?.(said, patient) ?? [];
  const times = count > 1 ? ` (${count}×)` : '';
  const manner = patient?.manner ?? usualManner;
  return {
    id,
    severity: cause.severity,
    title: msg(`doctor.title.${id}`),
    message: causeText(recognised),
    evidence: [said.line, ...said.more.slice(0, mostMore)].map(
      ({ source, text }, index) => `${source}: ${withoutHashes(text)}${index === 0 ? times : ''}`,
    ),
    place: said.place,
    fix: fixText(recognised),
    commands: mends.map((mend) => commandOf(mend, manner)),
    mends: patient === null ? [] : mends,
  };
}

/** `check` knows the line of what the broker only complains of: both become one, and the finding is used up. */
function withFinding(recognised: Recognised, findings: Finding[], patient: Patient): Diagnosis {
  const diagnosis = diagnosisOf(recognised, patient);
  const { rules = [] } = recognised.cause;
  const { place } = recognised.said;
  const index = findings.findIndex(
    (finding) =>
      (rules as readonly string[]).includes(finding.id) &&
      (place === null || (place.file === finding.place.file && place.line === finding.place.line)),
  );
  const [finding] = index < 0 ? [] : findings.splice(index, 1);
  if (finding === undefined) return diagnosis;
  const better = ofFinding(finding, patient);
  const hasMends = better.mends.length > 0;
  return {
    ...diagnosis,
    place: diagnosis.place ?? better.place,
    evidence: [...diagnosis.evidence, ...better.evidence],
    mends: hasMends ? better.mends : diagnosis.mends,
    commands: hasMends ? better.commands : diagnosis.commands,
  };
}

function ofSeen(id: SeenId, severity: Severity, seen: Seen, patient: Patient): Diagnosis {
  const { message, evidence, place, fix, mends = [], commands } = seen;
  return {
    id,
    severity,
    title: msg(`doctor.title.${id}`),
    message,
    evidence,
    place: place ?? null,
    fix,
    commands: commands ?? mends.map((mend) => commandOf(mend, patient.manner)),
    mends,
  };
}

const mostComplaints = 8;

/** What nobody has a name for is shown as it was said: the newest lines, each once. */
function ofUnknown(texts: readonly string[]): Diagnosis {
  const lines = [...new Set(texts.map(withoutHashes))].slice(-mostComplaints);
  return {
    id: 'said.unknown',
    severity: 'medium',
    title: msg('doctor.title.said.unknown'),
    message: msg('doctor.said.unknown.cause', { text: lines.at(-1) ?? '' }),
    evidence: lines,
    place: null,
    fix: null,
    commands: [],
    mends: [],
  };
}

/** That it does not run is told last among what is as grave: the causes stand before it. */
function notRunning(
  patient: Patient,
  causes: readonly Diagnosis[],
  complaints: readonly Diagnosis[],
): Diagnosis[] {
  const { service, mosquitto } = patient.facts;
  const { unit } = patient;
  if (service.running || mosquitto.binary === null) return [];
  const state = unit === null ? service.state : stateOf(unit);
  const isExplained = [...causes, ...complaints].some(({ severity }) => severity === 'critical');
  const isAtRest = unit === null || unit.result === 'success';
  const mend = { kind: 'service', operation: 'start' } as const;
  return [
    {
      id: 'service.not-running',
      severity: 'critical',
      title: msg('doctor.title.service.not-running'),
      message:
        isExplained || isAtRest
          ? msg('doctor.service.not-running.cause', { state })
          : msg('doctor.service.not-running.unknown', { state }),
      evidence: isExplained ? [] : patient.lines.slice(-4).map(({ source, text }) => `${source}: ${text}`),
      place: null,
      fix: msg('doctor.service.not-running.fix'),
      commands: [commandOf(mend, patient.manner)],
      mends: [mend],
    },
  ];
}

function stateOf({ activeState, result, exit }: NonNullable<Patient['unit']>): string {
  const how = exit === null || result === 'success' ? '' : `, ${exit.how} ${exit.status}`;
  return `${activeState}, ${result}${how}`;
}

/** The same thing found in two ways is told once, with the evidence of both. */
function once(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const byKey = new Map<string, Diagnosis>();
  for (const diagnosis of diagnoses) {
    const key = JSON.stringify([diagnosis.id, diagnosis.place, diagnosis.message]);
    const earlier = byKey.get(key);
    const evidence = [...new Set([...(earlier?.evidence ?? []), ...diagnosis.evidence])];
    byKey.set(key, earlier === undefined ? diagnosis : { ...earlier, evidence });
  }
  return [...byKey.values()];
}
