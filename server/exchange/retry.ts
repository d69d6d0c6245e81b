// When a message that could not be delivered is tried again. The waits grow, so that a centre that is down for a weekend is not
// hammered, and end after three days: then a person has to look.
import type { Instant } from '#shared/kernel/dates.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const waits = [
  10 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
] as const;
export const giveUpAfterMs = 72 * hour;

/** The next attempt after `attempts` failed ones; null when the last one, at 72 hours, has been made. */
export function nextAttempt(attempts: number, firstAttemptAt: Instant, now: Instant): Instant | null {
  const last = firstAttemptAt + giveUpAfterMs;
  if (now >= last) return null;
  const wait = waits[Math.max(0, attempts - 1)] ?? 24 * hour;
  return Math.min(now + wait, last);
}
