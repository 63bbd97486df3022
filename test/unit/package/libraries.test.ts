import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licenceNotices } from '../../../src/build/libraries.mjs';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the libraries in the program', () => {
  const bill = JSON.parse(read('build/mqtt-setup.cdx.json')) as {
    bomFormat: string;
    metadata: { component: { version: string } };
    components: { name: string; version: string; hashes?: { content: string }[]; licenses: unknown[] }[];
    dependencies: { ref: string; dependsOn?: string[] }[];
  };

  test('are in the bill of materials, each with its version, licence and hash', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.metadata.component.version).toBe(JSON.parse(read('package.json')).version);
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['commander', 'execa', 'handlebars', 'inquirer', 'yaml', 'zod']),
    );
    expect(names).not.toContain('figures');
    for (const { hashes, licenses } of bill.components) {
      expect(hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses).toHaveLength(1);
    }
    expect(bill.dependencies[0]?.dependsOn).toHaveLength(bill.components.length);
  });

  test('have their licences in the package', () => {
    const notices = read('dist/LICENSES.txt');
    for (const { name, version } of bill.components) expect(notices).toContain(`${name} ${version} (`);
    expect(notices).toContain('Permission is hereby granted');
  });

  test('one without a licence text stops the build', () => {
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    try {
      const library = { folder, name: 'bare', version: '1.0.0', license: 'MIT' };
      expect(() => licenceNotices([library])).toThrow('bare 1.0.0: no licence text');
      writeFileSync(join(folder, 'LICENSE.md'), 'Do what you like.\n');
      expect(licenceNotices([library])).toContain('bare 1.0.0 (MIT)\n\nDo what you like.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
