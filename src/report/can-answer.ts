import type { Origin } from '../access/declared.ts';
import type { Message } from '../i18n/messages.ts';
import type { Extent } from '../mosquitto/access/coverage.ts';
import type { HintKind } from '../mosquitto/access/hint.ts';
import type { Why } from '../mosquitto/access/types.ts';

/** A rule, and where it stands: null where nothing is written yet, or we may not look. */
export interface Where {
  text: string;
  file: string | null;
  line: number | null;
  column: number | null;
  /** What of broker.yaml it comes from; empty for somebody's ACL file. */
  from: Origin[];
}

/** The answer to one question. */
export interface Answer {
  /** Null for a client without a name. */
  user: string | null;
  clientId: string | null;
  access: 'publish' | 'subscribe';
  /** As it was asked; a filter where it has wildcards. */
  topic: string;
  isFilter: boolean;
  /** How much of it; 'some' for filters alone. */
  extent: Extent;
  /** 'no-login': nobody without a name gets in. 'shared-dollar': shared subscriptions get nothing that starts with `$`. */
  why: Why | 'no-login' | 'shared-dollar';
  by: Where | null;
  hint: { kind: HintKind; where: Where; filter: string; value: string | null } | null;
  /** Names that are near the one asked about, and have rules. */
  nearName: string | null;
  /** Roles that would allow it. */
  roles: string[];
  /** For filters: which rule speaks of which part. */
  parts: { filter: string; allowed: boolean; where: Where }[];
  /** Listeners put this before every topic of their clients: what they may do there. */
  mounts: { mountPoint: string; extent: Extent }[];
  faults: Fault[];
}

/** A line for which the broker refuses the whole file. */
export interface Fault {
  file: string;
  line: number;
  column: number;
  text: string;
  message: Message;
}
