import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { askAccess } from './access-ask.ts';
import type { AccessAnswer, AccessJob } from './access-types.ts';
import { startIn } from './chroot-broker.ts';

/**
 * A program of its own, which runs in the network of the brokers (see `askInTree`): it starts a broker for each job and
 * asks it. Arguments: the tree, the jobs, the answers.
 */

const [tree = '', jobsFile = '', answersFile = ''] = process.argv.slice(2);
const startMs = 8000;

async function answer(job: AccessJob, index: number): Promise<AccessAnswer[]> {
  const broker = startIn(tree, `/mnt/rw/${index}/mosquitto.conf`);
  try {
    const until = performance.now() + startMs;
    while (!/mosquitto version \S+ running$/m.test(broker.log())) {
      if (broker.exit() !== null || performance.now() > until) throw new Error(broker.log());
      await wait(2);
    }
    return await askAccess({ host: '127.0.0.1', port: 1883, transport: 'tcp' }, job);
  } finally {
    await broker.end(false);
  }
}

async function answerAll(): Promise<void> {
  const jobs = JSON.parse(readFileSync(jobsFile, 'utf8')) as AccessJob[];
  const answers: AccessAnswer[][] = [];
  for (const [index, job] of jobs.entries()) answers.push(await answer(job, index));
  writeFileSync(answersFile, JSON.stringify(answers));
}

// What a socket still waits for keeps nobody here.
void answerAll().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
