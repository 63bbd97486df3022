import type { Translate } from '../i18n/messages.ts';
import type { AdoptionView } from './adopt.ts';
import { lintJson } from './lint-json.ts';

/** What adopt has to tell, for a machine. Secrets are in none of it. */
export function adoptionJson(view: AdoptionView, english: Translate): object {
  const { adopted, findings } = view;
  const compared = view.compared === 'failed' ? null : view.compared;
  return {
    schemaVersion: 1,
    command: 'adopt',
    ok: true,
    file: view.file,
    mosquittoVersion: view.version,
    lines: adopted.lines.map(({ file, line, text, verdict, to, why }) => ({
      file,
      line,
      text,
      verdict,
      to,
      why: why === null ? null : english(why),
    })),
    spec: view.specText,
    users: adopted.accounts.map(({ name, roles, topics }) => ({ name, roles, topics })),
    notes: adopted.notes.map(({ message, refused }) => ({ message: english(message), refused })),
    findings: lintJson(findings, english),
    same: compared === null || compared.unshadowable.length > 0 ? null : compared.differences.length === 0,
    differences: (compared?.differences ?? []).map((one) => ({
      kind: one.kind,
      message: english(one.message),
    })),
    asked: compared?.asked ?? null,
  };
}
