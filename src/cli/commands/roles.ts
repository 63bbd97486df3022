import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type RoleRow, renderRoles } from '../../report/roles.ts';
import { noRights } from '../../spec/rights.ts';
import { roleNames, roleRights } from '../../spec/roles.ts';
import type { Call } from '../context.ts';
import { declaredHere } from '../flow/declared.ts';
import { layoutOf } from '../flow/layout.ts';

/** Every role, what it allows, and who has it. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  const { spec, accounts } = await declaredHere(call);
  if (spec === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  const rows: RoleRow[] = roleNames(spec).map((name) => ({
    name,
    builtIn: !Object.hasOwn(spec.roles, name),
    ...(roleRights(name, spec.roles) ?? noRights),
    users: accounts.filter(({ roles }) => roles.includes(name)).map((account) => account.name),
  }));
  if (call.json)
    call.out.result(
      JSON.stringify(
        { schemaVersion: 1, command: call.command, ok: true, roles: rows, everyone: spec.everyone },
        null,
        2,
      ),
    );
  else call.out.result(renderRoles(rows, spec.everyone, call.t, call.style));
  return exitCodes.ok;
}
