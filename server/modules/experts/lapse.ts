// A draw that nobody has finished when its review begins is void, with its trace: it is never left open, nor gone on with silently.
import { lapseDraw } from '#shared/domain/experts/draws/commands/course.ts';
import { systemActor } from '../../exchange/actors.ts';
import { type Job, minute } from '../../jobs/job.ts';
import type { ModuleJobDeps } from '../../server-module.ts';

const drawsAtOnce = 100;

export const lapseDraws: Job<ModuleJobDeps> = {
  name: 'lapsed-draws',
  schedule: '*/10 * * * *',
  everyMs: 10 * minute,
  async run({ database, clock, runAs }) {
    const { rows } = await database.query<{ id: string }>(
      `SELECT id FROM expert_draws WHERE status IN ('committed', 'calling') AND review_at <= $1
       AND body::text NOT LIKE '%"kind":"close"%' ORDER BY review_at LIMIT ${drawsAtOnce}`,
      [clock()],
    );
    for (const { id } of rows) await runAs(systemActor, lapseDraw.name, { id });
  },
};
