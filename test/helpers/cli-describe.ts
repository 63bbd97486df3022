import { afterAll, describe, test } from 'vitest';
import { openSandbox, type Sandbox } from './cli-sandbox.ts';

/** A suite around the built program, with a sandbox of its own; left out with a line where no broker can be had. */
export function describeCli(title: string, define: (sandbox: Sandbox) => void): void {
  describe(title, async () => {
    const sandbox = await openSandbox();
    if (sandbox === null) {
      test.skip('no mosquitto', () => {});
      return;
    }
    afterAll(() => sandbox.dispose());
    define(sandbox);
  });
}
