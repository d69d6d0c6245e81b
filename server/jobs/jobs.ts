// All regular work, that of the modules included: what is done already is not done again.
import { type SignHeadDeps, signDailyHead } from '../audit/sign-head.ts';
import { fillColumns } from '../command/fill-columns.ts';
import { trimFeed } from '../feed/trim-feed.ts';
import type { Uploads } from '../files/uploads.ts';
import { headMembers, moduleJobs } from '../modules.ts';
import type { ModuleJobDeps } from '../server-module.ts';
import { forgetOutcomes, removeExpiredSessions, tidyEmbedded } from './cleanup.ts';
import { day, hour, type Job, minute } from './job.ts';

export type JobDeps = Omit<SignHeadDeps, 'headMembers'> &
  ModuleJobDeps & {
    readonly uploads: Uploads;
    /** The exchange's daily round. */
    exchangeDaily(): Promise<void>;
  };

export const jobs: readonly Job<JobDeps>[] = [
  {
    name: 'fill-columns',
    schedule: '* * * * *',
    everyMs: minute,
    run: ({ database }) => fillColumns(database),
  },
  ...moduleJobs,
  {
    name: 'audit-head',
    schedule: '5 0 * * *',
    everyMs: day,
    run: (deps) => signDailyHead({ ...deps, headMembers }),
  },
  { name: 'expired-sessions', schedule: '20 * * * *', everyMs: hour, run: removeExpiredSessions },
  { name: 'old-outcomes', schedule: '40 3 * * *', everyMs: day, run: forgetOutcomes },
  {
    name: 'expired-uploads',
    schedule: '50 3 * * *',
    everyMs: day,
    run: ({ uploads }) => uploads.removeExpired(),
  },
  { name: 'old-feed', schedule: '0 4 * * *', everyMs: day, run: trimFeed },
  { name: 'tidy-embedded', schedule: '10 4 * * *', everyMs: day, run: tidyEmbedded },
  {
    name: 'exchange-daily',
    schedule: '30 6 * * *',
    everyMs: day,
    run: ({ exchangeDaily }) => exchangeDaily(),
  },
];

/** Runs what has not been run for its time, by the server's clock; for tests with a virtual one. */
export async function runDueJobs(deps: JobDeps): Promise<void> {
  for (const job of jobs) {
    const now = deps.clock();
    const key = `job:${job.name}`;
    const { rows } = await deps.database.query<{ value: string }>(
      'SELECT value FROM server_meta WHERE key = $1',
      [key],
    );
    const last = rows[0]?.value;
    if (last !== undefined && now - Number(last) < job.everyMs) continue;
    await job.run(deps);
    await deps.database.query(
      'INSERT INTO server_meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, String(now)],
    );
  }
}
