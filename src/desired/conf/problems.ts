import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { acceptsValue } from '../../mosquitto/options/accepts.ts';
import { valueIn } from '../../mosquitto/options/by-version.ts';
import { findOption, isKnownIn, options } from '../../mosquitto/options/registry.ts';
import { printVersion, traitsOf } from '../../mosquitto/traits.ts';
import { parseVersion, type Version } from '../../mosquitto/version.ts';
import type { RuleProblem } from '../../spec/rules.ts';
import { nearest } from '../../spec/suggest.ts';
import type { Spec } from '../../spec/types.ts';
import { extraProblem } from './extra.ts';
import { type MainFile, mainFile } from './main-file.ts';
import { placeProblems } from './places.ts';
import { confSections } from './sections.ts';
import type { From, Setting } from './types.ts';

/**
 * What the spec asks for that this broker, or this machine, cannot give: options that its version does not know, values
 * that it does not take, extra lines that contradict what is managed. All of it, at its path in broker.yaml.
 */
export function confProblems(spec: Spec, facts: Facts, mainText?: string): RuleProblem[] {
  const version = facts.mosquitto.version === null ? null : parseVersion(facts.mosquitto.version);
  const main = mainFile(facts, mainText);
  const sections = confSections(spec, facts, new Map(), mainText);
  return [
    ...placeProblems(spec, facts, main, traitsOf(version)),
    ...sections.flatMap(({ lines }) => [
      ...lines.flatMap((line) => (line.from === null ? [] : lineProblem(line, line.from, version, main))),
      ...repeated(lines, version),
    ]),
  ];
}

/** What may stand once only in a block stands there twice: by `extra`, since everything else is written once. */
function repeated(lines: readonly Setting[], version: Version | null): RuleProblem[] {
  return lines.flatMap(({ keyword, value, from, isExtra }, index) => {
    const option = findOption(keyword);
    const isFatal = option !== null && valueIn(option.again, version) === 'fatal';
    const first = lines.findIndex((line) => line.keyword === keyword);
    return isFatal && isExtra === true && from !== null && first < index
      ? [{ path: [...from], message: msg('conf.twice', { option: keyword, value }) }]
      : [];
  });
}

function lineProblem(
  line: Setting,
  from: NonNullable<From>,
  version: Version | null,
  main: MainFile,
): RuleProblem[] {
  const { keyword, value } = line;
  const path = [...from];
  const option = findOption(keyword);
  if (option === null) {
    const word = nearest(keyword, [...options.keys()]);
    const fix = word === null ? {} : { fix: msg('spec.did-you-mean', { word }) };
    return [{ path, message: msg('conf.option.unknown', { option: keyword }), ...fix }];
  }
  const contradiction = line.isExtra ? extraProblem(option, from) : null;
  if (contradiction !== null) return [{ path, ...contradiction }];
  const shown = version === null ? '2.0.11' : printVersion(version);
  if (!isKnownIn(option, version)) {
    const message =
      option.removed === null
        ? msg('conf.option.later', { option: keyword, since: option.since, version: shown })
        : msg('conf.option.removed', { option: keyword, removed: option.removed, version: shown });
    return [{ path, message }];
  }
  if (!acceptsValue(option, value, version))
    return [
      {
        path,
        message: msg('conf.value', { option: keyword, value, version: shown }),
        fix: msg('conf.explain', { option: keyword }),
      },
    ];
  // What may stand once only, and stands in the file that loads ours, stops the broker.
  if (option.scope === 'broker' && valueIn(option.again, version) === 'fatal' && main.has(keyword))
    return [{ path, message: msg('conf.twice', { option: keyword, value: main.get(keyword) ?? '' }) }];
  return [];
}
