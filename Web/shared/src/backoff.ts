const first = 500;
/** A restarted service is back within seconds, and then nobody should wait long for it. */
const longestAtFirst = 3000;
/** About a minute of trying. */
const patientFrom = 25;
const longest = 30_000;

/** The close code of a service that is about to stop or restart. */
const goingAway = [1001, 1012];

/** How long a service that sends its sockets away asks this one to wait: it spreads them itself, so that one node's do not meet the next all at once. */
export function askedWait(code: number, reason: string): number | undefined {
  const milliseconds = goingAway.includes(code) ? /^come back in (\d{1,5}) ms$/.exec(reason)?.[1] : undefined;
  return milliseconds === undefined ? undefined : Math.min(Number(milliseconds), longest);
}

/** Milliseconds before an attempt: doubling, and spread so that a restarted server is not met by every shopper at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(attempt < patientFrom ? longestAtFirst : longest, first * 2 ** attempt);
  return ceiling / 2 + random() * (ceiling / 2);
}
