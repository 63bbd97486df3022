import { describeAction } from '../../engine/describe.ts';
import type { EngineEvent } from '../../engine/types.ts';
import type { Translate } from '../../i18n/messages.ts';

/** What happens, as an object for a program that reads along: ids and commands, never the content of a file. */
export function eventJson(event: EngineEvent, english: Translate): object {
  switch (event.type) {
    case 'step-start': {
      const { id, kind, verb, subject } = event.step;
      return { event: event.type, id, kind, action: verb, subject, number: event.number };
    }
    case 'action':
      return { event: event.type, id: event.step.id, command: describeAction(event.action) };
    case 'output':
      return { event: event.type, stream: event.stream, line: event.line };
    case 'step-done':
      return { event: event.type, id: event.step.id, milliseconds: Math.round(event.milliseconds) };
    case 'step-failed':
      return {
        event: event.type,
        id: event.step.id,
        problems: event.problems.map(({ message }) => english(message)),
      };
    case 'rollback-start':
      return { event: event.type, reason: english(event.reason) };
    case 'undo':
      return {
        event: event.type,
        undo: event.undo.type,
        ...('path' in event.undo ? { path: event.undo.path } : {}),
      };
    case 'recovered':
      return { event: event.type, run: event.run, entries: event.entries };
    case 'rehearsed':
      return { event: event.type, checks: event.checks, milliseconds: Math.round(event.milliseconds) };
    case 'waiting':
      return { event: event.type, for: english(event.for) };
    case 'rollback-done':
    case 'rehearsing':
      return { event: event.type };
  }
}
