// 中标（成交）结果 of one section: whom the 采购人 determines from the ranked candidates, and why where that is not the first (条例 art 43). What follows from it
// for everybody else stands on the section (projects/result.ts).
import { z } from 'zod';
import { passedOverReasons } from '#shared/codes/award.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema } from '../history.ts';
import { partiesShape, scopesOfParties } from '../projects/model.ts';
import { membersSchema } from '../projects/result.ts';
import { sizeClasses } from '../suppliers/model.ts';

const files = z.array(fileSchema).max(50);
const supplierName = text(200);

/** A line of the ranking, as the 评审报告 has it. */
const candidateSchema = z.strictObject({
  supplier: supplierName,
  uscc: text(18),
  price: fenSchema.nullable(),
  score: z.number().min(0).max(1000).nullable(),
  /** 评审报价, where policies make it another than the price. */
  reviewPrice: fenSchema.nullable(),
  /** Several may have the same. */
  rank: z.int().min(1).max(500),
});
export type Candidate = z.infer<typeof candidateSchema>;

const passedOverSchema = z.strictObject({
  supplier: supplierName,
  reasonCode: z.enum(passedOverReasons.entries.map((entry) => entry.code)).nullable(),
  reason: text(2000),
  files,
});
export type PassedOver = z.infer<typeof passedOverSchema>;

/** By whom: the 采购人; the committee, by written authority given beforehand; or the law, where the 采购人 has been silent (条例 art 43). */
export const bases = ['purchaser', 'committee', 'silence'] as const;

/** What people type. A draft may be incomplete; what must be there is asked at 提交确认 (rules/awards/rules.ts). */
export const awardContentSchema = z.strictObject({
  basis: z.enum(bases),
  /** 书面授权. */
  authority: files,
  /** The ranking where the trading centre has told of none; of 单一来源 the one supplier. */
  candidates: z.array(candidateSchema).max(500),
  /** 单一来源: 协商情况记录 (74号令 art 42). */
  records: files,
  /** The candidate who is determined, by name; empty: nobody yet. */
  winner: supplierName,
  address: text(300),
  sizeClass: z.enum(sizeClasses).nullable(),
  /** Of a 联合体, whose lead the winner is. */
  members: membersSchema,
  amount: fenSchema.nullable(),
  /** 优惠率/费率, where no amount was offered. */
  rate: text(200),
  /** Everybody who stands before the winner. */
  passedOver: z.array(passedOverSchema).max(500),
  /** 并列: how it was resolved, where the winner shares the rank. */
  tie: z.strictObject({ by: z.enum(['document', 'lot']), note: text(2000), files }).nullable(),
  /** 重新评审 changed the result: the written report to 采购办 (87号令 art 64). */
  report: z.strictObject({ reportedOn: plainDateSchema, files }).nullable(),
  note: text(2000),
});
export type AwardContent = z.infer<typeof awardContentSchema>;
export type AwardField = keyof AwardContent;

export const emptyAward: AwardContent = {
  basis: 'purchaser',
  authority: [],
  candidates: [],
  records: [],
  winner: '',
  address: '',
  sizeClass: null,
  members: [],
  amount: null,
  rate: '',
  passedOver: [],
  tie: null,
  report: null,
  note: '',
};

const partySchema = z.strictObject({ name: text(200), address: text(300), phone: text(100) });
export type Party = z.infer<typeof partySchema>;

/** As it was issued: what becomes of settings and organisations afterwards does not change it. */
export const letterSchema = z.strictObject({
  no: text(64),
  at: z.int(),
  /** Within so many days of it the contract is to be signed (法 art 46). */
  contractSignDays: z.int(),
  purchaser: partySchema,
  agency: partySchema.nullable(),
});

export type Letter = z.infer<typeof letterSchema>;

export const awardStatuses = ['draft', 'review', 'returned', 'confirmed', 'published', 'void'] as const;
export type AwardStatus = (typeof awardStatuses)[number];

export const awardSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  sectionNo: text(64),
  sectionName: text(200),
  ...partiesShape,
  platformId: code,
  /** The notice in whose course it was determined, and its 第 n 次. */
  noticeId: idSchema,
  round: z.int().min(1),
  status: z.enum(awardStatuses),
  draftedBy: z.enum(['purchaser', 'agency']),
  content: awardContentSchema,
  /** The evaluation it stands on, where the centre has told of one; taken when it was submitted. */
  evaluationId: idSchema.nullable(),
  /** The ranking it was determined from; empty for a draft. */
  ranking: z.array(candidateSchema).max(500),
  determinedAt: z.int().nullable(),
  determinedBy: z.string().nullable(),
  announcementId: idSchema.nullable(),
  /** 中标（成交）通知书. */
  letter: letterSchema.nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Award = z.infer<typeof awardSchema>;

/** One a section and notice: whoever begins it second, offline or not, finds the first one's. `before`: those that were made void. */
export function awardIdOf(sectionId: Id, noticeId: Id, before: number): Id {
  return namedId(`award/${sectionId}/${noticeId}/${before}`);
}

export const awards = entity({
  name: 'awards',
  schema: awardSchema,
  columns: (of) => ({
    projectId: of.text((award) => award.projectId),
    sectionId: of.text((award) => award.sectionId),
    status: of.text((award) => award.status),
    purchaserId: of.text((award) => award.purchaserId),
    purchaserName: of.text((award) => award.purchaserName),
    agencyId: of.text((award) => award.agencyId).nullable(),
    regionCode: of.text((award) => award.regionCode),
    draftedBy: of.text((award) => award.draftedBy),
    letterNo: of.text((award) => award.letter?.no ?? null).nullable(),
    updatedAt: of.instant((award) => award.updatedAt),
  }),
  deskColumns: (of) => ({
    sectionName: of.title((award) => `${award.sectionNo} ${award.sectionName}`),
    projectName: of.text((award) => award.projectName),
    winner: of.text((award) => award.content.winner),
    submittedBy: of.text((award) => award.submittedBy).nullable(),
    noticeId: of.text((award) => award.noticeId),
  }),
  indexes: {
    desk: { awards_of_section: ['sectionId'], awards_of_project: ['projectId'] },
    server: {
      awards_section_id: { on: ['sectionId'] },
      awards_letter_no: { on: ['letterNo'] },
    },
  },
  searched: ['sectionName', 'projectName', 'winner'],
  waiting: { waitsFor, covering: ['agencyId', 'submittedBy', 'sectionId', 'noticeId'] },
  scopes: awardScopes,
  files: ({ content }) =>
    [
      ...content.authority,
      ...content.records,
      ...content.passedOver.flatMap((each) => each.files),
      ...(content.tie?.files ?? []),
      ...(content.report?.files ?? []),
    ].map(({ sha256 }) => sha256),
});

/** What it waits for; of what was returned, whose turn it is says who drafted it. */
function waitsFor({ status, draftedBy }: Pick<Award, 'status' | 'draftedBy'>): WaitKey | null {
  if (status === 'returned') return `returned:${draftedBy}`;
  // Once it is confirmed, its section waits for the 结果公告, and no more once that has ended.
  return status === 'review' ? status : null;
}
export type WaitKey = `returned:${Award['draftedBy']}` | 'review';

/** Unit and agency from the first draft; 采购办 and the region's supervisors once it is determined: nobody else hears of it before. */
function awardScopes(award: Award) {
  return scopesOfParties(
    award,
    award.status === 'confirmed' || award.status === 'published' || award.status === 'void',
  );
}
