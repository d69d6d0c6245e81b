// The business rows that the gateway itself looks at: platforms with their keys, and what we hold of the plans pushed to one. It reads
// them only; every change goes through a command.
import { type Platform, platforms } from '#shared/domain/admin/model.ts';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { sqlOf } from '../db/drizzle.ts';
import type { Database } from './deps.ts';

type Text = { readonly text: string };

/** One whose row this program cannot read has to wait; the others do not. */
export async function allPlatforms(db: Database): Promise<readonly Platform[]> {
  return (await platformRows(db)).flatMap(({ platform }) => platform ?? []);
}

type PlatformRow = { readonly id: string; readonly platform: Platform | undefined };

/** `platform` is undefined where this program cannot read the row. */
export async function platformRows(db: Database): Promise<readonly PlatformRow[]> {
  const { rows } = await sqlOf(db).query<Text & { readonly id: string }>(
    'SELECT id, body::text AS text FROM platforms ORDER BY id',
  );
  return rows.map(({ id, text }) => ({ id, platform: readable(platforms, text) }));
}

function readable<R extends Row>(kind: Entity<R>, text: string): R | undefined {
  try {
    return readRow(kind, text);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}

export type PushedPlan = { readonly projectId: Id; readonly planId: Id; readonly planNo: string };

/** The plans of a platform, or those of them with the given numbers. */
export async function pushedPlans(
  db: Database,
  platformId: string,
  planNos?: readonly string[],
): Promise<readonly PushedPlan[]> {
  const { rows } = await sqlOf(db).query<PushedPlan>(
    `SELECT id AS "projectId", plan_id AS "planId", plan_no AS "planNo" FROM projects
     WHERE platform_id = $1 AND ($2::text[] IS NULL OR plan_no = ANY($2::text[])) ORDER BY id`,
    [platformId, planNos ?? null],
  );
  return rows;
}

/** By project, for those of the given ones that are the platform's. */
export async function planNumbers(
  db: Database,
  platformId: string,
  projectIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await sqlOf(db).query<Omit<PushedPlan, 'planId'>>(
    `SELECT id AS "projectId", plan_no AS "planNo" FROM projects WHERE platform_id = $1 AND id = ANY($2::text[])`,
    [platformId, projectIds],
  );
  return new Map(rows.map(({ projectId, planNo }) => [projectId, planNo]));
}

/** `version` is the newest version known, also when it still waits for a 更正公告. */
export type HeldSection = { readonly planId: Id; readonly lotUid: string; readonly version: number };

export type HeldSections = {
  readonly sections: readonly HeldSection[];
  /** Plans of which nobody can say what we hold, as this program cannot read one of their sections. */
  readonly uncertain: ReadonlySet<Id>;
};

/** The sections of the given plans that have not been cancelled. */
export async function heldSections(db: Database, planIds: readonly Id[]): Promise<HeldSections> {
  const { rows } = await sqlOf(db).query<Text & { readonly planId: Id }>(
    'SELECT plan_id AS "planId", body::text AS text FROM sections WHERE plan_id = ANY($1::text[])',
    [planIds],
  );
  const held: HeldSection[] = [];
  const uncertain = new Set<Id>();
  for (const { planId, text } of rows) {
    const section = readable(sections, text);
    if (section === undefined) uncertain.add(planId);
    else if (section.status !== 'cancelled') {
      const { lotUid, platformVersion, difference } = section;
      held.push({ planId, lotUid, version: difference?.platformVersion ?? platformVersion });
    }
  }
  return { sections: held, uncertain };
}

export type HeldAnnouncements = {
  readonly announcements: readonly Announcement[];
  /** Projects of which nobody can say what we hold, as this program cannot read one of their announcements. */
  readonly uncertain: ReadonlySet<Id>;
};

/** The announcements of the given projects that have been published, also those withdrawn since. */
export async function heldAnnouncements(
  db: Database,
  platformId: string,
  projectIds: readonly Id[],
): Promise<HeldAnnouncements> {
  const { rows } = await sqlOf(db).query<Text & { readonly projectId: Id }>(
    'SELECT project_id AS "projectId", body::text AS text FROM announcements WHERE project_id = ANY($1::text[]) AND published_at IS NOT NULL',
    [projectIds],
  );
  const held: Announcement[] = [];
  const uncertain = new Set<Id>();
  for (const { projectId, text } of rows) {
    const announcement = readable(announcements, text);
    if (announcement === undefined) uncertain.add(projectId);
    else if (announcement.platformId === platformId) held.push(announcement);
  }
  return { announcements: held, uncertain };
}

/** The versions of 开标 and 评审 that the centre has told of a section, 0 for what it has not; when we heard of the last of them. */
export type ToldOfSection = {
  readonly projectId: Id;
  readonly lotUid: string;
  readonly opening: number;
  readonly evaluation: number;
  readonly recordedAt: Instant;
};

/** Of all sections of the given projects that are the platform's. `uncertain`: projects with a row that this program cannot read. */
export async function heldTold(
  db: Database,
  platformId: string,
  projectIds: readonly Id[],
): Promise<{ readonly told: readonly ToldOfSection[]; readonly uncertain: ReadonlySet<Id> }> {
  const bodies = async (table: 'sections' | 'section_events') =>
    (
      await sqlOf(db).query<Text & { readonly projectId: Id }>(
        `SELECT project_id AS "projectId", body::text AS text FROM ${table} WHERE project_id = ANY($1::text[])`,
        [projectIds],
      )
    ).rows;
  const uncertain = new Set<Id>();
  const told = new Map<Id, ToldOfSection>();
  for (const { projectId, text } of await bodies('sections')) {
    const section = readable(sections, text);
    if (section === undefined) uncertain.add(projectId);
    else if (section.platformId === platformId) {
      const { id, lotUid } = section;
      told.set(id, { projectId, lotUid, opening: 0, evaluation: 0, recordedAt: 0 });
    }
  }
  for (const { projectId, text } of await bodies('section_events')) {
    const event = readable(sectionEvents, text);
    if (event === undefined) uncertain.add(projectId);
    const held = event === undefined ? undefined : told.get(event.sectionId);
    if (event === undefined || held === undefined || event.source !== 'centre') continue;
    const { kind, platformVersion, recordedAt } = event;
    const version = platformVersion ?? 0;
    told.set(event.sectionId, {
      ...held,
      opening: kind === 'opening' ? Math.max(held.opening, version) : held.opening,
      evaluation: kind === 'evaluation_ended' ? Math.max(held.evaluation, version) : held.evaluation,
      recordedAt: Math.max(held.recordedAt, recordedAt),
    });
  }
  return { told: [...told.values()], uncertain };
}
