import { decide } from './access/decide.ts';
import { rulesOfLines } from './access/rules.ts';
import type { Access, Client } from './access/types.ts';
import type { AclLine } from './formats/acl.ts';
import type { Version } from './version.ts';

/** One question about the lines of an ACL file. Who has many makes the rules once (`access/rules.ts`). */
export function isAllowed(
  lines: readonly AclLine[],
  client: Client,
  access: Access,
  topic: string,
  version: Version,
): boolean {
  return decide(rulesOfLines(lines), client, access, topic, version).allowed;
}
