import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const helpers = fileURLToPath(new URL('../helpers', import.meta.url));
const folder = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url));

/** The tests' own booted machines, for a Node that reads no TypeScript. */
export async function hostsModule() {
  const outfile = `${folder}/hosts.mjs`;
  await build({
    stdin: {
      contents: "export { bootHost } from './host.ts'; export { whyNoHosts } from './host-needs.ts';",
      resolveDir: helpers,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(`${helpers}/host.ts`).href) },
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
