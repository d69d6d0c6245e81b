// A believable procurement, as its announcements are written: a school buys classrooms in two sections through an agency. `recordFacts(type)` is
// what is known when an announcement of the type is drafted, `recordContent(type)` what a person types then.
import { publishedCalendar } from '#shared/codes/holidays.ts';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import type { AnnouncementFacts } from '#shared/domain/announcements/facts-model.ts';
import { linesIn } from '#shared/domain/announcements/field-values.ts';
import { fillIn, withTyped } from '#shared/domain/announcements/fill-in.ts';
import type { AnnouncementTypeCode, PublishedAnnouncement } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { appliedPolicies } from '#shared/domain/plans/policies.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { anActor, anAgency, anOffice, aUnit } from './actors.ts';
import { recordContent } from './announcement-content.ts';
import { anId } from './ids.ts';
import { aPlan } from './plans.ts';
import { aChange, aResult, aSection } from './sections.ts';

export { recordContent } from './announcement-content.ts';

/** 2026-03-02 10:00 in Asia/Shanghai. */
const noticeAt = Date.UTC(2026, 2, 2, 2);
const dayMs = 86_400_000;

export const school: Organisation = {
  ...aUnit,
  name: '许昌市第二实验中学',
  address: '许昌市魏都区学院路18号',
  contact: '王建国',
  phone: '0374-2626001',
};
export const agent: Organisation = {
  ...anAgency,
  name: '河南明诚工程咨询有限公司',
  address: '许昌市东城区莲城大道66号8楼',
  contact: '李静',
  phone: '0374-2988123',
};
const finance: Organisation = {
  ...anOffice,
  name: '许昌市财政局',
  address: '许昌市建安大道1188号',
  contact: '政府采购监督管理科',
  phone: '0374-2676018',
};

const plan: Plan = aPlan('record')
  .with({
    projectName: '许昌市第二实验中学智慧教室设备采购项目',
    budgetAmount: 268_000_000,
    ceilingPrice: null,
    smeMode: 'LOT',
    smeIndustry: 'INDUSTRY',
    plannedStart: '2026-03-02',
    performancePeriod: '自合同签订之日起45日内完成供货、安装和调试',
    performancePlace: '许昌市第二实验中学',
    methodReason: '该平台的核心算法为专利技术，只能从唯一供应商处采购。',
    contact: '赵敏',
    phone: '0374-2626015',
  })
  .withItems({ name: '智慧黑板', qty: '60', unit: '套' }, { name: '录播系统', qty: '4', unit: '套' })
  .build();

export const recordProject: Project = {
  id: anId('project'),
  planId: plan.id,
  planNo: '许财采备-2026-0031',
  projectNo: '许财招标采购-2026-12',
  name: '许昌市第二实验中学智慧教室设备采购项目',
  purchaserId: school.id,
  purchaserName: school.name,
  agencyId: agent.id,
  regionCode: '411000',
  fiscalYear: 2026,
  category: 'A',
  method: 'OPEN_TENDER',
  budgetAmount: 268_000_000,
  platformId: 'xuchang',
  status: 'sections_received',
  push: pushNotNeeded,
  sectionCount: 2,
  sectionBudgetTotal: 268_000_000,
  overBudget: false,
  predecessor: null,
  inWarranty: false,
  filedAt: noticeAt - 20 * dayMs,
  updatedAt: noticeAt - 20 * dayMs,
};

export const recordSections: readonly Section[] = [
  aSection('LOT-A', {
    sectionNo: 'A',
    name: '智慧黑板',
    budget: 180_000_000,
    ceiling: 178_000_000,
    content: '智慧黑板60套，含安装、调试和教师培训',
    catalogCode: 'A02020800',
    smeReserved: true,
    evalMethod: 'COMPREHENSIVE_SCORE',
    qualification: '投标产品须具有有效的强制性产品认证证书。',
    performancePeriod: '自合同签订之日起30日内',
    acceptsConsortium: false,
  }),
  aSection('LOT-B', {
    sectionNo: 'B',
    name: '录播系统',
    budget: 88_000_000,
    ceiling: 86_500_000,
    content: '录播系统4套，含三年质保',
    catalogCode: 'A02080800',
    smeReserved: false,
    evalMethod: 'COMPREHENSIVE_SCORE',
    performancePeriod: '自合同签订之日起45日内',
    acceptsConsortium: false,
  }),
];

/** Section A with whom the purchaser has determined, as the record's 结果公告 has it, and whom instead, as its 结果变更公告 has it. */
function sectionsFor(type: AnnouncementTypeCode): readonly Section[] {
  if (type !== 'RESULT' && type !== 'RESULT_CHANGE') return recordSections;
  const lineOf = (of: AnnouncementTypeCode, { id }: Section) =>
    linesIn(recordContent(of)['awards']).find(({ cells }) => cells['section'] === id)?.cells;
  return recordSections.map((section) => {
    const [first, second] = [lineOf('RESULT', section), lineOf('RESULT_CHANGE', section)];
    if (first === undefined || second === undefined) return section;
    const determined = { ...section, ...aResult(anId('record/TENDER'), first) };
    return type === 'RESULT' ? determined : { ...determined, change: aChange(anId('record/TENDER'), second) };
  });
}

