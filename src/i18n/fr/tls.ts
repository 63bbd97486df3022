import { tls as english } from '../en/tls.ts';
import type { Same } from '../messages.ts';

export const tls: Same<typeof english> = english;
