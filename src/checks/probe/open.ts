import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { CheckContext, ConnectOptions, ConnectResult, Credentials, Session } from '../types.ts';
import { codeText } from './codes.ts';
import type { Target } from './targets.ts';

/** Connects under a client id that says who we are and in which check. */
export function knock(
  context: CheckContext,
  target: Target,
  purpose: string,
  credentials: Credentials | null,
  more: Pick<ConnectOptions, 'will'> = {},
): Promise<ConnectResult> {
  return context.connect({
    endpoint: target.endpoint,
    protocolVersion: target.version,
    clientId: `mqtt-setup-verify-${purpose}-${context.nonce().slice(0, 12)}`,
    ...(credentials && { credentials }),
    timeoutMs: context.timeoutMs,
    ...more,
  });
}

/** The outcome as machine text. */
export function outcomeText(result: ConnectResult): string {
  if (result.outcome === 'accepted') return 'CONNACK 0 (accepted)';
  if (result.outcome === 'refused') return `CONNACK ${codeText(result.code)}`;
  return result.outcome === 'closed' ? 'closed without a CONNACK' : `unreachable, ${result.error}`;
}

/** What using a session came to, or why there was none. */
export type Used<T> = { ok: true; value: T } | { ok: false; seen: string };

/** Logs in with the known account, lets `use` work, and closes the session whatever happens. */
export async function withSession<T>(
  context: CheckContext,
  target: Target,
  purpose: string,
  use: (session: Session) => Promise<T>,
): Promise<Used<T>> {
  const result = await knock(context, target, purpose, context.credentials);
  if (result.outcome !== 'accepted') return { ok: false, seen: outcomeText(result) };
  try {
    return { ok: true, value: await use(result.session) };
  } finally {
    await result.session.end();
  }
}

/** Waits for a message that has to come. Throws when it does not. */
export async function arrival(context: CheckContext, session: Session, payload: string): Promise<void> {
  const message = await session.waitFor((one) => one.payload === payload, context.timeoutMs);
  if (message !== null) return;
  const seen = `not delivered in ${context.timeoutMs} ms`;
  throw fail('unreachable', msg('checks.wire.lost', { seen }), { cause: new Error(seen) });
}
