const first = 1000;
const longest = 30_000;

/** Milliseconds before an attempt: doubling, and spread so that a restarted server is not met by every shopper at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** attempt);
  return ceiling / 2 + random() * (ceiling / 2);
}
