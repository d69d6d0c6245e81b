// An announcement of a project (or, for 采购意向, of a unit). What a person typed is in `content`; what follows from plan, sections and earlier
// announcements is generated and not stored, until submission freezes both together in `frozen`. What is published never changes.
import { z } from 'zod';
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { agencyScope, officeScope, regionScope, type Scope, unitScope } from '../actor.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { historySchema, withServerTimes } from '../history.ts';
import { pushStateSchema } from '../projects/model.ts';
import { fieldKeySchema, filesIn, valuesSchema } from './values.ts';

export const announcementTypeCodes = [
  'INTENTION',
  'PREQUALIFICATION',
  'TENDER',
  'NEGOTIATION_NOTICE',
  'TENDER_INVITATION',
  'NEGOTIATION_INVITATION',
  'RESULT',
  'CORRECTION',
  'INVITATION_CORRECTION',
  'RESULT_CHANGE',
  'TERMINATION',
  'CONTRACT',
  'CONTRACT_CHANGE',
  'ACCEPTANCE',
  'SINGLE_SOURCE',
  'COMPLAINT_RESULT',
  'INSPECTION_RESULT',
  'PENALTY',
  'AGENCY_ASSESSMENT',
  'FRAMEWORK_SOLICITATION',
  'FRAMEWORK_RESULT',
] as const;
export type AnnouncementTypeCode = (typeof announcementTypeCodes)[number];

/** Columns of the website, in its order. */
export const websiteColumns = [
  'intention',
  'notice',
  'correction',
  'termination',
  'result',
  'result_change',
  'contract',
  'complaint',
  'penalty',
  'inspection',
] as const;
export type WebsiteColumn = (typeof websiteColumns)[number];

export const announcementStatuses = [
  'draft',
  'review',
  'returned',
  'approved',
  'published',
  'withdrawn',
] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

/** What was reviewed and is published word for word. */
const frozenSchema = z.strictObject({
  title: text(300),
  /** Every field's value, generated or typed. */
  values: valuesSchema,
  /** The sections as they were then; a later version of one asks for a new look before publication. */
  sections: z.array(z.strictObject({ id: idSchema, platformVersion: z.int() })).max(200),
});

export const announcementSchema = z.strictObject({
  id: idSchema,
  type: z.enum(announcementTypeCodes),
  templateVersion: z.int().min(1),
  status: z.enum(announcementStatuses),
  /** Null for what belongs to no project (采购意向). */
  projectId: idSchema.nullable(),
  planId: idSchema.nullable(),
  planNo: text(64),
  projectNo: text(64),
  projectName: text(200),
  /** 变更采购方式: the project that had these sections before; null for all others. */
  predecessorProjectId: idSchema.nullable(),
  purchaserId: idSchema,
  purchaserName: text(200),
  agencyId: idSchema.nullable(),
  regionCode: code,
  method: code.nullable(),
  platformId: code.nullable(),
  /** Which side wrote it; that side's reviewer looks at it, or the unit's, as the setting says. */
  draftedBy: z.enum(['purchaser', 'agency']),
  title: text(300),
  /** 第 n 次. */
  round: z.int().min(1),
  sectionIds: z.array(idSchema).max(200),
  /** The announcement that this one corrects or ends. */
  targetId: idSchema.nullable(),
  content: valuesSchema,
  fieldEdits: z.record(fieldKeySchema, fieldEditSchema),
  frozen: frozenSchema.nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  publishedAt: z.int().nullable(),
  /** 公告期限: its last day; null where the format has none. */
  displayUntil: plainDateSchema.nullable(),
  withdrawal: z.strictObject({ reason: text(2000), at: z.int(), name: text(50) }).nullable(),
  push: pushStateSchema,
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Announcement = z.infer<typeof announcementSchema>;

/** The group of labels of its states: an invitation is sent to those who are invited, and published to nobody. */
export function statusGroupOf({ type }: Pick<Announcement, 'type'>) {
  return invitationTypes.has(type) || type === 'INVITATION_CORRECTION'
    ? 'announcements.sending'
    : 'announcements.status';
}

/** One that has gone out: to everybody on the website, or to those who are invited. */
export type PublishedAnnouncement = Announcement & {
  readonly frozen: NonNullable<Announcement['frozen']>;
  readonly publishedAt: number;
};
export function isPublished(announcement: Announcement): announcement is PublishedAnnouncement {
  return announcement.publishedAt !== null && announcement.frozen !== null;
}

export const announcements = entity({
  name: 'announcements',
  schema: announcementSchema,
  revision: 4,
  // 2: the history goes by the server's time. 3: the project of before. 4: invitations, which programs of before cannot read.
  upgrade: (body, from) => {
    if (from === 1) return withServerTimes(body as Announcement);
    return from === 2 ? { ...z.looseObject({}).parse(body), predecessorProjectId: null } : body;
  },
  columns: (of) => ({
    type: of.text((announcement) => announcement.type),
    status: of.text((announcement) => announcement.status),
    projectId: of.text((announcement) => announcement.projectId).nullable(),
    targetId: of.text((announcement) => announcement.targetId).nullable(),
    title: of.title((announcement) => announcement.title),
    purchaserId: of.text((announcement) => announcement.purchaserId),
    purchaserName: of.text((announcement) => announcement.purchaserName),
    agencyId: of.text((announcement) => announcement.agencyId).nullable(),
    regionCode: of.text((announcement) => announcement.regionCode),
    draftedBy: of.text((announcement) => announcement.draftedBy),
    publishedAt: of.instant((announcement) => announcement.publishedAt).nullable(),
    updatedAt: of.instant((announcement) => announcement.updatedAt),
  }),
  deskColumns: (of) => ({
    projectName: of.text((announcement) => announcement.projectName),
    submittedBy: of.text((announcement) => announcement.submittedBy).nullable(),
    states: of.text(statusGroupOf),
  }),
  indexes: {
    desk: {
      announcements_target: ['targetId'],
    },
    server: {
      announcements_of_project: { on: ['projectId'] },
      announcements_target_id: { on: ['targetId'] },
    },
  },
  searched: ['title', 'purchaserName'],
  waiting: { waitsFor, covering: ['agencyId', 'submittedBy'] },
  scopes: announcementScopes,
  files: ({ content, frozen }) =>
    [content, frozen?.values ?? {}].flatMap((values) =>
      Object.values(values).flatMap((value) => filesIn(value).map(({ sha256 }) => sha256)),
    ),
});

/** What it waits for and which side wrote it: whose task that is follows from both, and of a review from a setting. */
function waitsFor({ status, draftedBy }: Pick<Announcement, 'status' | 'draftedBy'>): WaitKey | null {
  return status === 'returned' || status === 'review' || status === 'approved'
    ? waitKey(status, draftedBy)
    : null;
}

type Waiting = 'returned' | 'review' | 'approved';
type WaitKey = `${Waiting}:${Announcement['draftedBy']}`;

export function waitKey(status: Waiting, draftedBy: Announcement['draftedBy']): WaitKey {
  return `${status}:${draftedBy}`;
}

/** Unit and agency from the first draft; 采购办 and the region's supervisors once it is published. */
function announcementScopes(announcement: Announcement): readonly Scope[] {
  const { purchaserId, agencyId, regionCode, publishedAt } = announcement;
  const scopes: Scope[] = [unitScope(purchaserId)];
  if (agencyId !== null) scopes.push(agencyScope(agencyId));
  if (publishedAt !== null) scopes.push(officeScope(regionCode), regionScope(regionCode));
  return scopes;
}
