import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The bundler loads templates as text; here a two-line plugin does. */
const templatesAsText = {
  name: 'templates-as-text',
  transform(code: string, id: string) {
    return id.endsWith('.hbs') ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined;
  },
};

export default defineConfig({
  root,
  plugins: [templatesAsText],
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'broker',
          globalSetup: ['test/helpers/provide-broker.ts'],
          include: ['test/broker/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: ['test/hosts/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
