import { translator } from '../../i18n/translate.ts';
import type { Call } from '../context.ts';

/** The texts of findings are half of all there are: only commands that need them load them. */
export async function withAllTexts(call: Call): Promise<Call> {
  const [t, english] = await Promise.all([translator(call.language, 'all'), translator('en', 'all')]);
  return { ...call, t, english };
}
