import { useSyncExternalStore } from 'react';
import { formatInstant, machineTime, relativeTime } from '#shared/text/index.ts';
import { minuteClock } from './minute-clock.ts';

/** A time as people say it: relative within a day, exact on hover. */
export function When({ at }: { readonly at: number }) {
  const now = useSyncExternalStore(minuteClock.subscribe, minuteClock.now);
  return (
    // The browser's own tip: a list draws hundreds of these while one scrolls.
    <time dateTime={machineTime(at)} title={formatInstant(at)}>
      {relativeTime(at, Math.max(now, at))}
    </time>
  );
}
