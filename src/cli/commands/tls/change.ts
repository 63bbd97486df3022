import { exitCodes } from '../../../errors.ts';
import type { Call } from '../../context.ts';
import { converge } from '../../flow/converge.ts';
import { declaredOr } from '../../flow/decide-accounts.ts';
import type { Declared } from '../../flow/declared.ts';
import { printConverged } from '../../flow/print-converged.ts';
import type { Converged, Decision } from '../../flow/types.ts';

interface Change extends Pick<Decision, 'tls' | 'bundles'> {
  /** Looks at what is declared, before anything else. */
  look?: (declared: Declared) => void;
  /** Another text of broker.yaml. */
  edit?: (specText: string, file: string) => string;
  /** What else is printed when it is done; `more` with --json. */
  end?: (converged: Converged) => void;
  more?: (converged: Converged) => object;
  /** The command itself is the consent. */
  isConsent: boolean;
}

/** What all actions of `tls` that change something have in common: the way of every change, proven in full. */
export async function change(call: Call, wish: Change): Promise<number> {
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge(
    call,
    async (declared, facts) => {
      const decision = declaredOr(declared, facts.layout.spec);
      wish.look?.(declared);
      return {
        ...decision,
        ...(wish.edit === undefined ? {} : { specText: wish.edit(decision.specText, facts.layout.spec) }),
        ...(wish.tls === undefined ? {} : { tls: wish.tls }),
        ...(wish.bundles === undefined ? {} : { bundles: wish.bundles }),
      };
    },
    { dryRun, consentImplied: wish.isConsent, proof: 'full', proveIdle: false, needsSpec: true },
  );
  const isDone = converged.outcome !== null;
  printConverged(call, converged, {
    dryRun,
    card: false,
    ...(wish.more === undefined || !isDone ? {} : { more: wish.more(converged) }),
  });
  if (converged.report !== null && !converged.report.ok) return exitCodes.no;
  if (isDone && !call.json) wish.end?.(converged);
  return exitCodes.ok;
}
