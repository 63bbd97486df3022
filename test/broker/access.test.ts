import { describe, expect, test } from 'vitest';
import { askAccess } from '../helpers/access-ask.ts';
import { accessConf, accessJobs } from '../helpers/access-cases.ts';
import { hold } from '../helpers/access-compare.ts';
import { versionOf } from '../helpers/lint.ts';
import { noBroker, startMosquitto } from '../helpers/mosquitto.ts';

/** What we say of an ACL file, and what the broker of this machine does with it: thousands more in `hosts/access.test.ts`. */
describe.skipIf(noBroker() !== null)('rights', () => {
  test('are what the broker makes of them', async () => {
    const wrong: string[] = [];
    let cases = 0;
    let allowed = 0;
    for (const job of accessJobs(4, 1)) {
      const broker = await startMosquitto({
        conf: accessConf('PORT', 'DIR'),
        acl: job.acl,
      });
      try {
        const version = versionOf(/mosquitto version (\S+) running/.exec(broker.log())?.[1] ?? '');
        const door = { host: '127.0.0.1', port: broker.port, transport: 'tcp' } as const;
        const held = hold(job, await askAccess(door, job), version);
        wrong.push(...held.disagreements);
        cases += held.cases;
        allowed += held.allowed;
      } finally {
        await broker.stop();
      }
    }
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(1500);
    expect(allowed / cases).toBeGreaterThan(0.1);
  });
});
