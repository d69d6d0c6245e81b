// Regular work, each a plain function that may be run at any time, any number of times, by any process: what is done already is not done
// again. `schedule` is cron in Asia/Shanghai.
import { type SignHeadDeps, signDailyHead } from '../audit/sign-head.ts';
import type { Uploads } from '../files/uploads.ts';
import { forgetOutcomes, removeExpiredSessions } from './cleanup.ts';

export type JobDeps = SignHeadDeps & {
  readonly uploads: Uploads;
  /** The exchange's daily round. */
  exchangeDaily(): Promise<void>;
};

export type Job = { readonly name: string; readonly schedule: string; run(deps: JobDeps): Promise<unknown> };

export const jobs: readonly Job[] = [
  { name: 'audit-head', schedule: '5 0 * * *', run: signDailyHead },
  { name: 'expired-sessions', schedule: '20 * * * *', run: removeExpiredSessions },
  { name: 'old-outcomes', schedule: '40 3 * * *', run: forgetOutcomes },
  { name: 'expired-uploads', schedule: '50 3 * * *', run: ({ uploads }) => uploads.removeExpired() },
  { name: 'exchange-daily', schedule: '30 6 * * *', run: ({ exchangeDaily }) => exchangeDaily() },
];
