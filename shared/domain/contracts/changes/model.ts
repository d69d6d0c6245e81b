// 合同变更: what was agreed after the contract was filed, each in a record of its own, so that contract and changes are a chain of versions. Added identical goods, works or
// services count towards the tenth (法 art 49); 延期, 减量 and 主体变更 do not.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { officeScope, type Scope, unitScope } from '../../actor.ts';
import { entity } from '../../entity.ts';
import { fieldEditSchema } from '../../field-changes.ts';
import { code, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape } from '../../projects/model.ts';
import { contractChangeKinds } from '../../projects/section-contracts.ts';

export const contractChangePurposes = ['full', 'public', 'other'] as const;
export type ContractChangePurpose = (typeof contractChangePurposes)[number];

/** Why a contract ends before it is carried out: 协商一致, 供应商违约, 采购人原因, 不可抗力, 监督管理部门的处理决定, 其他. */
export const terminationReasons = [
  'agreement',
  'supplier_breach',
  'purchaser',
  'force_majeure',
  'decision',
  'other',
] as const;
export type TerminationReason = (typeof terminationReasons)[number];

/** What people type. A draft may be incomplete; what must be there is asked at 提交审核 (rules/contract-change-rules.ts). */
export const contractChangeContentSchema = z.strictObject({
  kind: z.enum(contractChangeKinds).nullable(),
  /** 变更的条款号. */
  clauses: text(500),
  /** 变更内容: before and after. */
  description: text(5000),
  reason: text(2000),
  /** What is added, or taken away. */
  amount: fenSchema.nullable(),
  /** 追加与合同标的相同的货物、工程或者服务. */
  identical: z.boolean(),
  /** 主体变更: who takes its place. */
  newSupplier: text(200),
  newSupplierUscc: text(18),
  /** 终止: why, and what becomes of what was delivered, paid and given as 履约保证金. */
  terminationReason: z.enum(terminationReasons).nullable(),
  settlement: text(2000),
  changedOn: plainDateSchema.nullable(),
  nothingHidden: z.boolean(),
  files: z.array(z.strictObject({ ...fileSchema.shape, purpose: z.enum(contractChangePurposes) })).max(50),
});
export type ContractChangeContent = z.infer<typeof contractChangeContentSchema>;
export type ContractChangeField = keyof ContractChangeContent;

export const emptyContractChange: ContractChangeContent = {
  kind: null,
  clauses: '',
  description: '',
  reason: '',
  amount: null,
  identical: false,
  newSupplier: '',
  newSupplierUscc: '',
  terminationReason: null,
  settlement: '',
  changedOn: null,
  nothingHidden: false,
  files: [],
};

export const contractChangeStatuses = ['draft', 'review', 'returned', 'approved', 'published'] as const;
export type ContractChangeStatus = (typeof contractChangeStatuses)[number];

export const contractChangeSchema = z.strictObject({
  id: idSchema,
  contractId: idSchema,
  contractNo: text(64),
  contractName: text(200),
  projectId: idSchema,
  projectName: text(200),
  sectionId: idSchema,
  supplierName: text(200),
  ...partiesShape,
  platformId: code,
  status: z.enum(contractChangeStatuses),
  content: contractChangeContentSchema,
  /** 合同变更公告; null before it is published, and where the contract may not be. */
  announcementId: idSchema.nullable(),
  publishedAt: z.int().nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  history: historySchema,
});
export type ContractChange = z.infer<typeof contractChangeSchema>;

export const contractChanges = entity({
  name: 'contract_changes',
  schema: contractChangeSchema,
  revision: 2,
  // 2: 终止 is a change of its own.
  upgrade: withTermination,
  columns: (of) => ({
    contractId: of.text((change) => change.contractId),
    projectId: of.text((change) => change.projectId),
    status: of.text((change) => change.status),
    purchaserId: of.text((change) => change.purchaserId),
    regionCode: of.text((change) => change.regionCode),
    updatedAt: of.instant((change) => change.updatedAt),
  }),
  deskColumns: (of) => ({
    contractName: of.title((change) => change.contractName),
    contractNo: of.text((change) => change.contractNo),
    purchaserName: of.text((change) => change.purchaserName),
  }),
  indexes: {
    desk: { contract_changes_contract: ['contractId'], contract_changes_project: ['projectId'] },
    server: { contract_changes_contract_id: { on: ['contractId'] } },
  },
  searched: ['contractName', 'contractNo'],
  waiting: { waitsFor, covering: [] },
  scopes: changeScopes,
  files: ({ content }) => content.files.map(({ sha256 }) => sha256),
});

/** A body, or what a command was told, of before there was 终止. */
export function withTermination(before: unknown): unknown {
  const { content, ...rest } = z.looseObject({ content: z.looseObject({}) }).parse(before);
  return { ...rest, content: { ...content, terminationReason: null, settlement: '' } };
}

/** As its contract: the unit, and 采购办 once it is published. */
function changeScopes({ purchaserId, regionCode, publishedAt }: ContractChange): readonly Scope[] {
  return publishedAt === null ? [unitScope(purchaserId)] : [unitScope(purchaserId), officeScope(regionCode)];
}

export type ContractChangeWait = 'returned' | 'review' | 'approved';

function waitsFor({ status }: Pick<ContractChange, 'status'>): ContractChangeWait | null {
  return status === 'returned' || status === 'review' || status === 'approved' ? status : null;
}
