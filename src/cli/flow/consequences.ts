import { type Consequences, consequencesOf } from '../../access/consequences.ts';
import type { Plan, Resource } from '../../engine/types.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';

/** What a plan means for people, from the files as they are and as they are to be. */
export function consequencesIn(resources: readonly Resource[], plan: Plan, facts: Facts): Consequences {
  const { layout, service, mosquitto } = facts;
  const now = (path: string): string => {
    const content = facts.files[path]?.content ?? '';
    return content instanceof Hidden ? content.reveal() : content;
  };
  const then = (path: string): string => {
    const wanted = resources.find((resource) => resource.kind === 'file' && resource.path === path);
    return wanted?.kind === 'file' ? Buffer.from(wanted.content).toString('utf8') : '';
  };
  const verbs = plan.steps.map(({ verb }) => verb);
  const interruption = verbs.includes('restart') ? 'restart' : verbs.includes('reload') ? 'reload' : null;
  return consequencesOf(
    { acl: now(layout.acl), passwd: now(layout.passwd) },
    { acl: then(layout.acl), passwd: then(layout.passwd) },
    service.running ? interruption : null,
    parseVersion(mosquitto.version ?? '') ?? oldest,
  );
}
