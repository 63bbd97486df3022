import { adopt } from './en/adopt.ts';
import { audit } from './en/audit.ts';
import { canAnswer } from './en/can-answer.ts';
import { doctor } from './en/doctor.ts';
import { guide } from './en/guide.ts';
import { lesson } from './en/lesson.ts';
import { lint } from './en/lint.ts';
import { lintFiles } from './en/lint-files.ts';
import { teach } from './en/teach.ts';
import { en } from './en.ts';
import { joined } from './joined.ts';

/** Every English text, those of `check` too, which are half of them and loaded by that command alone. */
export const enAll = joined(en, lint, lintFiles, adopt, audit, canAnswer, doctor, guide, lesson, teach);
