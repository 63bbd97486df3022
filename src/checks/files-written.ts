import { msg } from '../i18n/messages.ts';
import { ownPlaces } from '../tls/places.ts';
import type { Check } from './types.ts';

/** Every file of ours still holds what we wrote. */
export const filesWritten: Check = {
  id: 'files.written',
  group: 'files',
  severity: 'medium',
  title: msg('checks.files-written.title'),
  needs: ['machine'],
  async run({ facts }) {
    const written = Object.entries(facts?.records?.written ?? {});
    if (facts === null || written.length === 0) {
      return { status: 'skip', message: msg('checks.files-written.nothing') };
    }
    // The key of our CA may be kept elsewhere between two signatures.
    const { authorityKey } = ownPlaces(facts.layout);
    // A spec of ours that is not in use, since another one was given, is not looked at.
    const looks = written.flatMap(([path, sha256]) => {
      const fact = facts.files[path];
      const isAway = path === authorityKey && fact?.kind === 'missing';
      return fact === undefined || isAway ? [] : [{ path, sha256, fact }];
    });
    const changed = looks
      .filter(({ fact, sha256 }) => fact.kind === 'missing' || (fact.sha256 ?? sha256) !== sha256)
      .map(({ path, fact }) => `${path}: ${fact.kind === 'missing' ? 'missing' : 'changed'}`);
    if (changed.length > 0) {
      return {
        status: 'fail',
        message: msg('checks.files-written.fail'),
        evidence: changed,
        fix: msg('checks.files-written.fix'),
      };
    }
    const unread = looks.filter(({ fact }) => fact.sha256 === null).map(({ path }) => path);
    if (unread.length > 0)
      return { status: 'skip', message: msg('checks.files.unreadable'), evidence: unread };
    return { status: 'pass', message: msg('checks.files-written.pass', { files: looks.length }) };
  },
};
