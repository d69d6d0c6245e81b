// What the public website shows: a projection of published announcements, written in the same transaction as they are, and rebuilt from them at
// any time. Nothing else is ever read to answer a stranger.
import { bigint, customType, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { PublicFile } from './public-files.ts';

const number = (name: string) => bigint(name, { mode: 'number' });
const termVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const websiteAnnouncements = pgTable(
  'website_announcements',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    columnCode: text('column_code').notNull(),
    title: text('title').notNull(),
    regionCode: text('region_code').notNull(),
    method: text('method'),
    purchaserId: text('purchaser_id').notNull(),
    purchaserName: text('purchaser_name').notNull(),
    projectId: text('project_id'),
    projectName: text('project_name').notNull(),
    predecessorProjectId: text('predecessor_project_id'),
    projectNo: text('project_no').notNull(),
    planNo: text('plan_no').notNull(),
    targetId: text('target_id'),
    round: integer('round').notNull(),
    publishedAt: number('published_at').notNull(),
    displayUntil: text('display_until'),
    withdrawnAt: number('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    /** The document as it was rendered and sanitised when the row was written. */
    html: text('html').notNull(),
    /** What anybody may download: the files that the document names (public-files.ts). */
    files: jsonb('files').$type<readonly PublicFile[]>().notNull().default([]),
    /** The document's words, a line a paragraph. */
    body: text('body').notNull(),
    /** Pairs of characters of title and body, and the filters as terms of their own (search-terms.ts). */
    terms: termVector('terms').notNull(),
  },
  ({ columnCode, regionCode, method, publishedAt, id, projectId, predecessorProjectId, targetId, terms }) => [
    // Every set of filters that a list offers, in the one order there is.
    index('website_newest').on(publishedAt, id),
    index('website_of_column').on(columnCode, publishedAt, id),
    index('website_of_region').on(regionCode, publishedAt, id),
    index('website_of_method').on(method, publishedAt, id),
    index('website_of_column_region').on(columnCode, regionCode, publishedAt, id),
    index('website_of_column_method').on(columnCode, method, publishedAt, id),
    index('website_of_region_method').on(regionCode, method, publishedAt, id),
    index('website_of_column_region_method').on(columnCode, regionCode, method, publishedAt, id),
    index('website_of_project').on(projectId, publishedAt, id),
    index('website_after_project').on(predecessorProjectId, publishedAt),
    index('website_about').on(targetId),
    index('website_terms').using('gin', terms),
  ],
);

/** One row: how often the projection has changed. A page that was made under the same number is still right. */
export const websiteHead = pgTable('website_head', {
  id: integer('id').primaryKey(),
  version: number('version').notNull(),
});
