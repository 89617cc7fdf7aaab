const fewest = 2;

/** Two characters are a word in Chinese; a single letter would find everything. */
export function isLongEnough(words: string): boolean {
  return [...words.trim()].length >= fewest;
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A snippet cut where its matches begin and end. */
export function pieces(snippet: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [start, end] of matches.toSorted(([a], [b]) => a - b)) {
    if (start < at || end <= start || end > snippet.length) continue;
    if (start > at) cut.push({ text: snippet.slice(at, start), isMatch: false });
    cut.push({ text: snippet.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < snippet.length) cut.push({ text: snippet.slice(at), isMatch: false });
  return cut;
}
