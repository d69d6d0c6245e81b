// What the window asks of the local side about announcements.
import { z } from 'zod';
import { officialDocumentSchema } from '#shared/documents/model.ts';
import {
  announcementSchema,
  announcementStatuses,
  announcementTypeCodes,
} from '#shared/domain/announcements/model.ts';
import { fieldKeySchema, valuesSchema } from '#shared/domain/announcements/values.ts';
import { pushStateSchema } from '#shared/domain/projects/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { paperSchema } from './documents.ts';
import { findingSchema, markSchema } from './paging.ts';

const ids = z.array(idSchema).max(200);

export const announcementListItemSchema = z.object({
  id: idSchema,
  type: z.enum(announcementTypeCodes),
  status: z.enum(announcementStatuses),
  projectId: idSchema.nullable(),
  targetId: idSchema.nullable(),
  title: z.string(),
  projectName: z.string(),
  purchaserName: z.string(),
  draftedBy: z.enum(['purchaser', 'agency']),
  round: z.int(),
  sectionIds: ids,
  publishedAt: z.int().nullable(),
  displayUntil: plainDateSchema.nullable(),
  pushStatus: pushStateSchema.shape.status,
  updatedAt: z.int(),
  mark: markSchema,
});
export type AnnouncementListItem = z.infer<typeof announcementListItemSchema>;

/** One day of a count; `count` is null where the day is not counted. */
const dayCountSchema = z.object({
  date: plainDateSchema,
  why: z.enum(['start', 'roll', 'calendarDay', 'workday', 'makeUp', 'weekend', 'holiday']),
  holiday: z.string().nullable(),
  count: z.int().nullable(),
  provisional: z.boolean(),
});
/** How a statutory date came about; words by shared/text. */
export const explanationSchema = z.object({
  ruleId: z.string(),
  article: z.string(),
  start: z.object({ event: z.string(), date: plainDateSchema }),
  length: z.int(),
  unit: z.enum(['workday', 'day']),
  date: plainDateSchema,
  provisional: z.boolean(),
  /** Moved out of an official holiday. */
  rolled: z.boolean(),
  /** Ends on a plain weekend: not moved, but the office is closed. */
  weekend: z.boolean(),
  days: z.array(dayCountSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** An announcement as it stands in the form; `id` is null for one that has not been saved yet. */
const composeInput = z.strictObject({
  id: idSchema.nullable(),
  type: z.enum(announcementTypeCodes),
  projectId: idSchema.nullable(),
  targetId: idSchema.nullable(),
  sectionIds: ids,
  content: valuesSchema,
});

/**
 * `field`: another field of the same announcement, as it is typed. `format`: words of the official format. `law`: what a decree fixes. `period`:
 * counted by a statutory period. `today`: the day on which it is looked at. `default`: ours, for a person to look at.
 */
export const valueSources = [
  'plan',
  'centre',
  'planAndCentre',
  'unit',
  'agency',
  'office',
  'announcement',
  'award',
  'field',
  'format',
  'law',
  'period',
  'today',
  'default',
] as const;
export type ValueSource = (typeof valueSources)[number];

const composed = z.object({
  title: z.string(),
  /** What every field would hold if nobody typed. */
  generated: valuesSchema,
  /** Where a generated value comes from. */
  sources: z.record(fieldKeySchema, z.enum(valueSources)),
  document: officialDocumentSchema,
  /** As at `announcements.submit`; `paths` are field keys, `sectionIds`, or `field.line.column`. */
  findings: z.array(findingSchema),
  /** For date fields on which a period bears: the earliest lawful day if it were published today, and why. */
  earliest: z.array(
    z.object({
      field: fieldKeySchema,
      date: plainDateSchema,
      provisional: z.boolean(),
      explanations: z.array(explanationSchema),
    }),
  ),
  /** 公告期限: the last day if it were published today. */
  display: explanationSchema.nullable(),
  /** Sections that may be chosen. */
  choosable: ids,
  /** Of every section of the project, whether it is 专门面向中小企业; null where nobody has said it. */
  reserved: z.array(z.object({ id: idSchema, smeReserved: z.boolean().nullable() })),
  /** Of a 更正公告: what the corrected one says now, corrections in force included; null for the others. */
  corrected: valuesSchema.nullable(),
});

/** What a composed announcement is filled in from. */
const facts = [
  'announcements',
  'projects',
  'sections',
  'plans',
  'suppliers',
  'organisations',
  'settings',
  'calendar_years',
] as const;

export const announcementQueries = {
  /** All of a project's, drafts included, the newest first. */
  'announcements.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      announcements: z.array(announcementListItemSchema),
      /** What one may begin now: a type, and for 更正 and 终止 the announcement it is about. */
      startable: z.array(z.object({ type: z.enum(announcementTypeCodes), targetId: idSchema.nullable() })),
    }),
    standsOn: ['announcements', 'projects', 'sections', 'outbox'],
  },
  'announcements.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      announcement: announcementSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
    }),
    standsOn: ['announcements', 'settings', 'outbox'],
  },
  /** Error codes: not_found, client_too_old. */
  'announcements.compose': { input: composeInput, output: composed, standsOn: facts },
  /** The document of an announcement, as frozen or (for a draft) as it would be now. */
  'announcements.document': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ document: officialDocumentSchema }),
    standsOn: facts,
  },
  /** Of an invitation, or of its correction: what goes to each who is invited; none before it is submitted. */
  'announcements.papers': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ papers: z.array(paperSchema) }),
    standsOn: ['announcements'],
  },
} as const;
