import { testProblems } from '../../access/judge.ts';
import { confProblems } from '../../desired/conf/problems.ts';
import type { Layout } from '../../distros/layout.ts';
import { AppError, type Problem } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import type { Finding, LintSeverity } from '../../lint/types.ts';
import { loadAccounts } from '../../spec/accounts.ts';
import { loadSpecFile, placed } from '../../spec/load.ts';
import { roleNames } from '../../spec/roles.ts';
import type { Call } from '../context.ts';

/** What can be wrong with what is declared: rows beside those of the configuration's rules. */
export const declaredRules = [
  row('declared.spec', msg('check.declared.spec'), msg('check.declared.specWhy')),
  row('declared.access-test', msg('check.declared.test'), msg('check.declared.testWhy')),
];

function row(id: string, title: Finding['message'], why: Finding['message']) {
  return { id, severity: 'error' as LintSeverity, title, why };
}

/**
 * What is wrong with broker.yaml and the accounts of the broker that is looked at: the same problems that `apply` would
 * stop at, access tests among them. Nothing where nothing is declared, or where it may not be read.
 */
export async function declaredFindings(call: Call, layout: Layout): Promise<Finding[]> {
  const [text, accounts] = await Promise.all(
    [layout.spec, layout.accounts].map((path) => call.host.read(path)),
  );
  if (text?.ok !== true) return [];
  try {
    const file = loadSpecFile(text.data.toString('utf8'), layout.spec);
    const facts = await gather(call.host, layout);
    const spec = placed(confProblems(file.spec, facts), file).map((problem) =>
      finding('declared.spec', problem),
    );
    if (accounts?.ok !== true) return spec;
    const people = loadAccounts(accounts.data.toString('utf8'), layout.accounts, roleNames(file.spec));
    const tests = placed(testProblems(file.spec, people, facts), file);
    return [...spec, ...tests.map((problem) => finding('declared.access-test', problem))];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.problems.map((problem) => finding('declared.spec', problem));
  }
}

function finding(id: string, { message, place, fix }: Problem): Finding {
  const { severity, why } =
    declaredRules.find((one) => one.id === id) ?? declaredRules[0] ?? row('', message, message);
  return { id, severity, place: place ?? { file: '' }, message, why, ...(fix === undefined ? {} : { fix }) };
}
