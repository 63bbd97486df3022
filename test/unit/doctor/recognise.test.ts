import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../src/doctor/diagnose.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { causesIn, logLines } from '../../helpers/doctor-said.ts';

const refused = 'Error: Unable to open acl_file "/etc/mosquitto/acl".';

describe('what is recognised in a log', () => {
  it('is told of a few clients, however many have the same trouble', () => {
    const text = Array.from(
      { length: 10_000 },
      (_, at) => `Outgoing messages are being dropped for client c${at}.`,
    );
    const found = diagnoseLog(logLines(text.join('\n')));
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 5 }, () => 'connection.queue-full'));
    expect(found.at(-1)?.evidence[0]).toContain('(9996×)');
  });

  it('is what the last reload has left', () => {
    const again = 'Reloading config.';
    expect(causesIn([again, refused].join('\n')).causes).toEqual(['acl.lost-at-reload']);
    expect(causesIn([again, refused, again].join('\n')).causes).toEqual([]);
    expect(causesIn([again, 'Error: Something new.', again].join('\n')).unknown).toEqual([]);
    // A start of its own is no reload.
    const start = 'mosquitto version 2.0.11 starting';
    expect(causesIn([again, start, refused].join('\n')).causes).toEqual(['acl.unopened']);
  });

  it('shows no hash, and no line at any length', async () => {
    const hash = '$7$101$AAAAAAAAAAAAAAAA$BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB==';
    const text = [
      `password-file: Error: Invalid line in password file '/pw': :${hash}`,
      `Error: Unheard of ${hash}`,
      `Client ${'x'.repeat(50_000)} already connected, closing old connection.`,
      `Client ${'x'.repeat(50_000)} already connected, closing old connection.`,
      `Client ${'x'.repeat(50_000)} already connected, closing old connection.`,
    ].join('\n');
    const t = await translator('en', 'all');
    const found = diagnoseLog(logLines(text));
    const said = found.flatMap(({ message, evidence }) => [t(message), ...evidence]).join('\n');
    expect(found).toHaveLength(3);
    expect(said).not.toContain('BBBB');
    expect(said.length).toBeLessThan(2500);
  });

  it('is nothing in noise, and noise breaks nothing', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `Error: ${text}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(causesIn(lines.join('\n')).causes).toEqual([]);
      }),
    );
  });
});
