import type { Plugin } from 'vitest/config';

export const templates: Plugin;
