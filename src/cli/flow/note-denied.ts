import { msg } from '../../i18n/messages.ts';
import { deniedTopics } from '../../spec/overlap.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';

/** So many are said one by one. */
const mostSaid = 5;

/** Says which topics of these accounts are denied again, in part or whole, by a role or for everyone. */
export function noteDenied(
  { out, t, errorStyle }: Call,
  accounts: readonly Account[],
  spec: Pick<Spec, 'roles' | 'everyone'>,
): void {
  const found = accounts.flatMap((account) =>
    deniedTopics(account, spec).map((one) => ({ name: account.name, ...one })),
  );
  const said = found.slice(0, mostSaid).map((one) => msg('users.denied', one));
  const rest = found.length - said.length;
  for (const message of rest > 0 ? [...said, msg('users.deniedMore', { count: rest })] : said)
    out.note(`${errorStyle.yellow('!')} ${t(message)}`);
}
