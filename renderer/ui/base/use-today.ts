import { useSyncExternalStore } from 'react';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { minuteClock } from './minute-clock.ts';

/** The day it is, also on a screen that stays open over midnight. */
export function useToday(): PlainDate {
  return useSyncExternalStore(minuteClock.subscribe, () => toPlainDate(minuteClock.now()));
}
