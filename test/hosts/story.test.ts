import { afterAll, beforeAll, describe, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Init, Release } from '../helpers/host-tree.ts';
import { story } from './story-steps.ts';

/** A distribution that we say works has a line here. */
const hosts: readonly { release: Release; init: Init }[] = [
  { release: 'bookworm', init: 'systemd' },
  { release: 'trixie', init: 'systemd' },
  { release: 'forky', init: 'systemd' },
  { release: 'bookworm', init: 'none' },
  { release: 'bookworm', init: 'sysv' },
];

describeHosts('the whole story, from a bare machine', () => {
  describe.each(hosts)('$release, init $init', (kind) => {
    let host: TestHost;
    let broken = false;

    beforeAll(async () => {
      host = await bootHost({ ...kind, network: 'apt' });
    });
    afterAll(async () => {
      await host?.stop();
    });

    for (const step of story.filter(({ only }) => only?.includes(kind.init) ?? true)) {
      test(step.name, async (context) => {
        if (broken) context.skip('the step that everything stands on failed');
        broken = step.essential === true;
        await step.run(host);
        broken = false;
      });
    }
  });
});
