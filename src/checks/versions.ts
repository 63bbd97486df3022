import { knock, outcomeText } from './probe/open.ts';
import { everyTarget } from './probe/targets.ts';
import type { CheckContext, ConnectResult } from './types.ts';

/** "Unacceptable protocol version" under 3.1.1, and "unsupported protocol version" under 5. */
const wrongVersion = new Set([1, 0x84]);

/**
 * Which versions a broker speaks of whom nobody has declared anything. One that knows only 3.1.1 says so in its CONNACK,
 * or closes the connection without a word (RabbitMQ 3.10) where it answers under the other version.
 */
export async function spokenVersions(
  context: CheckContext,
): Promise<Pick<CheckContext, 'protocolVersions' | 'unspoken'>> {
  const tries = await Promise.all(
    everyTarget(context).map(async ({ endpoint, version }) => {
      const result = await knock(context, { endpoint, version }, 'version', context.credentials);
      if (result.outcome === 'accepted') await result.session.end();
      return { version, result };
    }),
  );
  const answered = tries.some(({ result }) => isAnswer(result));
  const unspoken = tries
    .filter(({ result }) => isRefusedVersion(result) || (answered && result.outcome === 'closed'))
    .map(({ version, result }) => ({ version, seen: outcomeText(result) }));
  if (unspoken.length === 0 || unspoken.length === tries.length) return {};
  const gone = new Set(unspoken.map(({ version }) => version));
  return { protocolVersions: ([4, 5] as const).filter((version) => !gone.has(version)), unspoken };
}

function isRefusedVersion(result: ConnectResult): boolean {
  return result.outcome === 'refused' && wrongVersion.has(result.code);
}

function isAnswer(result: ConnectResult): boolean {
  return result.outcome === 'accepted' || (result.outcome === 'refused' && !isRefusedVersion(result));
}
