// 自动备案: where the setting `plans.autoFile` says so, the server itself files what a unit has approved (条例 art 29: a filing, not a
// permission). What it may not file stays in the office's 待办 as ever, and is not tried again before the plan has changed.
import { z } from 'zod';
import { type Setting, settings } from '#shared/domain/admin/model.ts';
import { settingValue } from '#shared/domain/admin/settings.ts';
import { filePlan } from '#shared/domain/plans/commands/file.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { isRetry } from '../../command/decide.ts';
import { fetchRows, tableOf } from '../../command/entity-store.ts';
import type { Database } from '../../db/database.ts';
import { systemActor } from '../../exchange/actors.ts';
import type { ModuleJobDeps } from '../../server-module.ts';

const refusedKey = 'auto-filing.refused';
const versionsSchema = z.record(z.string(), z.int());
/** As many as a minute may bring at the end of a quarter; the rest has its turn in the next. */
const atOnce = 200;

/** The number of plans that were filed. */
export async function fileWaitingPlans({ database, runAs }: ModuleJobDeps): Promise<number> {
  const rows = (await fetchRows(database, tableOf(settings.name), ['plans.autoFile'])).map(
    ({ row }) => row as Setting,
  );
  if (!settingValue(rows, 'plans.autoFile')) return 0;
  const waiting = await database.query<{ id: Id; version: number }>(
    `SELECT id, version FROM plans WHERE status = 'office_review' ORDER BY updated_at, id`,
  );
  const refusedBefore = await readRefused(database);
  const refused: Record<Id, number> = {};
  let filed = 0;
  let tried = 0;
  for (const { id, version } of waiting.rows) {
    if (refusedBefore[id] === version) {
      refused[id] = version;
    } else if (tried < atOnce) {
      tried += 1;
      const done = await runAs(systemActor, filePlan.name, { id });
      if (done.ok) filed += 1;
      else if (isAnswer(done.error.code)) refused[id] = version;
    }
  }
  await database.query(
    'INSERT INTO server_meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [refusedKey, JSON.stringify(refused)],
  );
  return filed;
}

/** A plan that this program cannot read may be one for the next. */
function isAnswer(code: ErrorCode): boolean {
  return code !== 'unreadable_record' && !isRetry(code);
}

async function readRefused(database: Database): Promise<Readonly<Record<Id, number>>> {
  const { rows } = await database.query<{ value: string }>('SELECT value FROM server_meta WHERE key = $1', [
    refusedKey,
  ]);
  const value = rows[0]?.value;
  return value === undefined ? {} : versionsSchema.parse(JSON.parse(value));
}
