import { distance } from 'fastest-levenshtein';

/** The known word that `word` is most likely a slip of: an edit, and one more for each three letters, three at most; null where none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > 64) return null;
  let best: string | null = null;
  let least = Math.min(3, Math.floor(word.length / 3) + 1) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = distance(word, candidate);
    if (edits > 0 && edits < least && edits < candidate.length) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
