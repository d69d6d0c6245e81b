// The one clock of a world. Nothing in it moves unless a step moves it, so that a history depends on its steps alone.
import type { Instant } from '#shared/kernel/dates.ts';

export type VirtualClock = {
  now(): Instant;
  advance(milliseconds: number): void;
  set(instant: Instant): void;
};

export function virtualClock(start: Instant): VirtualClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      if (milliseconds < 0) throw new RangeError('the clock of a world never goes back');
      now += milliseconds;
    },
    set(instant) {
      now = instant;
    },
  };
}
