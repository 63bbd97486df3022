import type { Message } from '../i18n/messages.ts';
import type { Acme } from '../spec/types.ts';
import type { Needs, Work } from './own.ts';

/** A file of a certificate or a key, as it should be. */
export interface CertificateFile {
  id: string;
  path: string;
  /** Of no matter where `isComing`. */
  content: string;
  /** A private key. */
  secret: boolean;
  /** Who may read what is secret: root (or the owner of a local broker) alone, or the broker. */
  owner: 'us' | 'broker';
  notify: 'reload' | 'restart' | null;
  /** What is shown instead of the content; null where that is shown itself. */
  says: Message | null;
  /** It is made, or fetched, before the plan is carried out. */
  isComing: boolean;
  why: Message;
}

/** What has to be made first. */
export interface CertificateWork {
  own: (Work & { needs: Needs }) | null;
  acme: Acme | null;
}