const methodOf: Partial<Record<AnnouncementTypeCode, string>> = {
  NEGOTIATION_NOTICE: 'COMPETITIVE_CONSULTATION',
  TENDER_INVITATION: 'INVITED_TENDER',
  NEGOTIATION_INVITATION: 'COMPETITIVE_NEGOTIATION',
  INVITATION_CORRECTION: 'INVITED_TENDER',
  SINGLE_SOURCE: 'SINGLE_SOURCE',
  FRAMEWORK_SOLICITATION: 'FRAMEWORK_AGREEMENT',
  FRAMEWORK_RESULT: 'FRAMEWORK_AGREEMENT',
};
/** What is behind an announcement of the type, the oldest first; the last that it can be about is its target. */
const behind: Partial<Record<AnnouncementTypeCode, readonly AnnouncementTypeCode[]>> = {
  CORRECTION: ['TENDER'],
  INVITATION_CORRECTION: ['TENDER_INVITATION'],
  TERMINATION: ['TENDER'],
  RESULT: ['TENDER'],
  RESULT_CHANGE: ['TENDER', 'RESULT'],
  CONTRACT: ['TENDER', 'RESULT'],
  CONTRACT_CHANGE: ['TENDER', 'RESULT', 'CONTRACT'],
  ACCEPTANCE: ['TENDER', 'RESULT', 'CONTRACT'],
  COMPLAINT_RESULT: ['TENDER'],
};
const about: ReadonlySet<AnnouncementTypeCode> = new Set([
  'CORRECTION',
  'INVITATION_CORRECTION',
  'TERMINATION',
  'RESULT_CHANGE',
]);
const withoutProject: ReadonlySet<AnnouncementTypeCode> = new Set([
  'INTENTION',
  'PENALTY',
  'AGENCY_ASSESSMENT',
]);

/** As published, with every value that is known or typed then. */
export function recordPublished(
  type: AnnouncementTypeCode,
  publishedAt: number = noticeAt,
  values: Values = recordValues(type),
): PublishedAnnouncement {
  const { accountId } = anActor('agency', agent);
  return {
    id: anId(`record/${type}`),
    type,
    templateVersion: templateOf(type).version,
    status: 'published',
    projectId: recordProject.id,
    planId: plan.id,
    planNo: recordProject.planNo,
    projectNo: recordProject.projectNo ?? '',
    projectName: recordProject.name,
    predecessorProjectId: null,
    purchaserId: school.id,
    purchaserName: school.name,
    agencyId: agent.id,
    regionCode: recordProject.regionCode,
    method: methodOf[type] ?? recordProject.method,
    platformId: recordProject.platformId,
    draftedBy: 'agency',
    title: recordProject.name,
    round: 1,
    sectionIds: recordSections.map(({ id }) => id),
    targetId: null,
    content: recordContent(type),
    fieldEdits: {},
    frozen: {
      title: recordProject.name,
      values,
      sections: recordSections.map(({ id, platformVersion }) => ({ id, platformVersion })),
    },
    acknowledgedWarnings: [],
    publishedAt,
    displayUntil: null,
    withdrawal: null,
    push: pushNotNeeded,
    createdBy: accountId,
    submittedBy: accountId,
    createdAt: publishedAt - dayMs,
    updatedAt: publishedAt,
    submittedAt: publishedAt - dayMs,
    history: [],
  };
}

/** Every field of the record's announcement of the type, known or typed. */
export function recordValues(type: AnnouncementTypeCode): Values {
  const facts = recordFacts(type);
  const content = recordContent(type);
  return withTyped(facts.template, fillIn(facts.template, facts, content).values, content);
}

export function recordFacts(
  type: AnnouncementTypeCode,
  parts: Partial<AnnouncementFacts> = {},
): AnnouncementFacts {
  const has = !withoutProject.has(type);
  const announcements = (behind[type] ?? []).map((each, index) =>
    recordPublished(each, noticeAt + index * 30 * dayMs),
  );
  return {
    template: templateOf(type),
    project: has ? { ...recordProject, method: methodOf[type] ?? recordProject.method } : undefined,
    plan: has || type === 'INTENTION' ? plan : undefined,
    policies: has ? appliedPolicies(defaultPolicies, plan.content, '2026-03-02') : [],
    purchaser: has || type === 'INTENTION' ? school : undefined,
    agency: has ? agent : undefined,
    office: finance,
    sections: has ? sectionsFor(type) : [],
    allSections: has ? sectionsFor(type) : [],
    announcements,
    target: about.has(type) ? announcements.at(-1) : undefined,
    suppliers: [],
    today: '2026-03-02',
    now: '2026-03-02T09:00',
    calendar: publishedCalendar,
    settings: { countPublicationDay: false, extraDay: false },
    ...parts,
  };
}
