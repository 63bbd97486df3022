import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { dist, loadedFiles } from '../../helpers/loaded-files.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What may be in the package, and nothing else. */
const allowed = [
  /^(package\.json|LICENSE|README\.md|README\.fr\.md)$/,
  /^dist\/(mqtt-setup\.mjs|package\.json|LICENSES\.txt)$/,
  /^dist\/chunks\/(cli|complete|[\w-]+-[\w-]{8})\.mjs$/,
  /^dist\/man\/mqtt-setup\.1$/,
];

interface Packed {
  size: number;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

describe('what npm gets', () => {
  let packed: Packed;
  beforeAll(async () => {
    const argv = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await execa('npm', argv, { cwd: root });
    const answer = JSON.parse(stdout) as Packed[] | Record<string, Packed>;
    const [first] = Object.values(answer);
    if (first === undefined) throw new Error(stdout);
    packed = first;
  });

  test('is small: kilobytes packed and on disk, and files', () => {
    expect(packed.size).toBeLessThan(640_000);
    expect(packed.unpackedSize).toBeLessThan(2 * 1024 * 1024);
    expect(packed.files.length).toBeLessThan(40);
  });

  test('is what should be in there', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !allowed.some((form) => form.test(path)))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['dist/mqtt-setup.mjs', 'dist/chunks/cli.mjs', 'LICENSE']));
  });

  test('installs nothing else and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const name of [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundleDependencies',
      'bundledDependencies',
    ])
      expect(manifest[name]).toBeUndefined();
    const scripts = Object.keys(manifest['scripts'] as object);
    expect(scripts.filter((name) => /install|^prepare$|^(pre|post)uninstall$/.test(name))).toEqual([]);
  });

  test('is as publint wants it', async () => {
    const { exitCode, all } = await execa('npx', ['publint', '--strict'], {
      cwd: root,
      reject: false,
      all: true,
    });
    expect(exitCode, all).toBe(0);
  });
});

describe('a start loads little', () => {
  test('--version: the entry alone, which is small', async () => {
    expect(await loadedFiles('--version')).toEqual(['mqtt-setup.mjs']);
    expect(statSync(join(dist, 'mqtt-setup.mjs')).size).toBeLessThan(10_000);
  });

  test('--help: the command line, and the texts of one language', async () => {
    const loaded = await loadedFiles('--help', '--lang', 'en');
    expect(loaded.length).toBeLessThanOrEqual(4);
    const bytes = loaded.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0);
    expect(bytes).toBeLessThan(220_000);
    expect(loaded.filter((path) => /fr-|zod|yaml|inquirer|streams/.test(path))).toEqual([]);
  });

  test('a check loads no question, no websocket and no template', async () => {
    const loaded = await loadedFiles('check', join(root, 'package.json'));
    expect(loaded.filter((path) => /inquirer|\/ws-|fr-/.test(path))).toEqual([]);
  });
});
