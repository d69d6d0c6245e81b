// 履约验收: what of a contract in force was accepted, by whom and by which standards (法 art 41; 条例 art 45). Several of one contract, one after the other: by 阶段 or 期间, and
// once more after a 整改. What it says is the unit's, and 采购办's once it is concluded; of public services everybody reads the result.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { officeScope, type Scope, unitScope } from '../../actor.ts';
import { entity } from '../../entity.ts';
import { fieldEditSchema } from '../../field-changes.ts';
import { code, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape, pushStateSchema } from '../../projects/model.ts';
import { pushNotNeeded } from '../../projects/push-state.ts';

/** 一次性, 分期, 最终. */
export const acceptanceParts = ['once', 'part', 'last'] as const;
export type AcceptancePart = (typeof acceptanceParts)[number];

/** 到货, 安装调试, 终验 of goods; 服务期间 of services; 阶段, 竣工 of works. */
export const acceptanceStages = [
  'arrival',
  'installation',
  'final',
  'period',
  'phase',
  'completion',
] as const;
export type AcceptanceStage = (typeof acceptanceStages)[number];

/** Which of them goods, works and services have. */
export const stagesOf: Readonly<Record<'A' | 'B' | 'C', readonly AcceptanceStage[]>> = {
  A: ['arrival', 'installation', 'final'],
  B: ['phase', 'completion'],
  C: ['period'],
};

/** 采购人, 使用人, 第三方, 服务对象, 专家, 其他. */
export const memberRoles = ['purchaser', 'user', 'third_party', 'served', 'expert', 'other'] as const;

/** 合格, 部分合格, 不合格. */
export const conclusions = ['passed', 'partial', 'failed'] as const;
export type Conclusion = (typeof conclusions)[number];

export const supplierAnswers = ['confirmed', 'refused'] as const;

/** 验收申请, 已签字的验收书, 竣工验收记录, 第三方报告, 证明材料, 整改材料, 其他. */
export const acceptancePurposes = [
  'request',
  'signed',
  'completion',
  'third_party',
  'evidence',
  'rectification',
  'other',
] as const;
export type AcceptancePurpose = (typeof acceptancePurposes)[number];

const memberSchema = z.strictObject({
  id: idSchema,
  name: text(50),
  unit: text(200),
  role: z.enum(memberRoles).nullable(),
  /** 组长. */
  head: z.boolean(),
});

/** 逐项: what was demanded, and what was found. */
const rowSchema = z.strictObject({
  id: idSchema,
  /** The item of the contract; null for what is demanded beside them. */
  itemId: idSchema.nullable(),
  item: text(200),
  requirement: text(1000),
  found: text(2000),
  passed: z.boolean().nullable(),
  /** Of `files`. */
  evidenceId: idSchema.nullable(),
});

const acceptanceFileSchema = z.strictObject({ ...fileSchema.shape, purpose: z.enum(acceptancePurposes) });

/** What people type. A draft may be incomplete; what must be there is asked at 提交审核 (rules/acceptance). */
export const acceptanceContentSchema = z.strictObject({
  /** 验收申请: by whom and when, and when the 采购人 answered. */
  requestedBy: text(200),
  requestedOn: plainDateSchema.nullable(),
  answeredOn: plainDateSchema.nullable(),
  part: z.enum(acceptanceParts).nullable(),
  stage: z.enum(acceptanceStages).nullable(),
  /** Of a service: the period that is accepted. */
  periodFrom: plainDateSchema.nullable(),
  periodUntil: plainDateSchema.nullable(),
  /** 向社会公众提供的公共服务 (条例 art 45). */
  publicService: z.boolean(),
  /** 验收方案: 方式, 时间, 地点, 主要指标和标准. */
  method: text(2000),
  heldOn: plainDateSchema.nullable(),
  place: text(300),
  standards: text(5000),
  members: z.array(memberSchema).max(50),
  rows: z.array(rowSchema).max(500),
  thirdParty: text(200),
  thirdPartyOpinion: text(5000),
  servedOpinion: text(5000),
  /** 存在问题和改进意见. */
  problems: text(5000),
  groupOpinion: text(5000),
  conclusion: z.enum(conclusions).nullable(),
  /** Items of the contract of which nothing is left to be accepted. */
  passedItems: z.array(idSchema).max(500),
  rectification: text(5000),
  rectifyUntil: plainDateSchema.nullable(),
  purchaserOpinion: text(2000),
  supplierAnswer: z.enum(supplierAnswers).nullable(),
  /** Why the supplier does not sign. */
  supplierReason: text(2000),
  files: z.array(acceptanceFileSchema).max(50),
});
export type AcceptanceContent = z.infer<typeof acceptanceContentSchema>;
export type AcceptanceField = keyof AcceptanceContent;

