import { fail } from '../../../errors.ts';
import { gather } from '../../../facts/gather.ts';
import { msg } from '../../../i18n/messages.ts';
import { nearest } from '../../../spec/suggest.ts';
import type { Issued } from '../../../tls/issued.ts';
import type { Call } from '../../context.ts';
import { layoutOf } from '../../flow/layout.ts';
import { registerIn } from '../../flow/register.ts';
import { change } from './change.ts';

/** The certificates of a client, by its name or one serial number, count no more. */
export async function run(call: Call, word: string | undefined): Promise<number> {
  const layout = layoutOf(call);
  const facts = await gather(call.host, layout);
  const known = (await registerIn(call, facts.layout)).filter(({ kind }) => kind === 'client');
  const found = meant(known, word ?? '');
  return change(call, {
    tls: { revoke: found.map(({ serial }) => serial) },
    isConsent: false,
    end: ({ spec }) => {
      const asked = spec.listeners.some(
        ({ tls }) => tls !== null && tls.clients !== null && tls.client_ca === null,
      );
      call.out.note(
        `${call.errorStyle.yellow('!')} ${call.t(msg(asked ? 'tls.revoke.connected' : 'tls.revoke.nowhere'))}`,
      );
    },
  });
}

function meant(known: readonly Issued[], word: string): Issued[] {
  const serial = word.replaceAll(':', '').toUpperCase();
  const named = known.filter((one) => one.name === word || one.serial === serial);
  if (named.length === 0) {
    const near = nearest(
      word,
      known.map(({ name }) => name),
    );
    throw fail('usage', msg('tls.revoke.unknown', { name: word }), {
      fix: near === null ? msg('tls.revoke.unknownFix') : msg('cli.usage.didYouMean', { word: near }),
    });
  }
  const open = named.filter(({ revoked }) => revoked === undefined);
  if (open.length === 0) throw fail('usage', msg('tls.revoke.already', { name: word }));
  return open;
}
