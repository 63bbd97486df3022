import type { engine as english } from '../en/engine.ts';
import type { Same } from '../messages.ts';

export const engine: Same<typeof english> = {
  'engine.none': '',
};
