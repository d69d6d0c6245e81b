// Has the jobs run once for all processes: pg-boss keeps the times, and who takes which, in the database; on PGlite as well.
import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { pgliteOf } from '../db/pglite.ts';
import { urlOf } from '../db/postgres.ts';
import { type JobDeps, jobs } from './jobs.ts';

export type Schedule = { stop(): Promise<void> };

type Report = { failed(job: string, error: unknown): void };

export async function startSchedule(deps: JobDeps, report: Report): Promise<Schedule> {
  const boss = new PgBoss(storeOf(deps.database));
  boss.on('error', (error) => report.failed('schedule', error));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name);
    await boss.schedule(job.name, job.schedule, null, { tz: 'Asia/Shanghai' });
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, async () => {
      try {
        await job.run(deps);
      } catch (error) {
        report.failed(job.name, error);
        throw error;
      }
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
}

function storeOf(database: Database): ConstructorOptions {
  const pglite = pgliteOf(database);
  if (pglite !== undefined) return { db: fromPglite(pglite), backend: 'pglite' };
  const connectionString = urlOf(database);
  if (connectionString === undefined) throw new Error('no store for jobs');
  return { connectionString, max: 2, application_name: 'zhengcai-jobs' };
}
