// replica.db: a copy of what the account may see, plus the effects of commands the server has not confirmed yet. A cache: it can always be
// built again. Columns of synced records are those of shared/domain (a test compares); what only the desk needs is `row_no`,
// generated columns and the bookkeeping tables at the end.
import { sql } from 'drizzle-orm';
// biome-ignore lint/suspicious/noDeprecatedImports: only the other overload of primaryKey is deprecated
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// A function: drizzle keeps the first table's name in a shared column.
const record = () => ({
  /** Stable number for the search index; ids are text. */
  rowNo: integer('row_no').primaryKey(),
  id: text('id').notNull().unique(),
  version: integer('version').notNull(),
  scopes: text('scopes').notNull(),
});

/** The whole row as JSON. Last, so that lists read their columns without walking over it. */
const body = () => ({ body: text('body').notNull() });

/** What lists show of a project beyond the columns both sides have. */
const fromBody = () => ({
  fiscalYear: integer('fiscal_year').generatedAlwaysAs(sql`json_extract(body, '$.fiscalYear')`, {
    mode: 'virtual',
  }),
  pushStatus: text('push_status').generatedAlwaysAs(sql`json_extract(body, '$.push.status')`, {
    mode: 'virtual',
  }),
  sectionCount: integer('section_count').generatedAlwaysAs(sql`json_extract(body, '$.sectionCount')`, {
    mode: 'virtual',
  }),
});

export const settings = sqliteTable('settings', { ...record(), ...body() });
export const calendarYears = sqliteTable('calendar_years', { ...record(), ...body() });
export const numberPatterns = sqliteTable('number_patterns', { ...record(), ...body() });
export const numberSeries = sqliteTable('number_series', { ...record(), ...body() });

export const platforms = sqliteTable(
  'platforms',
  { ...record(), regionCode: text('region_code').notNull(), ...body() },
  (t) => [index('platforms_region').on(t.regionCode)],
);

