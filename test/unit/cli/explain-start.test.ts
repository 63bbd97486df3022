import { describe, expect, it } from 'vitest';
import { explainStart } from '../../../src/cli/flow/explain-start.ts';
import { AppError } from '../../../src/errors.ts';
import { enAll } from '../../../src/i18n/en-all.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';

const said = (text: string) => ({ message: msg('host.init.said', { source: 'journal', text }) });

describe('a failed start', () => {
  it('is told by its cause, with the place, before the broker’s own words', () => {
    const error = explainStart(
      new AppError('no', [
        { message: msg('host.init.startFailed') },
        said('Error: Unknown configuration variable "allow_anonimous".'),
        said('Error found at /etc/mosquitto/conf.d/x.conf:3.'),
      ]),
    ) as AppError;
    expect(error.problems.map(({ message }) => say(enAll, message))).toEqual([
      'the broker did not start',
      'The broker does not know the option allow_anonimous and ends',
      'journal: Error: Unknown configuration variable "allow_anonimous".',
      'journal: Error found at /etc/mosquitto/conf.d/x.conf:3.',
    ]);
    expect(error.problems[1]).toMatchObject({ place: { file: '/etc/mosquitto/conf.d/x.conf', line: 3 } });
    expect(error.exit).toBe('no');
  });

  it('stays as it is where nobody knows the words, and any other error does', () => {
    const strange = new AppError('no', [said('Error: something new')]);
    expect((explainStart(strange) as AppError).problems).toEqual(strange.problems);
    const bug = new Error('bug');
    expect(explainStart(bug)).toBe(bug);
  });
});
