// The libraries whose code is in the bundle: their licences, which must go with it, and a bill of materials.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages without a file of their licence, and where its text was found. Whoever has neither fails the build. */
const stated = {};

/** The packages that chunks hold something of, by name, each with its manifest and the folder it lies in. */
export function librariesIn(chunks) {
  const folders = new Map();
  for (const { modules } of chunks)
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder === undefined || id.startsWith('\0') || renderedLength === 0) continue;
      folders.set(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    }
  return [...folders]
    .map(([folder, { name, version, license }]) => ({ folder, name, version, license }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every licence text, once, under the names of those that it is of. Throws where one is missing. */
export function licenceNotices(libraries) {
  const byText = new Map();
  for (const { folder, name, version, license } of libraries) {
    const text = licenceText(folder) ?? stated[name];
    if (!text || !license)
      throw new Error(`${name} ${version}: no licence text; see src/build/libraries.mjs`);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `mqtt-setup contains parts of these packages, under these licences.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt|markdown))?$/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** A bill of materials in CycloneDX 1.5. The same program always has the same one: it holds no time and no number. */
export function billOfMaterials(libraries, { version, license }, root) {
  const lock = join(root, 'package-lock.json');
  const { packages = {} } = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')) : {};
  const program = { type: 'application', name: 'mqtt-setup', version, purl: `pkg:npm/mqtt-setup@${version}` };
  const licences = (id) => (/[ ()]/.test(id) ? [{ expression: id }] : [{ license: { id } }]);
  const components = libraries.map(({ folder, name, version, license }) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const path = folder.slice(folder.indexOf('/node_modules/') + 1);
    const [algorithm, digest] = (packages[path]?.integrity ?? '').split('-');
    const content = digest && Buffer.from(digest, 'base64').toString('hex');
    const hashes = algorithm === 'sha512' ? { hashes: [{ alg: 'SHA-512', content }] } : {};
    return { type: 'library', 'bom-ref': purl, name, version, purl, licenses: licences(license), ...hashes };
  });
  const dependencies = [
    { ref: program.purl, dependsOn: components.map(({ purl }) => purl) },
    ...components.map(({ purl }) => ({ ref: purl })),
  ];
  const metadata = { component: { ...program, 'bom-ref': program.purl, licenses: licences(license) } };
  return { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata, components, dependencies };
}
