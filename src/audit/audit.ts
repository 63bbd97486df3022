import type { Diagnosis } from '../doctor/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Finding } from '../lint/types.ts';
import { checkRules, fromCheck } from './of-check.ts';
import { type AuditRow, auditRules } from './registry.ts';
import { scoreOf, severities } from './score.ts';
import type { Audit, AuditFinding, Scene } from './types.ts';

/** How safe a broker is: what makes it less so, what was looked at and is well, and what could not be seen. */
export function audit(scene: Scene): Audit {
  const findings: AuditFinding[] = [];
  const passed: Audit['passed'] = [];
  const unseen: Audit['unseen'] = [];
  for (const rule of auditRules) {
    const reason = rule.sees?.(scene) ?? null;
    const found = reason === null ? ofRule(rule, scene) : [];
    findings.push(...found);
    if (reason !== null) unseen.push({ id: rule.id, title: rule.title, reason });
    else if (found.length === 0) passed.push({ id: rule.id, title: rule.title });
  }
  for (const { id, title } of checkRules) {
    const found = scene.patient.findings.filter((finding) => finding.id === id && finding.from === undefined);
    findings.push(...found.map((finding) => ofCheck(finding)));
    if (found.length === 0) passed.push({ id, title });
  }
  findings.push(...upgradeFindings(scene), ...ofDoctor(scene, findings));
  const sorted = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { findings: sorted, passed, unseen, ...scoreOf(sorted) };
}

function ofRule(rule: AuditRow, scene: Scene): AuditFinding[] {
  return [...rule.look(scene)].map(
    ({ message, evidence = [], place = null, severity, fix = null, commands = [] }) => ({
      id: rule.id,
      severity: severity ?? rule.severity,
      title: rule.title,
      message,
      why: rule.why,
      evidence,
      place,
      fix,
      commands,
    }),
  );
}

function ofCheck({ id, place, message, why, fix }: Finding): AuditFinding {
  const rule = checkRules.find((one) => one.id === id);
  return {
    id,
    severity: (rule === undefined ? undefined : fromCheck[rule.id]) ?? 'medium',
    title: rule?.title ?? msg('doctor.title.rule'),
    message,
    why,
    evidence: [],
    place,
    fix: fix ?? null,
    commands: [],
  };
}

/** What the newest version will refuse: no danger yet, and one more reason to put off an upgrade. */
function upgradeFindings({ patient }: Scene): AuditFinding[] {
  const later = patient.findings.filter(({ from }) => from !== undefined);
  const [first] = later;
  if (first === undefined) return [];
  return [
    {
      id: 'upgrade.blocked',
      severity: 'medium',
      title: msg('audit.upgrade.blocked.title'),
      message: msg('audit.upgrade.blocked.found', { count: later.length, version: first.from ?? '' }),
      why: msg('audit.upgrade.blocked.why'),
      evidence: later.map(({ place, id }) => `${place.file}:${place.line ?? 1}: ${id}`),
      place: first.place,
      fix: msg('audit.upgrade.blocked.fix'),
      commands: [],
    },
  ];
}

/** Checks of `verify` that see the same as a rule here, which says more of it. */
const sameAs: Readonly<Record<string, string>> = {
  'auth.anonymous': 'access.nobody-let-in',
  'auth.unknown-user': 'access.any-password',
  'config.anonymous': 'access.nobody-let-in',
  'files.mode': 'file.open-secret',
  'service.loaded': 'service.changed',
};

/** Whatever is gravely wrong with a broker makes it no safe one; that it does not run opens nothing, though. */
function ofDoctor({ diagnoses }: Scene, told: readonly AuditFinding[]): AuditFinding[] {
  const known = new Set(told.map(({ id }) => id));
  const isGrave = ({ severity }: Diagnosis): boolean => severity === 'critical' || severity === 'high';
  return diagnoses
    .filter((one) => isGrave(one) && !known.has(one.id) && !known.has(sameAs[one.id] ?? one.id))
    .map(({ id, severity, title, message, evidence, place, fix, commands }) => ({
      id,
      severity: /^(?:auth|access)\./.test(id) ? severity : 'high',
      title,
      message,
      why: null,
      evidence,
      place,
      fix,
      commands,
    }));
}
