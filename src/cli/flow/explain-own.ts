import type { MessageKey } from '../../i18n/messages.ts';
import type { ExplainedCheck, ExplainedError, ExplainedOption } from '../../report/explained.ts';
import { commonOptions } from '../commands/common-options.ts';
import { commandRows } from '../commands/registry.ts';
import type { OptionRow } from '../commands/types.ts';

/** Options of mqtt-setup itself by name, with or without dashes: each meaning with the commands that have it. */
export function ownOptions(word: string): ExplainedOption[] {
  const found = new Map<string, ExplainedOption>();
  const add = ({ flags, text }: OptionRow, command: string | null): void => {
    if (!namesOf(flags).some((name) => name === word || name === `--${word}`)) return;
    const key = `${flags} ${text.key}`;
    const known = found.get(key) ?? { flags, text, commands: [] };
    if (command !== null) known.commands.push(command);
    found.set(key, known);
  };
  for (const row of commonOptions) add(row, null);
  for (const { name, options = [] } of commandRows) for (const row of options) add(row, name);
  return [...found.values()];
}

/** Every option of mqtt-setup, as it is typed. */
export function ownOptionNames(): string[] {
  const rows = [...commonOptions, ...commandRows.flatMap(({ options = [] }) => options)];
  return [...new Set(rows.flatMap(({ flags }) => namesOf(flags)))];
}

function namesOf(flags: string): string[] {
  return flags.split(/[ ,]+/).filter((part) => part.startsWith('-'));
}

/** All that verify, check, audit and doctor can find. One id may be found by several of them. */
export async function everyCheck(): Promise<ExplainedCheck[]> {
  const [{ checks }, { rules }, { auditRules }, { outsideRules }, { said, saidKey }, { seen }] =
    await Promise.all([
      import('../../checks/registry.ts'),
      import('../../lint/registry.ts'),
      import('../../audit/registry.ts'),
      import('../../audit/outside.ts'),
      import('../../doctor/said/registry.ts'),
      import('../../doctor/seen/registry.ts'),
    ]);
  const title = (id: string): ExplainedCheck['title'] => ({ key: `doctor.title.${id}` as MessageKey });
  return [
    ...checks.map((one) => ({ of: 'verify' as const, id: one.id, severity: one.severity, title: one.title })),
    ...rules.map(({ id, severity, title: text, why }) => ({
      of: 'check' as const,
      id,
      severity,
      title: text,
      why,
    })),
    ...[...auditRules, ...outsideRules].map(({ id, severity, title: text, why }) => ({
      of: 'audit' as const,
      id,
      severity,
      title: text,
      why,
    })),
    ...said.map(([id, { severity }]) => ({
      of: 'doctor' as const,
      id,
      severity,
      title: title(id),
      why: { key: saidKey(id, 'cause'), params: blanks },
      fix: { key: saidKey(id, 'fix'), params: blanks },
    })),
    ...seen.map(([id, { severity }]) => ({ of: 'doctor' as const, id, severity, title: title(id) })),
  ];
}

/** An error by its code, as `--json` gives it; null where there is none. What is filled in when it happens stands in <>. */
export async function errorOf(code: string): Promise<ExplainedError | null> {
  const { enAll } = await import('../../i18n/en-all.ts');
  const has = (key: string): key is MessageKey => Object.hasOwn(enAll, key);
  if (!has(code)) return null;
  const fix = `${code}Fix`;
  return {
    code,
    text: { key: code, params: blanks },
    ...(has(fix) ? { fix: { key: fix, params: blanks } } : {}),
  };
}

/** Codes of errors, and of everything else that is said. */
export async function errorCodes(): Promise<string[]> {
  return Object.keys((await import('../../i18n/en-all.ts')).enAll);
}

/** For a text that says what it would be given. */
const blanks: Readonly<Record<string, string>> = new Proxy<Record<string, string>>(
  {},
  { get: (_none, name) => `<${String(name)}>` },
);