export const emptyAcceptance: AcceptanceContent = {
  requestedBy: '',
  requestedOn: null,
  answeredOn: null,
  part: null,
  stage: null,
  periodFrom: null,
  periodUntil: null,
  publicService: false,
  method: '',
  heldOn: null,
  place: '',
  standards: '',
  members: [],
  rows: [],
  thirdParty: '',
  thirdPartyOpinion: '',
  servedOpinion: '',
  problems: '',
  groupOpinion: '',
  conclusion: null,
  passedItems: [],
  rectification: '',
  rectifyUntil: null,
  purchaserOpinion: '',
  supplierAnswer: null,
  supplierReason: '',
  files: [],
};

/** `concluded`: 办结, final. What came out is in its content. */
export const acceptanceStatuses = ['draft', 'review', 'returned', 'approved', 'concluded'] as const;
export type AcceptanceStatus = (typeof acceptanceStatuses)[number];

export const acceptanceSchema = z.strictObject({
  id: idSchema,
  contractId: idSchema,
  contractNo: text(64),
  contractName: text(200),
  supplierName: text(200),
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  ...partiesShape,
  platformId: code,
  category: z.enum(['A', 'B', 'C']),
  status: z.enum(acceptanceStatuses),
  content: acceptanceContentSchema,
  /** 整改 after this one, which was not 合格. */
  predecessorId: idSchema.nullable(),
  /** 验收编号. */
  acceptanceNo: text(64).nullable(),
  concludedAt: z.int().nullable(),
  /** 验收结果公告; null before it is published, and of what is no public service. */
  announcementId: idSchema.nullable(),
  /** Where its message to the trading centre stands. */
  push: pushStateSchema,
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it last went to the reviewer. */
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const acceptances = entity({
  name: 'acceptances',
  schema: acceptanceSchema,
  revision: 2,
  // 2: what the trading centre answered; of before nobody listened.
  upgrade: (body) => ({ ...z.looseObject({}).parse(body), push: pushNotNeeded }),
  columns: (of) => ({
    contractId: of.text((acceptance) => acceptance.contractId),
    projectId: of.text((acceptance) => acceptance.projectId),
    status: of.text((acceptance) => acceptance.status),
    purchaserId: of.text((acceptance) => acceptance.purchaserId),
    purchaserName: of.text((acceptance) => acceptance.purchaserName),
    regionCode: of.text((acceptance) => acceptance.regionCode),
    acceptanceNo: of.text((acceptance) => acceptance.acceptanceNo).nullable(),
    updatedAt: of.instant((acceptance) => acceptance.updatedAt),
  }),
  deskColumns: (of) => ({
    contractName: of.title((acceptance) => acceptance.contractName),
    contractNo: of.text((acceptance) => acceptance.contractNo),
    projectName: of.text((acceptance) => acceptance.projectName),
    supplierName: of.text((acceptance) => acceptance.supplierName),
    stage: of.text((acceptance) => acceptance.content.stage).nullable(),
    conclusion: of.text((acceptance) => acceptance.content.conclusion).nullable(),
    heldOn: of.date((acceptance) => acceptance.content.heldOn).nullable(),
  }),
  indexes: {
    desk: { acceptances_contract: ['contractId'], acceptances_project: ['projectId'] },
    server: {
      acceptances_contract_id: { on: ['contractId'] },
      acceptances_acceptance_no: { on: ['acceptanceNo'] },
    },
  },
  searched: ['contractName', 'contractNo', 'projectName', 'supplierName', 'acceptanceNo'],
  waiting: { waitsFor, covering: [] },
  scopes: acceptanceScopes,
  files: ({ content }) => content.files.map(({ sha256 }) => sha256),
});

/** As its contract: the unit, and 采购办 once it is concluded. */
function acceptanceScopes({ purchaserId, regionCode, concludedAt }: Acceptance): readonly Scope[] {
  return concludedAt === null ? [unitScope(purchaserId)] : [unitScope(purchaserId), officeScope(regionCode)];
}

export type AcceptanceWait = 'returned' | 'review' | 'approved';

function waitsFor({ status }: Pick<Acceptance, 'status'>): AcceptanceWait | null {
  return status === 'returned' || status === 'review' || status === 'approved' ? status : null;
}
