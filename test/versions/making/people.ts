// The people and records that are on the server before the story begins.
import { createHash } from 'node:crypto';
import { demoCalendar, demoNumberPatterns } from '#demo/data/set-up.ts';
import { clerk, colleague, office, officer, reviewer } from '#electron/app/testing/town.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Account, accountSchema, type NumberSeries, type Setting } from '#shared/domain/admin/model.ts';
import { type Project, projectSchema } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { exampleAgency, examplePlatform, examplePurchaser } from '#shared/rules/plan-example.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { aSection } from '#test/builders/sections.ts';
import type { StoredRow } from '#test/support/run-in-memory.ts';
import { published } from '#test/support/website.ts';

const day = 86_400_000;
const people: Readonly<Record<string, Actor>> = { clerk, colleague, reviewer, officer };

function accountOf([username, actor]: readonly [string, Actor]): Account {
  const { accountId: id, name, role, organisationId, regionCodes } = actor;
  return accountSchema.parse({
    id,
    username,
    name,
    role,
    organisationId,
    regionCodes,
    phone: '',
    active: true,
  });
}

export const accountRows: readonly Account[] = Object.entries(people).map(accountOf);

/** Filed last week; the centre has sent two sections. */
const filedPlan = {
  ...aPlan('plan').approved().build(),
  status: 'sections_received' as const,
  planNo: 'XC-2026-0001',
  projectId: anId('project'),
  filingRound: 1,
  filedAt: planDay - 7 * day,
};

const project: Project = projectSchema.parse({
  id: filedPlan.projectId,
  planId: filedPlan.id,
  planNo: filedPlan.planNo,
  projectNo: 'ZFCG-G2026001',
  name: filedPlan.content.projectName,
  purchaserId: filedPlan.purchaserId,
  purchaserName: filedPlan.purchaserName,
  agencyId: filedPlan.content.agencyId,
  regionCode: filedPlan.content.regionCode,
  fiscalYear: filedPlan.content.fiscalYear,
  category: filedPlan.content.category,
  method: filedPlan.content.method,
  budgetAmount: filedPlan.content.budgetAmount,
  platformId: filedPlan.content.platformId,
  status: 'sections_received',
  push: { ...pushNotNeeded, status: 'accepted', queuedAt: planDay - 7 * day },
  sectionCount: 2,
  sectionBudgetTotal: 150_000_000,
  overBudget: false,
  filedAt: planDay - 7 * day,
  updatedAt: planDay - 6 * day,
});

const stored = (entity: string, ...rows: readonly StoredRow['row'][]): readonly StoredRow[] =>
  rows.map((row) => ({ entity, row }));

export const contractBytes: Buffer = Buffer.from('采购合同（示例）\n'.repeat(12));
const contractFile = {
  id: anId('contract file'),
  fileName: '采购合同.pdf',
  mediaType: 'application/pdf',
  size: contractBytes.length,
  sha256: createHash('sha256').update(contractBytes).digest('hex'),
};

const notice = published('notice', planDay - 5 * day);

/** Rows of every record type. */
export const firstRows: readonly StoredRow[] = [
  ...stored('organisations', examplePurchaser, exampleAgency, office),
  ...stored('accounts', ...accountRows),
  ...stored('platforms', examplePlatform),
  ...stored('settings', { id: 'plans.intentionDays', value: 30, updatedAt: planDay } as Setting),
  ...stored('calendar_years', ...demoCalendar.slice(-1)),
  ...stored('number_patterns', ...demoNumberPatterns.slice(0, 1)),
  ...stored('number_series', { id: 'plan/411000/2026', last: 1 } as NumberSeries),
  ...stored(
    'plans',
    filedPlan,
    ...['shared', 'taken away', 'short-lived'].map((name) => aPlan(name).build()),
  ),
  ...stored('projects', project),
  ...stored('sections', aSection('lot-1'), aSection('lot-2', { sectionNo: '2', budget: 50_000_000 })),
  ...stored(
    'announcements',
    notice,
    published('correction', planDay - 2 * day, { type: 'CORRECTION', targetId: notice.id }),
    published('withdrawn', planDay - 4 * day, {
      withdrawal: { reason: '采购需求有误', at: planDay - 3 * day, name: officer.name },
    }),
    published('contract', planDay - day, { type: 'CONTRACT', content: { contractFile: [contractFile] } }),
    published('intention', planDay - 30 * day, {
      type: 'INTENTION',
      projectId: null,
      planId: null,
      method: null,
    }),
    anAnnouncement('draft').build(),
  ),
];

/** Second versions of some of them. */
export const changedRows: readonly StoredRow[] = [
  ...stored('sections', aSection('lot-1', { status: 'announced', platformVersion: 2 })),
  ...stored('settings', { id: 'plans.intentionDays', value: 20, updatedAt: planDay } as Setting),
];
