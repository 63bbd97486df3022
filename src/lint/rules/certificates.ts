import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { hasCertificate } from '../doors.ts';
import { type Family, placeOfValue } from '../rule.ts';
import type { PemFact } from '../types.ts';
import { type Block, lineIn, type Named, type View } from '../view.ts';

const day = 86_400_000;
/** A renewal that is overdue: Let's Encrypt renews 30 days before the end. */
const soon = 21;

function* pems(view: View): Iterable<{ named: Named; pem: PemFact }> {
  for (const named of view.named) {
    const { certificates, keys } = view.tree;
    const pem = (named.role === 'key' ? keys : certificates)[named.path];
    if (pem !== undefined && named.inEffect) yield { named, pem };
  }
}

/** A bridge goes without, and the rest of the broker runs. */
function stops({ line, placed: { holder } }: Named): boolean {
  return !line.keyword.startsWith('bridge_') && holder !== null && hasCertificate(holder);
}

function printDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export const certificates = {
  'cert.not-pem': {
    severity: 'error',
    *check(view) {
      for (const { named, pem } of pems(view)) {
        if (pem.fault === null) continue;
        const path = shown(named.path, 200);
        yield {
          place: placeOfValue(named.line),
          refused: stops(named),
          message:
            pem.fault === 'encrypted'
              ? msg('lint.cert.not-pem.encrypted', { path })
              : named.role === 'key'
                ? msg('lint.cert.not-pem.key', { path })
                : msg('lint.cert.not-pem.found', { path }),
          fix:
            pem.fault === 'encrypted'
              ? msg('lint.cert.not-pem.decrypt', { path })
              : msg('lint.cert.not-pem.fix'),
        };
      }
    },
  },
  'cert.key-mismatch': {
    severity: 'error',
    *check(view) {
      const sides: [readonly Block[], string, string, boolean][] = [
        [[...view.listeners, view.implied], 'certfile', 'keyfile', true],
        [view.bridges, 'bridge_certfile', 'bridge_keyfile', false],
      ];
      for (const [blocks, certfile, keyfile, refused] of sides)
        for (const block of blocks) {
          const [certificate, key] = [lineIn(block, certfile), lineIn(block, keyfile)];
          if (certificate === null || key === null) continue;
          const [one, other] = [view.tree.certificates[certificate.value], view.tree.keys[key.value]];
          if (one == null || other == null || one.publicKey === null || other.publicKey === null) continue;
          if (one.publicKey === other.publicKey) continue;
          yield {
            place: placeOfValue(key),
            refused,
            message: msg('lint.cert.key-mismatch.found', {
              key: shown(key.value, 200),
              certificate: shown(certificate.value, 200),
            }),
            fix: msg('lint.cert.key-mismatch.fix'),
          };
        }
    },
  },
  'cert.expired': {
    severity: 'error',
    *check(view) {
      for (const { named, pem } of pems(view)) {
        if (pem.notAfter === null || pem.notAfter > view.tree.now) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.cert.expired.found', {
            subject: shown(pem.subject),
            day: printDay(pem.notAfter),
          }),
          fix: msg('lint.cert.expired.fix'),
        };
      }
    },
  },
  'cert.not-yet-valid': {
    severity: 'error',
    *check(view) {
      for (const { named, pem } of pems(view)) {
        if (pem.notBefore === null || pem.notBefore <= view.tree.now) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.cert.not-yet-valid.found', {
            subject: shown(pem.subject),
            day: printDay(pem.notBefore),
          }),
          fix: msg('lint.cert.not-yet-valid.fix'),
        };
      }
    },
  },
  'cert.expires-soon': {
    severity: 'warning',
    *check(view) {
      for (const { named, pem } of pems(view)) {
        const left = pem.notAfter === null ? null : Math.floor((pem.notAfter - view.tree.now) / day);
        if (pem.notAfter === null || left === null || left < 0 || left >= soon) continue;
        if (pem.notAfter <= view.tree.now) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.cert.expires-soon.found', {
            subject: shown(pem.subject),
            day: printDay(pem.notAfter),
            left,
          }),
          fix: msg('lint.cert.expires-soon.fix'),
        };
      }
    },
  },
} satisfies Family;
