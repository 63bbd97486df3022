import type { CheckReport } from '../../checks/types.ts';
import type { Mend } from './types.ts';

/** Checks whose trouble another run of `apply` does not take away: the owner's, the machine's, or told elsewhere. */
const beyondUs = new Set(['resources.space', 'resources.clock', 'service.restarts', 'access.tests']);

/**
 * What `--fix` can do about a check of `verify` that failed: bring the broker to what broker.yaml says. Files of others
 * that take that back are set aside first, since ours cannot win against what is read after it.
 */
export function mendsOfCheck(
  { id, evidence = [] }: CheckReport,
  confDir: string | null,
  ours: string,
): Mend[] {
  if (beyondUs.has(id)) return [];
  const foreign =
    id === 'config.override' || id === 'config.anonymous' ? foreignFiles(evidence, confDir, ours) : [];
  return [
    ...foreign.map((path): Mend => ({ kind: 'aside', path })),
    ...(id === 'service.loaded' || id === 'sockets.declared'
      ? [{ kind: 'service', operation: 'restart' } as const]
      : []),
    { kind: 'converge' },
  ];
}

/** Files of the include folder that lines of evidence (`file:line: text`) name, but for ours. */
function foreignFiles(evidence: readonly string[], confDir: string | null, ours: string): string[] {
  const files = evidence.flatMap((line) =>
    [...line.matchAll(/(\/[^\s:]+):\d+:/g)].map(([, path = '']) => path),
  );
  return [...new Set(files)].filter(
    (path) => confDir !== null && path.startsWith(`${confDir}/`) && path !== ours,
  );
}
