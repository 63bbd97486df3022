import { msg } from '../../i18n/messages.ts';
import { type View, viewOf } from '../../lint/view.ts';
import type { AuditFamily } from './family.ts';

const lastValue = (view: View, keyword: string): string | undefined =>
  view.lines.findLast(({ line }) => line.keyword === keyword)?.line.value;

/** What one client may take from all the others, and what would be known of it afterwards. */
export const limits = {
  'limits.packets': {
    severity: 'medium',
    *look({ patient: { tree, version } }) {
      const view = viewOf(tree, version);
      const value = lastValue(view, 'max_packet_size') ?? lastValue(view, 'message_size_limit');
      // 2.1 limits packets by itself, to 2,000,000 bytes.
      if (value === undefined ? view.traits.limitsPackets : Number(value) > 0) return;
      yield { message: msg('audit.limits.packets.found'), fix: msg('audit.limits.packets.fix') };
    },
  },
  'limits.sessions': {
    severity: 'low',
    *look({ patient: { tree, version } }) {
      const view = viewOf(tree, version);
      if (
        lastValue(view, 'persistence') === undefined ||
        lastValue(view, 'persistent_client_expiration') !== undefined
      )
        return;
      yield { message: msg('audit.limits.sessions.found'), fix: msg('audit.limits.sessions.fix') };
    },
  },
  'log.errors': {
    severity: 'low',
    *look({ patient: { tree, version } }) {
      const types = viewOf(tree, version).lines.filter(({ line }) => line.keyword === 'log_type');
      if (types.length === 0 || types.some(({ line }) => /^(?:all|error)\b/.test(line.value))) return;
      yield { message: msg('audit.log.errors.found'), fix: msg('audit.log.errors.fix') };
    },
  },
} as const satisfies AuditFamily;
