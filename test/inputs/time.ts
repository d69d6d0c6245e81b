// What a desk may say of when something was done: its clock is whatever somebody set it to.

/** `true`: it could be; the others cannot be true of anything that is done at `now`. */
export function oddTimes(
  now: number,
): readonly (readonly [title: string, madeAt: number, possible: boolean])[] {
  const day = 24 * 3_600_000;
  return [
    ['now', now, true],
    ['a clock that is a little ahead', now + 5 * 60_000, true],
    ['three days offline', now - 3 * day, true],
    ['the largest whole number', Number.MAX_SAFE_INTEGER, false],
    ['the smallest whole number', Number.MIN_SAFE_INTEGER, false],
    ['one more than any date can be', 8.64e15 + 1, false],
    ['the last moment that a date can be', 8.64e15, false],
    ['a time in seconds', Math.floor(now / 1000), false],
    ['a time in microseconds', now * 1000, false],
    ['the beginning of time', 0, false],
    ['before the beginning of time', -1, false],
    ['an empty battery', Date.UTC(2001, 0), false],
    ['a century ahead', Date.UTC(2106, 0), false],
    ['a day ahead', now + day, false],
    ['beyond our calendar', Date.UTC(2200, 0, 2), false],
  ];
}
