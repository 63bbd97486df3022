import { type Style, styleFor } from '../report/style.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Colour and symbols for one stream: the flag, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether it is a terminal. */
export function chooseStyle(
  flag: string | undefined,
  env: Env,
  stream: { isTTY?: boolean; columns?: number },
): Style {
  const columns = stream.columns ?? 80;
  return styleFor({
    unicode: speaksUnicode(env),
    colour: wantsColour(flag, env, stream.isTTY === true),
    width: columns,
  });
}

function wantsColour(flag: string | undefined, env: Env, terminal: boolean): boolean {
  if (flag === 'always') return true;
  if (flag === 'never') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return terminal && env['TERM'] !== 'dumb';
}

/** A locale that does not speak UTF-8 gets ASCII symbols; none set at all is the minimal host of today, which does. */
function speaksUnicode(env: Env): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' || /utf-?8/i.test(locale);
}
