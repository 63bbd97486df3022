import { describe, expect, test } from 'vitest';
import { eventPrinter } from '../../../src/cli/flow/events.ts';
import { linesOutput, quietOutput } from '../../../src/cli/outputs.ts';
import type { EngineEvent, Step } from '../../../src/engine/types.ts';
import { fail } from '../../../src/errors.ts';
import { enAll } from '../../../src/i18n/en-all.ts';
import { type Message, msg } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { callOf } from '../../helpers/call.ts';

const step: Step = {
  id: 'packages',
  kind: 'packages',
  verb: 'install',
  subject: 'mosquitto',
  why: msg('engine.why.firstStart'),
  before: null,
  after: null,
  actions: [],
  undo: [],
  notify: null,
};
const action = { type: 'exec', argv: ['apt-get', '-q', 'update'], timeoutMs: 1 } as const;

/** One of every kind. */
const all: EngineEvent[] = [
  { type: 'recovered', run: 'mqtt-setup apply', entries: 3 },
  { type: 'waiting', for: msg('engine.lock.packages', { who: 'apt (pid 7)' }) },
  { type: 'step-start', step, number: 1 },
  { type: 'action', step, action: { ...action, argv: [...action.argv] } },
  { type: 'output', line: 'Hit:1 \u001b[2J', stream: 'stdout' },
  { type: 'step-done', step, milliseconds: 12.7 },
  { type: 'rehearsing' },
  { type: 'rehearsed', checks: 7, milliseconds: 300 },
  { type: 'step-failed', step, problems: fail('no', msg('engine.interrupted')).problems },
  { type: 'rollback-start', reason: msg('engine.rollback.stepFailed') },
  { type: 'undo', undo: { type: 'rmdir', path: '/x' } },
  { type: 'rollback-done' },
];

const t = (message: Message): string => say(enAll, message);

describe('what happens', () => {
  test('is one object a line for a program', () => {
    const call = callOf({ options: { jsonLines: true }, t, english: t });
    const print = eventPrinter(call);
    for (const event of all) print(event);
    const objects = call.results.map((line) => JSON.parse(line) as { event: string });
    expect(objects.map(({ event }) => event)).toEqual(all.map(({ type }) => type));
    expect(call.results.every((line) => !line.includes('\n'))).toBe(true);
    expect(objects[3]).toEqual({ event: 'action', id: 'packages', command: 'apt-get -q update' });
    expect(call.notes).toEqual([]);
  });

  test('is explained word by word, each word once', () => {
    const call = callOf({ options: { explain: true }, t, english: t });
    const print = eventPrinter(call);
    for (let twice = 0; twice < 2; twice++)
      print({ type: 'action', step, action: { ...action, argv: [...action.argv] } });
    const text = call.notes.join('\n');
    expect(text.match(/\$ apt-get -q update/g)).toHaveLength(2);
    expect(text.match(/update {2}fetches the list of what can be installed/g)).toHaveLength(1);
    expect(text.match(/-q {2}without a progress bar/g)).toHaveLength(1);
  });

  test('never reaches a terminal raw', () => {
    const call = callOf({ options: { verbose: true }, t, english: t });
    const print = eventPrinter(call);
    for (const event of all) print(event);
    expect(call.notes.join('\n')).not.toContain('\u001b[2J');
  });
});

describe('outputs', () => {
  const spy = () => {
    const said: string[] = [];
    const put = (text: string): void => void said.push(text);
    return { said, out: { result: put, prose: put, note: put, flash: () => undefined, live: true } };
  };

  test('quiet leaves results alone', () => {
    const { said, out } = spy();
    const quiet = quietOutput(out);
    quiet.note('a note');
    quiet.result('a result');
    quiet.prose('a sentence');
    expect(said).toEqual(['a result', 'a sentence']);
    expect(quiet.live).toBe(false);
  });

  test('lines are objects in one line; what is no JSON stays', () => {
    const { said, out } = spy();
    const lines = linesOutput(out);
    lines.result('{\n  "a": [\n    1\n  ]\n}');
    lines.result('# a script\n');
    expect(said).toEqual(['{"a":[1]}', '# a script\n']);
  });
});
