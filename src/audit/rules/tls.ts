import { msg } from '../../i18n/messages.ts';
import type { AuditFamily } from './family.ts';

/** Certificates, beside what `check` says of them. */
export const tls = {
  'tls.authority-key': {
    severity: 'low',
    sees: ({ authorityKey }) => (authorityKey === 'unseen' ? msg('audit.unseen.closed') : null),
    *look({ authorityKey }) {
      if (authorityKey === 'unseen' || authorityKey === null || authorityKey.isEncrypted) return;
      yield {
        message: msg('audit.tls.authority-key.found', { path: authorityKey.path }),
        place: { file: authorityKey.path },
        fix: msg('audit.tls.authority-key.fix'),
      };
    },
  },
} as const satisfies AuditFamily;
