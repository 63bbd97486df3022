import { AppError, type Place, type Problem } from '../errors.ts';
import { issueProblems } from './issues.ts';
import { resolveDefaults } from './resolve.ts';
import { type RuleProblem, ruleProblems } from './rules.ts';
import { specSchema } from './schema.ts';
import type { Spec } from './types.ts';
import { readYaml } from './yaml.ts';

/** A spec, and where in its file each part of it stands. */
export interface SpecFile {
  spec: Spec;
  placeOf(path: readonly PropertyKey[]): Place;
}

/**
 * Reads broker.yaml: `text` is the file's content, `file` its name for messages. Returns what is wanted with every
 * default filled in. Throws one AppError('input') that carries every problem, each with file, line and column.
 */
export function loadSpecFile(text: string, file: string): SpecFile {
  const yaml = readYaml(text, file);
  const parsed = specSchema.safeParse(yaml.value);
  if (!parsed.success) throw new AppError('input', issueProblems(parsed.error.issues, yaml));
  const spec = resolveDefaults(parsed.data);
  const broken = ruleProblems(spec, parsed.data);
  if (broken.length > 0) throw new AppError('input', placed(broken, yaml));
  return { spec, placeOf: (path) => yaml.placeOf(path) };
}

/** The same where no later complaint will need a place. */
export function loadSpec(text: string, file: string): Spec {
  return loadSpecFile(text, file).spec;
}

/** Problems at paths of the spec, as problems at places of its file. */
export function placed(problems: readonly RuleProblem[], file: Pick<SpecFile, 'placeOf'>): Problem[] {
  return problems.map(({ path, ...problem }) => ({ ...problem, place: file.placeOf(path) }));
}
