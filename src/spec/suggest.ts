import { distance } from 'fastest-levenshtein';

/** The candidate that `word` is most likely a slip of (at most 3 edits, fewer for short words), or null. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64) return null;
  let best: string | null = null;
  let least = Math.min(3, Math.floor(word.length / 3) + 1) + 1;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate);
    if (edits < least && edits < candidate.length) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
