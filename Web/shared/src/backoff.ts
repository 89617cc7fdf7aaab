const first = 500;
/** A restarted service is back within seconds, and then nobody should wait long for it. */
const longestAtFirst = 3000;
/** About a minute of trying. */
const patientFrom = 25;
const longest = 30_000;

/** Milliseconds before an attempt: doubling, and spread so that a restarted server is not met by every shopper at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(attempt < patientFrom ? longestAtFirst : longest, first * 2 ** attempt);
  return ceiling / 2 + random() * (ceiling / 2);
}
