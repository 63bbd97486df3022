import { msg } from '../../i18n/messages.ts';
import { type ConfLine, confBoolean, firstWord } from '../../mosquitto/formats/conf.ts';
import { isSince, valueIn } from '../../mosquitto/options/by-version.ts';
import type { Option } from '../../mosquitto/options/registry.ts';
import { shown } from '../../shown.ts';
import { at, type Family, placeOf, placeOfValue } from '../rule.ts';
import type { Placed, View } from '../view.ts';

/** Two lines of one option that meet, in the order in which they are read. */
interface Meeting {
  name: string;
  option: Option;
  first: ConfLine;
  second: ConfLine;
}

/** `log_dest` may be repeated, but not with a second file. */
function nameOf({ line, option }: Placed): string {
  const name = option.sameAs ?? option.name;
  return line.keyword === 'log_dest' && firstWord(line.value) === 'file' ? 'log_dest file' : name;
}

/** Each line with the one before it that it meets: the same option of the same listener, bridge or broker. */
function* meetings(view: View, isWanted: (again: string) => boolean): Iterable<Meeting> {
  const seen = new Map<object, Map<string, ConfLine>>();
  for (const placed of view.lines) {
    const { option, holder, line } = placed;
    if (holder === null) continue;
    const name = nameOf(placed);
    const again = name === 'log_dest file' ? 'fatal' : valueIn(option.again, view.version);
    if (!isWanted(again)) continue;
    const own = seen.get(holder) ?? new Map<string, ConfLine>();
    seen.set(holder, own);
    const first = own.get(name);
    if (first !== undefined) yield { name, option, first, second: line };
    own.set(name, line);
  }
}

function isReopened({ name, first, second }: Meeting): boolean {
  return (
    name === 'allow_anonymous' && confBoolean(first.value) === false && confBoolean(second.value) === true
  );
}

function sayAgain(line: ConfLine, option: Option): string {
  return option.secret === 'value' ? '…' : shown(line.value);
}

/** Lines that meet others: repeated, overridden, too late, too early, old. */
export const order = {
  'conf.duplicate': {
    severity: 'error',
    *check(view) {
      for (const { name, first, second } of meetings(view, (again) => again === 'fatal'))
        yield {
          place: placeOf(second),
          refused: true,
          message: msg('lint.conf.duplicate.found', { name, first: at(first) }),
          fix: msg('lint.conf.duplicate.fix', { first: at(first), second: at(second) }),
        };
    },
  },
  'conf.overridden': {
    severity: 'warning',
    *check(view) {
      for (const meeting of meetings(view, (again) => again === 'wins')) {
        const { name, option, first, second } = meeting;
        if (first.value === second.value || isReopened(meeting)) continue;
        yield {
          place: placeOf(first),
          message: msg('lint.conf.overridden.found', {
            name,
            value: sayAgain(first, option),
            other: sayAgain(second, option),
            second: at(second),
          }),
          fix: msg('lint.conf.overridden.fix', { second: at(second) }),
        };
      }
    },
  },
  'conf.reopened': {
    severity: 'error',
    *check(view) {
      for (const meeting of meetings(view, (again) => again === 'wins')) {
        if (!isReopened(meeting)) continue;
        yield {
          place: placeOf(meeting.second),
          message: msg('lint.conf.reopened.found', { first: at(meeting.first) }),
          fix: msg('lint.conf.reopened.fix', { second: at(meeting.second) }),
        };
      }
    },
  },
  'conf.true-stays': {
    severity: 'warning',
    *check(view) {
      for (const { name, first, second } of meetings(view, (again) => again === 'true-stays')) {
        if (confBoolean(first.value) !== true || confBoolean(second.value) !== false) continue;
        yield {
          place: placeOf(second),
          message: msg('lint.conf.true-stays.found', { name, first: at(first) }),
          fix: msg('lint.conf.true-stays.fix', { first: at(first) }),
        };
      }
    },
  },
  'conf.per-listener-late': {
    severity: 'error',
    *check(view) {
      let security: ConfLine | null = null;
      for (const { line, option, perListener } of view.lines) {
        const isSwitch = line.keyword === 'per_listener_settings';
        const isOn = perListener && view.traits.perListenerTrueStays;
        if (isSwitch && security !== null && !isOn && confBoolean(line.value) === true)
          yield {
            place: placeOf(line),
            refused: true,
            message: msg('lint.conf.per-listener-late.found', {
              name: security.keyword,
              first: at(security),
            }),
            fix: msg('lint.conf.per-listener-late.fix', { file: view.tree.main.path }),
          };
        const isRetain = view.traits.countsRetainSource && line.keyword === 'check_retain_source';
        if (option.scope === 'security' || isRetain) security ??= line;
      }
    },
  },
  'conf.early-security': {
    severity: 'error',
    *check(view) {
      for (const { line, option, perListener, listener } of view.lines) {
        if (!perListener || listener !== null || option.scope !== 'security') continue;
        const refused = view.traits.refusesEarlySecurity;
        yield {
          place: placeOf(line),
          refused,
          message: refused
            ? msg('lint.conf.early-security.refused', { name: line.keyword })
            : msg('lint.conf.early-security.found', { name: line.keyword }),
          fix: msg('lint.conf.early-security.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.not-per-listener': {
    severity: 'warning',
    *check(view) {
      if (view.listeners.length < 2) return;
      for (const { line, option, perListener, listener } of view.lines) {
        if (perListener || listener === null || listener === view.implied) continue;
        if (option.scope !== 'security') continue;
        yield {
          place: placeOf(line),
          message: msg('lint.conf.not-per-listener.found', { name: line.keyword }),
          fix: msg('lint.conf.not-per-listener.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.deprecated': {
    severity: 'info',
    *check(view) {
      for (const { line, option } of view.lines) {
        const old = option.deprecated;
        if (old === null || !isSince(view.version, old.since)) continue;
        yield {
          place: placeOf(line),
          message: msg('lint.conf.deprecated.found', { name: line.keyword, since: old.since }),
          fix:
            old.by === null
              ? msg('lint.conf.deprecated.drop')
              : msg('lint.conf.deprecated.fix', { name: old.by }),
        };
      }
    },
  },
  'conf.reset-by-reload': {
    severity: 'info',
    *check(view) {
      for (const { line, option } of view.lines) {
        if (valueIn(option.effect, view.version) !== 'reset') continue;
        if (line.value === valueIn(option.default, view.version)) continue;
        yield {
          place: placeOfValue(line),
          message: msg('lint.conf.reset-by-reload.found', {
            name: line.keyword,
            default: valueIn(option.default, view.version) ?? '',
          }),
          fix: msg('lint.conf.reset-by-reload.fix'),
        };
      }
    },
  },
} satisfies Family;
