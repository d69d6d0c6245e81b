// 专家抽取申请: what 采购人 or agency asks of the draw. It says whom to avoid by unit, counts and specialities; no person stands in it, neither those who
// will be drawn nor those who must not be: it is on the desks of unit, agency and 采购办.
import { z } from 'zod';
import { localTimeSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { entity } from '../../entity.ts';
import { fieldEditSchema } from '../../field-changes.ts';
import { code, text } from '../../fields.ts';
import { fileSchema } from '../../file.ts';
import { historySchema } from '../../history.ts';
import { partiesShape, scopesOfParties } from '../../projects/model.ts';

/** 随机抽取, 自行选定 (87号令 art 48). */
export const drawModes = ['random', 'chosen'] as const;

/** 专家需求 line. */
export const demandSchema = z.strictObject({
  /** 品目 codes; one of them is enough. Empty for a 法律专家. */
  specialities: z.array(code).max(50),
  legal: z.boolean(),
  /** Empty: from anywhere. */
  regions: z.array(code).max(50),
  /** Of the title, at least; 0: any. */
  level: z.int().min(0).max(4),
  count: z.int().min(1).max(99),
  reserve: z.int().min(0).max(99),
});
export type Demand = z.infer<typeof demandSchema>;

export const applicationPurposes = ['consent', 'letter', 'other'] as const;

/** What people type. A draft may be incomplete; what must be there is asked at 提交 (rules/experts). */
export const applicationContentSchema = z.strictObject({
  sectionIds: z.array(idSchema).max(200),
  /** 评审时间. */
  reviewAt: localTimeSchema.nullable(),
  reviewPlace: text(200),
  reviewDays: z.int().min(1).max(10),
  /** 评委总数. */
  committeeSize: z.int().min(0).max(99).nullable(),
  /** 采购人代表人数. */
  purchaserReps: z.int().min(0).max(99).nullable(),
  drawMode: z.enum(drawModes),
  /** 技术复杂, 社会影响较大 (87号令 art 47). */
  complex: z.boolean(),
  socialImpact: z.boolean(),
  /** 异地评审. */
  remote: z.boolean(),
  demands: z.array(demandSchema).max(12),
  /** 回避单位, beside 采购人 and agency, who are avoided by themselves. */
  avoidUnits: z.array(z.strictObject({ name: text(200), uscc: text(40) })).max(200),
  contact: text(50),
  phone: text(100),
  /** 集合地点. */
  meetingPlace: text(200),
  remark: text(2000),
  /** 主管预算单位同意自行选定的文件 (`consent`), 采购人代表授权函 (`letter`). */
  files: z.array(z.strictObject({ ...fileSchema.shape, purpose: z.enum(applicationPurposes) })).max(50),
});
export type ApplicationContent = z.infer<typeof applicationContentSchema>;

/** @internal until the form begins with it */
export const emptyApplication: ApplicationContent = {
  sectionIds: [],
  reviewAt: null,
  reviewPlace: '',
  reviewDays: 1,
  committeeSize: null,
  purchaserReps: null,
  drawMode: 'random',
  complex: false,
  socialImpact: false,
  remote: false,
  demands: [],
  avoidUnits: [],
  contact: '',
  phone: '',
  meetingPlace: '',
  remark: '',
  files: [],
};

/** `review`: by the unit's second person. `submitted`: with 采购办. `drawing`, `drawn`: as the draw says. */
export const applicationStatuses = [
  'draft',
  'review',
  'returned',
  'submitted',
  'drawing',
  'drawn',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const applicationSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  projectName: text(200),
  ...partiesShape,
  status: z.enum(applicationStatuses),
  /** 申请编号, given when it goes to 采购办. */
  applyNo: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .nullable(),
  content: applicationContentSchema,
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.record(z.string(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  /** When it first went to 采购办, which has known of it ever since. */
  approvedAt: z.int().nullable(),
  history: historySchema,
});
export type ExpertApplication = z.infer<typeof applicationSchema>;

const covering: ReadonlySet<ApplicationStatus> = new Set(['review', 'submitted', 'drawing', 'drawn']);

/** Its sections are applied for: no other application may name them. */
export function covers({ status }: Pick<ExpertApplication, 'status'>): boolean {
  return covering.has(status);
}

export const expertApplications = entity({
  name: 'expert_applications',
  schema: applicationSchema,
  columns: (of) => ({
    projectId: of.text((application) => application.projectId),
    status: of.text((application) => application.status),
    purchaserId: of.text((application) => application.purchaserId),
    purchaserName: of.text((application) => application.purchaserName),
    agencyId: of.text((application) => application.agencyId).nullable(),
    regionCode: of.text((application) => application.regionCode),
    applyNo: of.text((application) => application.applyNo).nullable(),
    updatedAt: of.instant((application) => application.updatedAt),
  }),
  deskColumns: (of) => ({
    projectName: of.title((application) => application.projectName),
    reviewAt: of.text((application) => application.content.reviewAt).nullable(),
  }),
  indexes: {
    desk: { expert_applications_project: ['projectId'] },
    server: {
      expert_applications_project_id: { on: ['projectId'] },
      expert_applications_number: { on: ['applyNo'] },
    },
  },
  searched: ['projectName', 'applyNo'],
  scopes: (application) => scopesOfParties(application, application.approvedAt !== null),
  files: ({ content }) => content.files.map(({ sha256 }) => sha256),
});
