// 质疑 (94号令): what a supplier objects to, who received it when, what was answered, and what follows from that for the sections. One that may
// affect the result holds its sections (projects/holds.ts) until it is answered, and where it is upheld, until that is carried out.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema } from '../history.ts';
import { partiesShape, scopesOfParties } from '../projects/model.ts';

/** 质疑对象: the 采购文件, the 采购过程, or the 中标（成交）结果 (94号令 art 11 counts the supplier's days from each differently). */
export const challengeStages = ['document', 'process', 'result'] as const;

/** Whether what the supplier says is so. */
export const conclusions = ['upheld', 'partly_upheld', 'dismissed'] as const;

/** What follows where it is so (94号令 art 16). */
export const consequences = [
  /** 成立但未影响结果，继续开展采购活动 */
  'go_on',
  /** 澄清或者修改采购文件后继续开展采购活动 */
  'amend_and_go_on',
  /** 修改采购文件后重新开展采购活动 */
  'amend_and_restart',
  /** 从合格的候选人中另行确定中标（成交）供应商 */
  'next_candidate',
  /** 重新开展采购活动 */
  'restart',
] as const;
export type Consequence = (typeof consequences)[number];

/** How the reply reached the supplier. */
export const services = ['direct', 'post', 'online', 'other'] as const;

/** What people type, and what a centre pushes. A draft may be incomplete; what must be there is asked at 登记 (rules/challenge-rules.ts). */
export const challengeContentSchema = z.strictObject({
  sectionIds: z.array(idSchema).max(200),
  stage: z.enum(challengeStages).nullable(),
  supplierName: text(200),
  supplierUscc: text(18),
  supplierContact: text(50),
  supplierPhone: text(100),
  /** 质疑函编号, where it has one. */
  letterNo: text(64),
  /** 质疑函落款日期 or 寄出日期: a letter posted in time is in time (94号令 art 42). */
  sentOn: plainDateSchema.nullable(),
  receivedOn: plainDateSchema.nullable(),
  /** 知道或者应当知道权益受到损害之日. */
  knownOn: plainDateSchema.nullable(),
  matters: text(5000),
  /** 是否可能影响中标（成交）结果; null: nobody has said so yet. */
  mayAffectResult: z.boolean().nullable(),
  files: z.array(fileSchema).max(50),
});
export type ChallengeContent = z.infer<typeof challengeContentSchema>;
export type ChallengeField = keyof ChallengeContent;

/** What a centre says of one; whether it may affect the result is not for the centre to say. */
export const centreContentSchema = challengeContentSchema.omit({
  sectionIds: true,
  mayAffectResult: true,
  files: true,
});

export const emptyChallenge: ChallengeContent = {
  sectionIds: [],
  stage: null,
  supplierName: '',
  supplierUscc: '',
  supplierContact: '',
  supplierPhone: '',
  letterNo: '',
  sentOn: null,
  receivedOn: null,
  knownOn: null,
  matters: '',
  mayAffectResult: null,
  files: [],
};

export const replySchema = z.strictObject({
  conclusion: z.enum(conclusions),
  consequence: z.enum(consequences).nullable(),
  text: text(5000).refine((value) => value.trim().length >= 2, 'reason_short'),
  repliedOn: plainDateSchema,
  servedOn: plainDateSchema.nullable(),
  service: z.enum(services).nullable(),
  files: z.array(fileSchema).max(50),
});
export type Reply = z.infer<typeof replySchema>;

/** 书面报告本级财政部门, where the answer changes the result (94号令 art 16). */
const reportSchema = z.strictObject({ reportedOn: plainDateSchema, files: z.array(fileSchema).max(50) });

const courseSchema = z.strictObject({
  sectionId: idSchema,
  noticeId: idSchema,
  /** Of a 资格预审公告, its 第 n 次: the invitation that goes on from it is of the same. Null of all others. */
  prequalifiedRound: z.int().min(1).nullable(),
});
export type ChallengedCourse = z.infer<typeof courseSchema>;

