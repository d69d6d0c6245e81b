// The business rows that the gateway itself looks at: platforms with their keys, and what we hold of the plans pushed to one. It reads
// them only; every change goes through a command.
import { type Platform, platforms } from '#shared/domain/admin/model.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { readRow } from '#shared/domain/stored-body.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { sqlOf } from '../db/drizzle.ts';
import type { Database } from './deps.ts';

type Text = { readonly text: string };

export async function allPlatforms(db: Database): Promise<readonly Platform[]> {
  const { rows } = await sqlOf(db).query<Text>('SELECT body::text AS text FROM platforms ORDER BY id');
  return rows.map(({ text }) => readRow(platforms, text));
}

export type PushedPlan = { readonly planId: Id; readonly planNo: string };

/** The plans of a platform, or those of them with the given numbers. */
export async function pushedPlans(
  db: Database,
  platformId: string,
  planNos?: readonly string[],
): Promise<readonly PushedPlan[]> {
  const { rows } = await sqlOf(db).query<PushedPlan>(
    `SELECT plan_id AS "planId", plan_no AS "planNo" FROM projects
     WHERE platform_id = $1 AND ($2::text[] IS NULL OR plan_no = ANY($2::text[])) ORDER BY id`,
    [platformId, planNos ?? null],
  );
  return rows;
}

/** `version` is the newest version known, also when it still waits for a 更正公告. */
export type HeldSection = { readonly planId: Id; readonly lotUid: string; readonly version: number };

/** The sections of the given plans that have not been cancelled. */
export async function heldSections(db: Database, planIds: readonly Id[]): Promise<readonly HeldSection[]> {
  if (planIds.length === 0) return [];
  const { rows } = await sqlOf(db).query<Text>(
    'SELECT body::text AS text FROM sections WHERE plan_id = ANY($1::text[])',
    [planIds],
  );
  return rows.flatMap(({ text }) => {
    const { planId, lotUid, status, platformVersion, difference } = readRow(sections, text);
    if (status === 'cancelled') return [];
    return [{ planId, lotUid, version: difference?.platformVersion ?? platformVersion }];
  });
}
