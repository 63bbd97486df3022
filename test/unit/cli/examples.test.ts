import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commonOptions } from '../../../src/cli/commands/common-options.ts';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import type { CommandRow } from '../../../src/cli/commands/types.ts';

/** The words of an example as a shell hands them over, up to a redirection or a second command. */
function words(example: string): string[] {
  const [first = ''] = example.split(/ (?:>|&&|\|) /);
  return [...first.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

/** What is wrong with an example, by the parser that reads real command lines; null where it is read. */
function fault(row: CommandRow, example: string): string | null {
  const [name, ...rest] = words(example);
  const target = commandRows.find((known) => known.name === name);
  if (target === undefined) return `no command ${name ?? ''}`;
  const command = new Command(name).exitOverride().allowExcessArguments(false);
  command.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  if (target.anyOption === true) command.allowUnknownOption();
  if (target.hostOption === true) command.helpOption('--help');
  for (const { syntax } of target.args ?? []) command.argument(syntax);
  for (const { flags } of [...(target.options ?? []), ...commonOptions]) command.option(flags);
  try {
    command.parse(rest, { from: 'user' });
    return target === row || example.includes(`mqtt-setup ${row.name}`) ? null : `is about ${target.name}`;
  } catch (error) {
    return String(error);
  }
}

describe.each(commandRows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
  test('has three examples or more, each another one', () => {
    expect(new Set(row.examples).size).toBeGreaterThanOrEqual(3);
    expect(new Set(row.examples).size).toBe(row.examples.length);
  });

  test('shows command lines that are read', () => {
    expect(row.examples.flatMap((example) => fault(row, example) ?? [])).toEqual([]);
  });
});