export const challengeStatuses = ['draft', 'open', 'replied', 'withdrawn', 'cancelled'] as const;
export type ChallengeStatus = (typeof challengeStatuses)[number];

export const challengeSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  projectName: text(200),
  ...partiesShape,
  status: z.enum(challengeStatuses),
  /** Who told of it first: the trading centre, or one side of the project. */
  source: z.enum(['centre', 'purchaser', 'agency']),
  /** What the centre said of it last, and its own key of it; null where it was entered. */
  centre: z
    .strictObject({
      platformId: code,
      challengeUid: text(64),
      version: z.int().min(1),
      pushedAt: z.int(),
      sectionIds: z.array(idSchema).max(200),
      content: centreContentSchema,
    })
    .nullable(),
  content: challengeContentSchema,
  reply: replySchema.nullable(),
  report: reportSchema.nullable(),
  /** In which course each section stood when it was registered; of those from before this was kept, none. */
  courses: z.array(courseSchema).max(400),
  /** 答复期限 (94号令 art 13), as counted when it was registered; null for a draft. */
  replyDue: plainDateSchema.nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Challenge = z.infer<typeof challengeSchema>;

export const challenges = entity({
  name: 'challenges',
  schema: challengeSchema,
  revision: 2,
  // 2: the courses of its sections.
  upgrade: (body) => ({ ...z.looseObject({}).parse(body), courses: [] }),
  columns: (of) => ({
    projectId: of.text((challenge) => challenge.projectId),
    status: of.text((challenge) => challenge.status),
    purchaserId: of.text((challenge) => challenge.purchaserId),
    purchaserName: of.text((challenge) => challenge.purchaserName),
    agencyId: of.text((challenge) => challenge.agencyId).nullable(),
    regionCode: of.text((challenge) => challenge.regionCode),
    challengeUid: of.text((challenge) => challenge.centre?.challengeUid ?? null).nullable(),
    updatedAt: of.instant((challenge) => challenge.updatedAt),
  }),
  deskColumns: (of) => ({
    supplierName: of.title((challenge) => challenge.content.supplierName),
    letterNo: of.text((challenge) => challenge.content.letterNo),
    projectName: of.text((challenge) => challenge.projectName),
    stage: of.text((challenge) => challenge.content.stage).nullable(),
    receivedOn: of.text((challenge) => challenge.content.receivedOn).nullable(),
    replyDue: of.text((challenge) => challenge.replyDue).nullable(),
    mayAffect: of.text(({ content }) =>
      content.mayAffectResult === null ? 'unsaid' : content.mayAffectResult ? 'yes' : 'no',
    ),
  }),
  indexes: {
    desk: { challenges_of_project: ['projectId'] },
    server: {
      challenges_project_id: { on: ['projectId'] },
      challenges_uid: { on: ['challengeUid'] },
    },
  },
  searched: ['supplierName', 'letterNo', 'projectName'],
  waiting: { waitsFor, covering: ['agencyId'] },
  scopes: challengeScopes,
  files: ({ content, reply, report }) =>
    [...content.files, ...(reply?.files ?? []), ...(report?.files ?? [])].map(({ sha256 }) => sha256),
});

/** Both sides answer for it: whoever of them is first. A changed result must be told to 采购办. */
function waitsFor(challenge: Pick<Challenge, 'status' | 'reply' | 'report'>): 'reply' | 'report' | null {
  if (challenge.status === 'open') return 'reply';
  return owesReport(challenge) ? 'report' : null;
}

/** The answer changes the result, and nobody has reported it yet. */
export function owesReport({
  status,
  reply,
  report,
}: Pick<Challenge, 'status' | 'reply' | 'report'>): boolean {
  return status === 'replied' && report === null && reply !== null && changesResult(reply.consequence);
}

export function changesResult(consequence: Consequence | null): boolean {
  return consequence === 'next_candidate' || consequence === 'restart';
}

/** Unit and agency from the first draft; 采购办 and the region's supervisors once it is registered. */
function challengeScopes(challenge: Challenge) {
  return scopesOfParties(challenge, challenge.status !== 'draft');
}
