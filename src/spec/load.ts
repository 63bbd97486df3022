import { AppError } from '../errors.ts';
import { issueProblems } from './issues.ts';
import { resolveDefaults } from './resolve.ts';
import { ruleProblems } from './rules.ts';
import { specSchema } from './schema.ts';
import type { Spec } from './types.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads broker.yaml: `text` is the file's content, `file` its name for messages. Returns what is wanted with every
 * default filled in. Throws one AppError('input') that carries every problem, each with file, line and column.
 */
export function loadSpec(text: string, file: string): Spec {
  const yaml = readYaml(text, file);
  const parsed = specSchema.safeParse(yaml.value);
  if (!parsed.success) throw new AppError('input', issueProblems(parsed.error.issues, yaml));
  const spec = resolveDefaults(parsed.data);
  const broken = ruleProblems(spec);
  if (broken.length === 0) return spec;
  throw new AppError(
    'input',
    broken.map(({ path, ...problem }) => ({ ...problem, place: yaml.placeOf(path) })),
  );
}
