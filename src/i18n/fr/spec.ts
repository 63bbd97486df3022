import type { spec as english } from '../en/spec.ts';
import type { Same } from '../messages.ts';

export const spec: Same<typeof english> = {
  'spec.none': '',
};
