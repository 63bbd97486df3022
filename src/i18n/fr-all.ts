import type { enAll } from './en-all.ts';
import { adopt } from './fr/adopt.ts';
import { audit } from './fr/audit.ts';
import { canAnswer } from './fr/can-answer.ts';
import { doctor } from './fr/doctor.ts';
import { guide } from './fr/guide.ts';
import { lesson } from './fr/lesson.ts';
import { lint } from './fr/lint.ts';
import { lintFiles } from './fr/lint-files.ts';
import { teach } from './fr/teach.ts';
import { fr } from './fr.ts';
import { joined } from './joined.ts';
import type { Same } from './messages.ts';

/** Every French text. */
export const frAll: Same<typeof enAll> = joined(
  fr,
  lint,
  lintFiles,
  adopt,
  audit,
  canAnswer,
  doctor,
  guide,
  lesson,
  teach,
);
