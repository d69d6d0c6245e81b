// Project and sections (标段). A project begins when 采购办 files its plan; its sections come from the trading centre alone.
import { z } from 'zod';
import { localTimeSchema, plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { agencyScope, officeScope, regionScope, type Scope, unitScope } from '../actor.ts';
import { entity } from '../entity.ts';
import { code, text } from '../fields.ts';
import { holdsSchema } from './holds.ts';
import { refusalsSchema } from './refusals.ts';
import { changeSchema, isToBeEnded, resultOf, resultsSchema } from './result.ts';
import { sectionContractsSchema } from './section-contracts.ts';
import { predecessorSchema, projectPredecessorSchema, successorSchema } from './succession.ts';

/** What the parties of a project are; the rows of a project all carry it, and visibility follows from it. */
export const partiesShape = {
  purchaserId: idSchema,
  purchaserName: text(200),
  agencyId: idSchema.nullable(),
  regionCode: code,
};

export type Parties = {
  readonly purchaserId: string;
  readonly agencyId: string | null;
  readonly regionCode: string;
};

/** Unit and agency; with `toAuthorities` also 采购办 and the supervisors of the region. */
export function scopesOfParties(
  { purchaserId, agencyId, regionCode }: Parties,
  toAuthorities: boolean,
): readonly Scope[] {
  const scopes = [unitScope(purchaserId)];
  if (agencyId !== null) scopes.push(agencyScope(agencyId));
  return toAuthorities ? [...scopes, officeScope(regionCode), regionScope(regionCode)] : scopes;
}

export const partyScopes = (row: Parties): readonly Scope[] => scopesOfParties(row, true);

/** Where the push of the plan to the trading centre stands; shown as 请等待交易中心推送标段, since when, last contact. */
export const pushStateSchema = z.strictObject({
  status: z.enum(['not_needed', 'waiting', 'received', 'accepted', 'rejected', 'dead']),
  messageId: text(64).nullable(),
  queuedAt: z.int().nullable(),
  receivedAt: z.int().nullable(),
  answeredAt: z.int().nullable(),
  lastContactAt: z.int().nullable(),
  /** Code and field of the centre's refusal. */
  errorCode: text(100).nullable(),
  errorField: text(200).nullable(),
  requestedAgainAt: z.int().nullable(),
});
export type PushState = z.infer<typeof pushStateSchema>;

export const projectSchema = z.strictObject({
  id: idSchema,
  planId: idSchema,
  planNo: text(64),
  /** 采购项目编号 on notices; null until the first notice gives it. */
  projectNo: text(64).nullable(),
  name: text(200),
  ...partiesShape,
  fiscalYear: z.int(),
  category: z.enum(['A', 'B', 'C']),
  method: code,
  budgetAmount: fenSchema,
  platformId: code.nullable(),
  status: z.enum(['waiting_for_sections', 'sections_received', 'in_execution', 'completed', 'cancelled']),
  push: pushStateSchema,
  sectionCount: z.int().min(0),
  sectionBudgetTotal: fenSchema,
  /** Σ of the sections exceeds the plan's budget: a warning, not a refusal (DOMAIN §2.3). */
  overBudget: z.boolean(),
  /** 变更采购方式: the project whose failed sections it buys by another method; null for all others. */
  predecessor: projectPredecessorSchema.nullable(),
  /** 质保期内: completed, but for 质保金 that is not paid out yet. */
  inWarranty: z.boolean(),
  filedAt: z.int(),
  updatedAt: z.int(),
});
export type Project = z.infer<typeof projectSchema>;

export const projects = entity({
  name: 'projects',
  schema: projectSchema,
  revision: 3,
  // 2: the project whose place it takes. 3: whether it is within its warranty.
  upgrade: (body, from) => ({
    ...z.looseObject({}).parse(body),
    ...(from === 1 ? { predecessor: null } : { inWarranty: false }),
  }),
  columns: (of) => ({
    planId: of.text((project) => project.planId),
    planNo: of.text((project) => project.planNo),
    name: of.title((project) => project.name),
    status: of.text((project) => project.status),
    purchaserId: of.text((project) => project.purchaserId),
    purchaserName: of.text((project) => project.purchaserName),
    agencyId: of.text((project) => project.agencyId).nullable(),
    regionCode: of.text((project) => project.regionCode),
    method: of.text((project) => project.method),
    budgetAmount: of.fen((project) => project.budgetAmount),
    platformId: of.text((project) => project.platformId).nullable(),
    filedAt: of.instant((project) => project.filedAt),
    updatedAt: of.instant((project) => project.updatedAt),
  }),
  deskColumns: (of) => ({
    fiscalYear: of.integer((project) => project.fiscalYear),
    pushStatus: of.text((project) => project.push.status),
    sectionCount: of.integer((project) => project.sectionCount),
    // 1 within it.
    inWarranty: of.integer((project) => Number(project.inWarranty)),
  }),
  indexes: {
    desk: {
      projects_plan: ['planId'],
      projects_number: ['planNo'],
    },
    server: {
      projects_plan_id: { on: ['planId'] },
      projects_plan_no: { on: ['planNo'] },
    },
  },
  searched: ['name', 'planNo', 'purchaserName'],
  scopes: partyScopes,
});

export const sectionStatuses = [
  'received',
  'announced',
  'opened',
  'evaluated',
  'awarded',
  'contracted',
  'accepted',
  'failed',
  'terminated',
  'cancelled',
] as const;

/** What the centre says of a section. */
export const sectionContentSchema = z.strictObject({
  sectionNo: text(64).min(1),
  name: text(200).min(1),
  budget: fenSchema,
  ceiling: fenSchema.nullable(),
  content: text(5000),
  catalogEdition: z.enum(['2013', '2022']),
  catalogCode: code,
  smeReserved: z.boolean(),
  evalMethod: code.nullable(),
  qualification: text(5000).nullable(),
  performancePeriod: text(500).nullable(),
  acceptsConsortium: z.boolean().nullable(),
  openingOn: plainDateSchema.nullable(),
  /** The 采购包 of the plan that it carries out; null where the centre does not say (those of before packages cannot). */
  plannedSectionId: idSchema.nullable().default(null),
});
export type SectionContent = z.infer<typeof sectionContentSchema>;

/** What the announcement that a section stands in says of its days, corrections applied. */
export const scheduleSchema = z.strictObject({
  announcementId: idSchema,
  /** 第 n 次. */
  round: z.int().min(1),
  publishedOn: plainDateSchema,
  /** Rows from before it was kept do not have it. */
  publishedAt: z.int().optional(),
  documentsFrom: plainDateSchema.nullable(),
  documentsUntil: plainDateSchema.nullable(),
  /** 投标（响应）截止时间. */
  deadline: localTimeSchema.nullable(),
  opening: localTimeSchema.nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const sectionSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  planId: idSchema,
  ...partiesShape,
  platformId: code,
  /** 标段唯一标识, the centre's own key. */
  lotUid: text(64).min(1),
  status: z.enum(sectionStatuses),
  ...sectionContentSchema.shape,
  /** The centre's version of the section; a lower one than we hold is out of date. */
  platformVersion: z.int().min(1),
  pushedAt: z.int(),
  receivedAt: z.int(),
  /** A re-push after publication: to be settled by a 更正公告, never applied silently. */
  difference: z
    .strictObject({ platformVersion: z.int(), pushedAt: z.int(), content: sectionContentSchema })
    .nullable(),
  cancelReason: text(2000).nullable(),
  /** Null until it has been announced. Rows from before there were announcements do not have it. */
  schedule: scheduleSchema.nullable().default(null),
  holds: holdsSchema,
  /** Suppliers who were determined for it; which one counts, result.ts says. */
  results: resultsSchema,
  /** 中标结果变更 that was approved and is not announced yet. */
  change: changeSchema.nullable(),
  /** 变更采购方式: the section that failed, in whose place it stands; and once it failed itself, what is bought in its place. */
  predecessor: predecessorSchema.nullable(),
  successor: successorSchema.nullable(),
  /** Winners of this section, or of one whose place it takes, who refused to sign. */
  refusals: refusalsSchema,
  contracts: sectionContractsSchema,
});
export type Section = z.infer<typeof sectionSchema>;

const added: Readonly<Record<number, object>> = {
  2: { holds: [] },
  3: { results: [], change: null },
  4: { predecessor: null, successor: null, refusals: [], contracts: [] },
};

/** Revision 2: a section may say which package it carries out. 3: what holds it. 4: its results, and how they are about to change. 5: whose place it takes, who refused to sign, and its contracts. 6: how these were performed. 7: what an upheld 质疑 demands, 8: when its notice was published, both of which programs of before cannot read. */
function raised(body: unknown, from: number): unknown {
  if (from === 1) return withoutPackage(body);
  if (from === 5) return unperformed(body);
  return { ...z.looseObject({}).parse(body), ...added[from] };
}

function unperformed(body: unknown): unknown {
  const { contracts, ...section } = z.looseObject({ contracts: z.array(z.looseObject({})) }).parse(body);
  const open = { acceptedOn: null, settledAt: null, retained: 0 };
  return { ...section, contracts: contracts.map((contract) => ({ ...contract, ...open })) };
}

function withoutPackage(body: unknown): unknown {
  const of = (content: unknown) =>
    typeof content === 'object' && content !== null ? { plannedSectionId: null, ...content } : content;
  const section = of(body);
  if (typeof section !== 'object' || section === null || !('difference' in section)) return section;
  const { difference } = section;
  if (typeof difference !== 'object' || difference === null || !('content' in difference)) return section;
  return { ...section, difference: { ...difference, content: of(difference.content) } };
}

/** Counts for its project: everything but what the centre (or 采购办) has cancelled. */
export function isLive(section: Section): boolean {
  return section.status !== 'cancelled';
}

/** Has been published in some way; from then on nothing about it changes silently. */
export function isAnnounced(section: Section): boolean {
  return section.status !== 'received' && section.status !== 'cancelled';
}

export const sections = entity({
  name: 'sections',
  schema: sectionSchema,
  revision: 8,
  upgrade: raised,
  columns: (of) => ({
    projectId: of.text((section) => section.projectId),
    planId: of.text((section) => section.planId),
    platformId: of.text((section) => section.platformId),
    lotUid: of.text((section) => section.lotUid),
    sectionNo: of.text((section) => section.sectionNo),
    name: of.title((section) => section.name),
    status: of.text((section) => section.status),
    purchaserId: of.text((section) => section.purchaserId),
    regionCode: of.text((section) => section.regionCode),
    budget: of.fen((section) => section.budget),
    receivedAt: of.instant((section) => section.receivedAt),
  }),
  deskColumns: (of) => ({
    purchaserName: of.text((section) => section.purchaserName),
    agencyId: of.text((section) => section.agencyId).nullable(),
    noticeId: of.text((section) => section.schedule?.announcementId ?? null).nullable(),
    updatedAt: of.instant(waitsSince),
  }),
  waiting: { waitsFor, covering: ['agencyId'] },
  indexes: {
    desk: {
      sections_project_number: ['projectId', 'sectionNo'],
      sections_plan: ['planId'],
      sections_lot: ['lotUid'],
      sections_status: ['status', 'receivedAt', 'projectId'],
    },
    server: {
      sections_project_id: { on: ['projectId'] },
      sections_lot_uid: { on: ['lotUid'] },
    },
  },
  searched: ['name', 'sectionNo'],
  scopes: partyScopes,
});

export type SectionWait = 'result' | 'end';

/** What it waits for by what its results say: a 结果公告, or after a filing by which nobody wins, the 终止公告. Whatever ends the section ends the wait. */
function waitsFor(section: Section): SectionWait | null {
  const result = resultOf(section);
  if (section.status === 'evaluated' && result !== undefined && result.announcementId === null)
    return 'result';
  return isToBeEnded(section) ? 'end' : null;
}

function waitsSince({ receivedAt, results }: Section): number {
  const times = results.flatMap(({ determinedAt, void: voided }) => [determinedAt, voided?.at ?? 0]);
  return Math.max(receivedAt, ...times);
}
