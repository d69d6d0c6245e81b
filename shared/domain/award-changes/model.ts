// 中标结果变更备案: what the 采购人 files with 采购办 before a published result may be changed. One a section and change; a second one changes what the first has made.
import { z } from 'zod';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { letterSchema } from '../awards/model.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema } from '../history.ts';
import { partiesShape, scopesOfParties } from '../projects/model.ts';
import { changeSchema, membersSchema, resultSchema } from '../projects/result.ts';
import { sizeClasses } from '../suppliers/model.ts';

/** What a correction leaves as it is. */
export { isSameBargain } from '../projects/result.ts';

/** 变更方式. `correct`: 更正公告内容, 供应商不变. */
export const changeActions = ['next_candidate', 'procure_again', 'invalid', 'correct'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** 合同状态: it decides which consequence is possible (94号令 art 32). */
export const contractStates = ['unsigned', 'signed', 'performed'] as const;

export const changePurposes = [
  'refusal',
  'liability',
  'evaluation',
  'reply',
  'decision',
  'proof',
  'declaration',
  'other',
] as const;
export type ChangePurpose = (typeof changePurposes)[number];

const changeFileSchema = z.strictObject({ ...fileSchema.shape, purpose: z.enum(changePurposes) });

/** What people type. A draft may be incomplete; what must be there is asked at 提交 (rules/award-change-rules.ts). */
export const changeContentSchema = z.strictObject({
  reasonCode: z.enum(resultChangeReasons.entries.map((entry) => entry.code)).nullable(),
  /** 变更依据及说明, as it will be announced. */
  reason: text(2000),
  action: z.enum(changeActions).nullable(),
  /** Number of the 质疑答复, 投诉处理决定 or 处罚决定 that it follows from. */
  documentNo: text(100),
  contractState: z.enum(contractStates).nullable(),
  /** 合格供应商: how many are left, where a 质疑 or 投诉 was upheld (94号令 art 16, 32). */
  qualified: z.int().min(0).max(500).nullable(),
  winner: text(200),
  address: text(300),
  sizeClass: z.enum(sizeClasses).nullable(),
  members: membersSchema,
  amount: fenSchema.nullable(),
  rate: text(200),
  /** 更正公告内容. */
  corrections: changeSchema.shape.corrections,
  files: z.array(changeFileSchema).max(50),
});
export type ChangeContent = z.infer<typeof changeContentSchema>;
export type ChangeField = keyof ChangeContent;

export const emptyChange: ChangeContent = {
  reasonCode: null,
  reason: '',
  action: null,
  documentNo: '',
  contractState: null,
  qualified: null,
  winner: '',
  address: '',
  sizeClass: null,
  members: [],
  amount: null,
  rate: '',
  corrections: [],
  files: [],
};

/** `closed`: approved without a change to announce, because nobody wins: the section is ended by a 终止公告. `lapsed`: given up before it was announced. */
export const changeStatuses = [
  'draft',
  'review',
  'returned',
  'approved',
  'announced',
  'closed',
  'lapsed',
] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export const awardChangeSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  sectionNo: text(64),
  sectionName: text(200),
  ...partiesShape,
  platformId: code,
  status: z.enum(changeStatuses),
  content: changeContentSchema,
  /** The result that it changes, as it was when the filing was begun. */
  original: resultSchema,
  /** The filing that has made this result; null where the award did. */
  previousId: idSchema.nullable(),
  /** 备案编号, given by 采购办's approval. */
  changeNo: text(64).nullable(),
  approvedAt: z.int().nullable(),
  approvedBy: z.string().nullable(),
  /** 结果变更公告. */
  announcementId: idSchema.nullable(),
  /** The 中标（成交）通知书 that was issued with it; null before, and where the one of before stays. */
  letter: letterSchema.nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it last went to 采购办, which has known of it ever since. */
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type AwardChange = z.infer<typeof awardChangeSchema>;

/** In these states no other filing of the section may be begun. */
const openStatuses: ReadonlySet<ChangeStatus> = new Set(['draft', 'review', 'returned', 'approved']);

export function isOpen({ status }: Pick<AwardChange, 'status'>): boolean {
  return openStatuses.has(status);
}

export const awardChanges = entity({
  name: 'award_changes',
  schema: awardChangeSchema,
  revision: 2,
  // 2: the letter is kept as it was issued; of before, its number and day stand on the section alone.
  upgrade: (body) => ({ ...(body as AwardChange), letter: null }),
  columns: (of) => ({
    projectId: of.text((change) => change.projectId),
    sectionId: of.text((change) => change.sectionId),
    status: of.text((change) => change.status),
    purchaserId: of.text((change) => change.purchaserId),
    purchaserName: of.text((change) => change.purchaserName),
    agencyId: of.text((change) => change.agencyId).nullable(),
    regionCode: of.text((change) => change.regionCode),
    changeNo: of.text((change) => change.changeNo).nullable(),
    updatedAt: of.instant((change) => change.updatedAt),
  }),
  deskColumns: (of) => ({
    projectName: of.title((change) => change.projectName),
    sectionName: of.text((change) => `${change.sectionNo} ${change.sectionName}`),
    supplierName: of.text((change) => change.original.supplierName),
    reasonCode: of.text((change) => change.content.reasonCode ?? '').nullable(),
    action: of.text((change) => change.content.action ?? '').nullable(),
  }),
  indexes: {
    desk: { award_changes_section: ['sectionId'], award_changes_project: ['projectId'] },
    server: {
      award_changes_section_id: { on: ['sectionId'] },
      award_changes_number: { on: ['changeNo'] },
    },
  },
  searched: ['projectName', 'sectionName', 'supplierName', 'changeNo'],
  waiting: { waitsFor, covering: [] },
  scopes: (change) => scopesOfParties(change, change.submittedAt !== null),
  files: ({ content }) => content.files.map(({ sha256 }) => sha256),
});

export type WaitKey = 'returned' | 'review' | 'approved';

function waitsFor({ status }: Pick<AwardChange, 'status'>): WaitKey | null {
  return status === 'returned' || status === 'review' || status === 'approved' ? status : null;
}
