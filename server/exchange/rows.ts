// The business rows that the gateway itself looks at: platforms with their keys, and what we hold of the plans pushed to one. It reads
// them only; every change goes through a command.
import { and, asc, eq, inArray } from 'drizzle-orm';
import { type Platform, platformSchema } from '#shared/domain/admin/model.ts';
import { sectionSchema } from '#shared/domain/projects/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { platforms, projects, sections } from '../db/entity-tables.ts';
import type { Database } from './deps.ts';

export async function allPlatforms(db: Database): Promise<readonly Platform[]> {
  const rows = await db.select({ body: platforms.body }).from(platforms).orderBy(asc(platforms.id));
  return rows.map(({ body }) => platformSchema.parse(body));
}

export type PushedPlan = { readonly planId: Id; readonly planNo: string };

/** The plans of a platform, or those of them with the given numbers. */
export async function pushedPlans(
  db: Database,
  platformId: string,
  planNos?: readonly string[],
): Promise<readonly PushedPlan[]> {
  const ofPlatform = eq(projects.platformId, platformId);
  const rows = await db
    .select({ planId: projects.planId, planNo: projects.planNo })
    .from(projects)
    .where(planNos === undefined ? ofPlatform : and(ofPlatform, inArray(projects.planNo, [...planNos])))
    .orderBy(asc(projects.id));
  return rows.flatMap(({ planId, planNo }) =>
    planId === null || planNo === null ? [] : [{ planId, planNo }],
  );
}

/** `version` is the newest version known, also when it still waits for a 更正公告. */
export type HeldSection = { readonly planId: Id; readonly lotUid: string; readonly version: number };

/** The sections of the given plans that have not been cancelled. */
export async function heldSections(db: Database, planIds: readonly Id[]): Promise<readonly HeldSection[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .select({ body: sections.body })
    .from(sections)
    .where(inArray(sections.planId, [...planIds]));
  return rows.flatMap(({ body }) => {
    const { planId, lotUid, status, platformVersion, difference } = sectionSchema.parse(body);
    if (status === 'cancelled') return [];
    return [{ planId, lotUid, version: difference?.platformVersion ?? platformVersion }];
  });
}
