import type { Layout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Issued, parseIssued } from '../../tls/issued.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';

/** What our CA has signed; empty where there is none. Throws 77 where it may not be read. */
export async function registerIn(call: Call, layout: Layout): Promise<Issued[]> {
  const { issued } = ownPlaces(layout);
  const read = await call.host.read(issued);
  if (read.ok) return parseIssued(read.data.toString('utf8'));
  if (read.reason === 'denied')
    throw fail('needsRoot', msg('engine.unreadable', { path: issued }), { fix: await runAsRoot(call) });
  return [];
}
