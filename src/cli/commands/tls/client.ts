import { msg } from '../../../i18n/messages.ts';
import type { Call } from '../../context.ts';
import { bundleJson, bundlePlace, demandPlainName, showBundle } from '../../flow/client-bundle.ts';
import { layoutOf } from '../../flow/layout.ts';
import { change } from './change.ts';

/** A certificate by which one client shows who it is. */
export async function run(call: Call, word: string | undefined): Promise<number> {
  const name = word ?? '';
  demandPlainName(name);
  const place = await bundlePlace(call, name, layoutOf(call).state);
  return change(call, {
    tls: { issue: [name] },
    bundles: new Map([[name, place]]),
    isConsent: true,
    look: ({ accounts }) => {
      if (accounts.some((account) => account.name === name)) return;
      call.out.note(`${call.errorStyle.yellow('!')} ${call.t(msg('tls.client.noAccount', { name }))}`);
    },
    end: (converged) => showBundle(call, converged, name, place),
    more: () => ({ bundle: bundleJson(name, place) }),
  });
}
