// One table per synced record type: the row as JSON text, kept verbatim, and beside it what commands and lists look for. The columns
// are those of shared/domain/entities.ts, a test compares them; `digest_*` are the halves of kernel/digest.ts of id and version.
import { sql } from 'drizzle-orm';
import { bigint, index, integer, json, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

const number = (name: string) => bigint(name, { mode: 'number' });

const stored = {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  scopes: text('scopes').array().notNull(),
  body: json('body').notNull(),
  digestHi: integer('digest_hi').notNull(),
  digestLo: integer('digest_lo').notNull(),
};

export const settings = pgTable('settings', { ...stored }, (table) => [
  index('settings_scopes').using('gin', table.scopes),
]);

export const calendarYears = pgTable('calendar_years', { ...stored }, (table) => [
  index('calendar_years_scopes').using('gin', table.scopes),
]);

export const numberPatterns = pgTable('number_patterns', { ...stored }, (table) => [
  index('number_patterns_scopes').using('gin', table.scopes),
]);

export const numberSeries = pgTable('number_series', { ...stored }, (table) => [
  index('number_series_scopes').using('gin', table.scopes),
]);

export const platforms = pgTable('platforms', { ...stored, regionCode: text('region_code') }, (table) => [
  index('platforms_scopes').using('gin', table.scopes),
]);

export const organisations = pgTable(
  'organisations',
  {
    ...stored,
    kind: text('kind'),
    name: text('name'),
    uscc: text('uscc'),
    regionCode: text('region_code'),
  },
  (table) => [
    index('organisations_scopes').using('gin', table.scopes),
    index('organisations_uscc').on(table.uscc),
  ],
);

export const accounts = pgTable(
  'accounts',
  {
    ...stored,
    username: text('username'),
    role: text('role'),
    organisationId: text('organisation_id'),
  },
  (table) => [
    index('accounts_scopes').using('gin', table.scopes),
    uniqueIndex('accounts_username').on(table.username),
  ],
);

export const plans = pgTable(
  'plans',
  {
    ...stored,
    status: text('status'),
    planNo: text('plan_no'),
    projectName: text('project_name'),
    purchaserId: text('purchaser_id'),
    purchaserName: text('purchaser_name'),
    agencyId: text('agency_id'),
    regionCode: text('region_code'),
    fiscalYear: number('fiscal_year'),
    category: text('category'),
    method: text('method'),
    budgetAmount: number('budget_amount'),
    platformId: text('platform_id'),
    plannedStart: text('planned_start'),
    createdAt: number('created_at'),
    updatedAt: number('updated_at'),
  },
  (table) => [
    index('plans_scopes').using('gin', table.scopes),
    index('plans_plan_no').on(table.planNo),
    index('plans_of_unit').on(table.purchaserId, table.fiscalYear),
    index('plans_waiting_for_office').on(table.updatedAt, table.id).where(sql`status = 'office_review'`),
  ],
);

export const projects = pgTable(
  'projects',
  {
    ...stored,
    planId: text('plan_id'),
    planNo: text('plan_no'),
    name: text('name'),
    status: text('status'),
    purchaserId: text('purchaser_id'),
    purchaserName: text('purchaser_name'),
    agencyId: text('agency_id'),
    regionCode: text('region_code'),
    method: text('method'),
    budgetAmount: number('budget_amount'),
    platformId: text('platform_id'),
    filedAt: number('filed_at'),
    updatedAt: number('updated_at'),
  },
  (table) => [
    index('projects_scopes').using('gin', table.scopes),
    index('projects_plan_id').on(table.planId),
    index('projects_plan_no').on(table.planNo),
  ],
);

export const sections = pgTable(
  'sections',
  {
    ...stored,
    projectId: text('project_id'),
    planId: text('plan_id'),
    platformId: text('platform_id'),
    lotUid: text('lot_uid'),
    sectionNo: text('section_no'),
    name: text('name'),
    status: text('status'),
    purchaserId: text('purchaser_id'),
    regionCode: text('region_code'),
    budget: number('budget'),
    receivedAt: number('received_at'),
  },
  (table) => [
    index('sections_scopes').using('gin', table.scopes),
    index('sections_project_id').on(table.projectId),
    index('sections_lot_uid').on(table.lotUid),
  ],
);

export const announcements = pgTable(
  'announcements',
  {
    ...stored,
    type: text('type'),
    status: text('status'),
    projectId: text('project_id'),
    targetId: text('target_id'),
    title: text('title'),
    purchaserId: text('purchaser_id'),
    purchaserName: text('purchaser_name'),
    agencyId: text('agency_id'),
    regionCode: text('region_code'),
    draftedBy: text('drafted_by'),
    publishedAt: number('published_at'),
    updatedAt: number('updated_at'),
  },
  (table) => [
    index('announcements_scopes').using('gin', table.scopes),
    index('announcements_of_project').on(table.projectId),
    index('announcements_target_id').on(table.targetId),
  ],
);
