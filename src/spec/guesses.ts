/** Runs that people take for passwords, there and back. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2z3e4r5t6y7u8i9o0p',
].flatMap((row) => [row, Array.from(row).toReversed().join('')]);

/** Characters that somebody who tries has to guess, at least. */
const least = 6;

/** Is there little to guess, a run along the keyboard or the alphabet, or of one character, counting as one character? */
export function isShortGuess(text: string): boolean {
  return guesses(text) < least;
}

function guesses(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) at += Math.max(1, runAt(text, at));
  return count;
}

/** The length of the run that starts here; 0 where none of three or more does. */
function runAt(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === text[at]) length += 1;
  for (const row of rows) {
    let next = Math.max(3, length + 1);
    while (at + next <= text.length && row.includes(text.slice(at, at + next))) length = next++;
  }
  return length >= 3 ? length : 0;
}
