import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { accountRules } from '../../spec/roles.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { saidYes } from './consent.ts';

/** May the account write everywhere (`#`)? Who may, can put right what others may not. */
function administers(account: Account, spec: Pick<Spec, 'roles' | 'everyone'>): boolean {
  return accountRules(account, spec).some(
    ({ access, filter }) => filter === '#' && (access === 'write' || access === 'readwrite'),
  );
}

/**
 * Says that the last account that can administer goes, or loses that right; the question whether to go on comes later.
 * Throws 64 where nobody can be asked and --yes was not given.
 */
export function demandAdmin(
  call: Call,
  before: readonly Account[],
  after: readonly Account[],
  spec: Pick<Spec, 'roles' | 'everyone'>,
): void {
  const last = before.find((account) => administers(account, spec));
  if (last === undefined || after.some((account) => administers(account, spec))) return;
  const message = msg('users.lastAdmin', { name: last.name });
  if (!call.interactive && !saidYes(call) && call.options['dryRun'] !== true)
    throw fail('usage', message, { fix: msg('users.lastAdminFix') });
  call.out.note(`${call.errorStyle.yellow('!')} ${call.t(message)}`);
}
