/** Longest wait that a source may ask for; beyond it the user is told to come back. */
export const longestWait = 600_000;

/** Milliseconds that a header `Retry-After` asks for: seconds, or a date; undefined when it says neither. */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/**
 * Milliseconds to wait after a failed attempt (from 1): doubling from one second up to a minute, of which a random
 * half is taken off, so that many clients do not come back at once.
 */
export function backoff(attempt: number, random: () => number): number {
  const most = Math.min(60_000, 1000 * 2 ** (attempt - 1));
  return most / 2 + (most / 2) * random();
}
