import type { UnitOption } from '../i18n/en/teach.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import { parseAcl } from '../mosquitto/formats/acl.ts';
import type { FileLine } from './types.ts';

/** What an option of mosquitto.conf does, in the reader's language; null for one that we do not know. */
export type OptionSays = (name: string) => string | null;

/** The broker's configuration: each line with what its option does. Passwords of bridges are left out. */
export function confLines(
  text: string,
  says: OptionSays,
  secretOf: (connection: string) => string | null,
): FileLine[] {
  let connection = '';
  return linesOf(text).map((line): FileLine => {
    const [option = '', value = ''] = line.trim().split(/ +/, 2);
    if (option === '' || option.startsWith('#')) return { text: line, meaning: null };
    if (option === 'connection') connection = value;
    const secret = option === 'remote_password' ? secretOf(connection) : null;
    const shown =
      option === 'remote_password' ? { text: 'remote_password ', secret: secret ?? 'false' } : { text: line };
    return { ...shown, meaning: says(option) };
  });
}

/** The ACL file: whose rights they are, and what each line allows. */
export function aclLines(text: string, t: Translate): FileLine[] {
  const rules = new Map(
    parseAcl(text).flatMap((rule): [number, string][] => {
      if (rule.kind === 'user') return [[rule.line, t(msg('teach.acl.user', { name: rule.name }))]];
      if (rule.kind !== 'topic' && rule.kind !== 'pattern') return [];
      const { access, filter } = rule;
      return [[rule.line, t({ key: `teach.acl.${access}`, params: { filter } })]];
    }),
  );
  return linesOf(text).map((line, index) => ({ text: line, meaning: rules.get(index + 1) ?? null }));
}

/** A unit of systemd, or what is added to one. Texts of scripts explain themselves. */
export function unitLines(text: string, t: Translate, options: ReadonlySet<string>): FileLine[] {
  return linesOf(text).map((line) => {
    const option = /^(\w+)=/.exec(line)?.[1];
    const isKnown = option !== undefined && options.has(option);
    return { text: line, meaning: isKnown ? t({ key: `teach.unit.${option as UnitOption}` }) : null };
  });
}

export function plainLines(text: string): FileLine[] {
  return linesOf(text).map((line) => ({ text: line, meaning: null }));
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