export const organisations = sqliteTable(
  'organisations',
  {
    ...record(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    uscc: text('uscc').notNull(),
    regionCode: text('region_code').notNull(),
    ...body(),
  },
  (t) => [
    index('organisations_name').on(t.name),
    index('organisations_kind_name').on(t.kind, t.name),
    index('organisations_region_name').on(t.regionCode, t.name),
    index('organisations_uscc').on(t.uscc),
  ],
);

export const accounts = sqliteTable(
  'accounts',
  {
    ...record(),
    username: text('username').notNull(),
    role: text('role').notNull(),
    organisationId: text('organisation_id'),
    ...body(),
  },
  (t) => [
    index('accounts_organisation_username').on(t.organisationId, t.username),
    index('accounts_role_username').on(t.role, t.username),
    index('accounts_username').on(t.username),
  ],
);

export const plans = sqliteTable(
  'plans',
  {
    ...record(),
    status: text('status').notNull(),
    planNo: text('plan_no'),
    projectName: text('project_name').notNull(),
    purchaserId: text('purchaser_id').notNull(),
    purchaserName: text('purchaser_name').notNull(),
    agencyId: text('agency_id'),
    regionCode: text('region_code'),
    fiscalYear: integer('fiscal_year'),
    category: text('category'),
    method: text('method'),
    budgetAmount: integer('budget_amount'),
    platformId: text('platform_id'),
    plannedStart: text('planned_start'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Which tab of the list it stands under; shared/contract/lists.ts has the same table. */
    tab: text('tab').generatedAlwaysAs(
      sql`CASE status WHEN 'filed' THEN 'filed' WHEN 'pushed' THEN 'filed' WHEN 'sections_received' THEN 'executing' WHEN 'in_execution' THEN 'executing' WHEN 'completed' THEN 'closed' WHEN 'cancelled' THEN 'closed' ELSE status END`,
      { mode: 'virtual' },
    ),
    /** Drafts without an amount come last; NULL could not be paged over. */
    amountOrder: integer('amount_order').generatedAlwaysAs(sql`coalesce(budget_amount, -1)`, {
      mode: 'virtual',
    }),
    ...body(),
  },
  (t) => [
    // By change, the usual order, each index also holds what other filters ask: a row that fails is passed over without being read. The row
    // number comes before, as it belongs to the order. By amount, the two do that lead where several filters are chosen.
    index('plans_updated').on(t.updatedAt),
    index('plans_amount').on(t.amountOrder),
    index('plans_tab_updated').on(t.tab, t.updatedAt, t.rowNo, t.fiscalYear, t.method, t.regionCode),
    index('plans_tab_amount').on(t.tab, t.amountOrder, t.rowNo, t.fiscalYear, t.method, t.regionCode),
    index('plans_year_updated').on(t.fiscalYear, t.updatedAt, t.rowNo, t.status, t.method, t.regionCode),
    index('plans_year_amount').on(t.fiscalYear, t.amountOrder),
    index('plans_method_updated').on(t.method, t.updatedAt, t.rowNo, t.status, t.fiscalYear, t.regionCode),
    index('plans_method_amount').on(t.method, t.amountOrder),
    index('plans_purchaser_updated').on(
      t.purchaserId,
      t.updatedAt,
      t.rowNo,
      t.status,
      t.fiscalYear,
      t.method,
      t.regionCode,
    ),
    index('plans_purchaser_amount').on(t.purchaserId, t.amountOrder),
    index('plans_region_updated').on(t.regionCode, t.updatedAt, t.rowNo, t.status, t.fiscalYear, t.method),
    index('plans_region_amount').on(t.regionCode, t.amountOrder, t.rowNo, t.status, t.fiscalYear, t.method),
    index('plans_agency_updated').on(
      t.agencyId,
      t.updatedAt,
      t.rowNo,
      t.status,
      t.fiscalYear,
      t.method,
      t.regionCode,
    ),
    index('plans_agency_amount').on(t.agencyId, t.amountOrder),
    index('plans_platform_updated').on(
      t.platformId,
      t.updatedAt,
      t.rowNo,
      t.status,
      t.fiscalYear,
      t.method,
      t.regionCode,
    ),
    index('plans_platform_amount').on(t.platformId, t.amountOrder),
    index('plans_number').on(t.planNo),
  ],
);

export const projects = sqliteTable(
  'projects',
  {
    ...record(),
    planId: text('plan_id').notNull(),
    planNo: text('plan_no').notNull(),
    name: text('name').notNull(),
    status: text('status').notNull(),
    purchaserId: text('purchaser_id').notNull(),
    purchaserName: text('purchaser_name').notNull(),
    agencyId: text('agency_id'),
    regionCode: text('region_code').notNull(),
    method: text('method').notNull(),
    budgetAmount: integer('budget_amount').notNull(),
    platformId: text('platform_id'),
    filedAt: integer('filed_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    ...fromBody(),
    ...body(),
  },
  (t) => [
    index('projects_updated').on(t.updatedAt),
    index('projects_filed').on(t.filedAt),
    index('projects_status_updated').on(t.status, t.updatedAt, t.rowNo, t.method, t.regionCode),
    index('projects_status_filed').on(t.status, t.filedAt),
    index('projects_purchaser_updated').on(
      t.purchaserId,
      t.updatedAt,
      t.rowNo,
      t.status,
      t.method,
      t.regionCode,
    ),
    index('projects_purchaser_filed').on(t.purchaserId, t.filedAt),
    index('projects_year_updated').on(t.fiscalYear, t.updatedAt, t.rowNo, t.status, t.method, t.regionCode),
    index('projects_year_filed').on(t.fiscalYear, t.filedAt),
    index('projects_method_updated').on(t.method, t.updatedAt, t.rowNo, t.status, t.regionCode),
    index('projects_method_filed').on(t.method, t.filedAt),
    index('projects_region_updated').on(t.regionCode, t.updatedAt, t.rowNo, t.status, t.method),
    index('projects_region_filed').on(t.regionCode, t.filedAt),
    index('projects_agency_updated').on(t.agencyId, t.updatedAt, t.rowNo, t.status, t.method, t.regionCode),
    index('projects_agency_filed').on(t.agencyId, t.filedAt),
    index('projects_platform_updated').on(
      t.platformId,
      t.updatedAt,
      t.rowNo,
      t.status,
      t.method,
      t.regionCode,
    ),
    index('projects_platform_filed').on(t.platformId, t.filedAt),
    index('projects_plan').on(t.planId),
    index('projects_number').on(t.planNo),
  ],
);

export const sections = sqliteTable(
  'sections',
  {
    ...record(),
    projectId: text('project_id').notNull(),
    planId: text('plan_id').notNull(),
    platformId: text('platform_id').notNull(),
    lotUid: text('lot_uid').notNull(),
    sectionNo: text('section_no').notNull(),
    name: text('name').notNull(),
    status: text('status').notNull(),
    purchaserId: text('purchaser_id').notNull(),
    regionCode: text('region_code').notNull(),
    budget: integer('budget').notNull(),
    receivedAt: integer('received_at').notNull(),
    ...body(),
  },
  (t) => [
    index('sections_project_number').on(t.projectId, t.sectionNo),
    index('sections_plan').on(t.planId),
    index('sections_lot').on(t.lotUid),
  ],
);

export const announcements = sqliteTable(
  'announcements',
  {
    ...record(),
    type: text('type').notNull(),
    status: text('status').notNull(),
    projectId: text('project_id'),
    targetId: text('target_id'),
    title: text('title').notNull(),
    purchaserId: text('purchaser_id').notNull(),
    purchaserName: text('purchaser_name').notNull(),
    agencyId: text('agency_id'),
    regionCode: text('region_code').notNull(),
    draftedBy: text('drafted_by').notNull(),
    publishedAt: integer('published_at'),
    updatedAt: integer('updated_at').notNull(),
    ...body(),
  },
  (t) => [
    index('announcements_project_updated').on(t.projectId, t.updatedAt),
    index('announcements_target').on(t.targetId),
    // What waits for somebody: that a unit's reviewer looks at, that a side writes on, that is to be published.
    index('announcements_status_updated').on(t.status, t.updatedAt, t.rowNo, t.draftedBy, t.purchaserId),
  ],
);

/** What the server last said of rows that unconfirmed commands have changed; `body` null: it had none. */
export const baseRows = sqliteTable(
  'base_rows',
  {
    entity: text('entity').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    scopes: text('scopes').notNull(),
    body: text('body'),
  },
  (t) => [primaryKey({ columns: [t.entity, t.id] })],
);

/** The commands whose effects are in the rows above the base, in order. */
export const overlays = sqliteTable('overlays', {
  no: integer('no').primaryKey(),
  id: text('id').notNull(),
  reads: text('reads').notNull(),
  writes: text('writes').notNull(),
  /** It would be refused on the present rows; the server decides. */
  doubt: text('doubt'),
});

/** Count and XOR of row digests by record type and scope, of rows as the server has them. */
export const digests = sqliteTable(
  'digests',
  {
    entity: text('entity').notNull(),
    scope: text('scope').notNull(),
    count: integer('count').notNull(),
    hi: integer('hi').notNull(),
    lo: integer('lo').notNull(),
  },
  (t) => [primaryKey({ columns: [t.entity, t.scope] })],
);

/** Rows of lists by tab and filter value, of rows as they are shown. */
export const counts = sqliteTable(
  'counts',
  {
    entity: text('entity').notNull(),
    filter: text('filter').notNull(),
    value: text('value').notNull(),
    tab: text('tab').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.entity, t.filter, t.value, t.tab] })],
);

/** Rows numbered above `upto` are not in the search index yet. */
export const searchProgress = sqliteTable('search_progress', {
  entity: text('entity').primaryKey(),
  upto: integer('upto').notNull(),
});

/** Rows numbered up to `upto` that have changed since they were indexed, or are gone. */
export const searchDirty = sqliteTable(
  'search_dirty',
  { entity: text('entity').notNull(), rowNo: integer('row_no').notNull() },
  (t) => [primaryKey({ columns: [t.entity, t.rowNo] })],
);

/** The pull state and other single values, as JSON. */
export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });
