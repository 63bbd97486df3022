import { describe, test } from 'vitest';
import { whyNoHosts } from './host-needs.ts';

/**
 * `describe` for tests on booted machines. Where none can be booted it says so in one line and skips them;
 * under CI, which is there to run them, they fail.
 */
export function describeHosts(title: string, body: () => void): void {
  const why = whyNoHosts();
  if (why === null) {
    describe(title, body);
  } else if (process.env.CI) {
    describe(title, () => {
      test('machines can be booted', () => {
        throw new Error(why);
      });
    });
  } else {
    process.stderr.write(`skipped: ${title}: ${why}\n`);
    describe.skip(title, body);
  }
}
