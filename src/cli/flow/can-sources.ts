import { resolve } from 'node:path';
import { declaredRules } from '../../access/declared.ts';
import { fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { rulesOfLines } from '../../mosquitto/access/rules.ts';
import { type AclLine, parseAcl } from '../../mosquitto/formats/acl.ts';
import { readableText } from '../../mosquitto/nul.ts';
import type { Fault } from '../../report/can-answer.ts';
import { type Call, textOption } from '../context.ts';
import { askedVersion } from './asked-version.ts';
import { type Source, whereOfLine, whereWritten } from './can-source.ts';
import { runAsRoot } from './command-line.ts';
import { declaredIn } from './declared.ts';
import { layoutOf } from './layout.ts';

/** The rules that are asked: of the file that `--acl` names, else those that are declared. */
export async function sourceOf(call: Call): Promise<Source> {
  const acl = textOption(call.options, 'acl');
  return acl === undefined ? declaredSource(call) : fileSource(call, resolve(acl));
}

async function fileSource(call: Call, file: string): Promise<Source> {
  const version = await askedVersion(call);
  const read = await call.host.read(file, { followLinks: true, pipes: true });
  if (!read.ok) {
    const place = { place: { file } };
    if (read.reason === 'denied')
      throw fail('needsRoot', msg('can.acl.denied'), { ...place, fix: await runAsRoot(call) });
    throw fail('input', msg(read.reason === 'missing' ? 'can.acl.missing' : 'can.acl.unfit'), place);
  }
  const lines = parseAcl(readableText(read.data.toString('utf8'), version));
  const rules = rulesOfLines(lines);
  return {
    rules,
    version,
    names: [...rules.users.keys()],
    whereOf: whereOfLine(file),
    declared: null,
    faults: faultsIn(lines, file),
  };
}

function faultsIn(lines: readonly AclLine[], file: string): Fault[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'fault' || line.raw.startsWith('\0')) return [];
    return [
      { file, line: line.line, column: line.column, text: line.raw, message: msg(`can.fault.${line.fault}`) },
    ];
  });
}

/** What is declared counts, as it would be written; where it is written already is looked up in the ACL file. */
async function declaredSource(call: Call): Promise<Source> {
  const layout = layoutOf(call);
  const facts = await gather(call.host, layout);
  const { spec, accounts } = declaredIn(facts, await runAsRoot(call));
  if (spec === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  const version = await askedVersion(call, facts.mosquitto.version);
  const content = facts.files[layout.acl]?.content ?? null;
  const written = content instanceof Hidden ? content.reveal() : (content ?? '');
  return {
    rules: declaredRules(spec, accounts),
    version,
    names: accounts.map(({ name }) => name),
    whereOf: whereWritten(spec, layout.acl, parseAcl(readableText(written, version))),
    declared: { spec, accounts },
    faults: [],
  };
}
