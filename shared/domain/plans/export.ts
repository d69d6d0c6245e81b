// The columns of an exported list of plans: heads, order, and what each shows of a plan.
import { codeName } from '#shared/codes/code-table.ts';
import { fundSources, smeReserveModes } from '#shared/codes/policies.ts';
import { organisationForms, procurementMethods, projectCategories } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { label, plansPages } from '#shared/text/index.ts';
import { exportHeaders as heads, packageWords } from '#shared/text/zh-CN/excel.ts';
import { codeCell, type ExportColumn, linesCell } from '../list-export.ts';
import type { Plan, PlanContent, PlanItem, PolicyAnswer } from './model.ts';
import { type Package, packageIdOf, packagesOf } from './packages.ts';

const { page } = plansPages;

export const exportColumns: readonly ExportColumn<Plan>[] = [
  { head: heads.planNo, width: 24, cell: ({ planNo }) => planNo },
  { head: heads.projectName, width: 44, cell: ({ content }) => content.projectName },
  { head: heads.status, width: 16, cell: ({ status }) => label(`plans.status.${status}`) },
  { head: heads.purchaserName, width: 30, cell: (plan) => plan.purchaserName },
  { head: heads.purchaserUscc, width: 22, cell: (plan) => plan.purchaserUscc },
  { head: heads.fiscalYear, width: 10, cell: ({ content }) => content.fiscalYear },
  { head: heads.category, width: 10, cell: ({ content }) => codeCell(projectCategories, content.category) },
  { head: heads.region, width: 18, cell: ({ content }) => codeCell(regions, content.regionCode) },
  { head: heads.method, width: 14, cell: ({ content }) => codeCell(procurementMethods, content.method) },
  { head: heads.orgForm, width: 16, cell: ({ content }) => codeCell(organisationForms, content.orgForm) },
  {
    head: heads.agency,
    width: 30,
    cell: ({ content }, names) => (content.agencyId === null ? null : names.organisation(content.agencyId)),
  },
  { head: heads.budgetAmount, width: 18, format: 'money', cell: ({ content }) => content.budgetAmount },
  { head: heads.ceilingPrice, width: 18, format: 'money', cell: ({ content }) => content.ceilingPrice },
  {
    head: heads.items,
    width: 34,
    cell: ({ content }) => linesCell(content.items.map((item) => itemWords(content, item))),
  },
  {
    head: heads.packages,
    width: 44,
    cell: ({ content }) => linesCell(packagesOf(content).map(packageLine)),
  },
  {
    head: heads.funds,
    width: 22,
    cell: ({ content }) =>
      linesCell(
        content.funds.flatMap(({ source }) =>
          source === null ? [] : [codeName(fundSources, source) ?? source],
        ),
      ),
  },
  { head: heads.smeMode, width: 24, cell: ({ content }) => codeCell(smeReserveModes, content.smeMode) },
  { head: heads.smeAmount, width: 18, format: 'money', cell: ({ content }) => content.smeAmount },
  {
    head: heads.policies,
    width: 34,
    cell: ({ content }, names) =>
      linesCell((content.policies ?? []).map((answer) => answerWords(answer, names.policy(answer.code)))),
  },
  { head: heads.plannedStart, width: 13, format: 'date', cell: ({ content }) => content.plannedStart },
  {
    head: heads.platform,
    width: 24,
    cell: ({ content }, names) => (content.platformId === null ? null : names.platform(content.platformId)),
  },
  { head: heads.contact, width: 10, cell: ({ content }) => content.contact },
  { head: heads.phone, width: 16, cell: ({ content }) => content.phone },
  { head: heads.createdAt, width: 17, format: 'instant', cell: (plan) => plan.createdAt },
  { head: heads.submittedAt, width: 17, format: 'instant', cell: (plan) => plan.submittedAt },
  { head: heads.filedAt, width: 17, format: 'instant', cell: (plan) => plan.filedAt },
];

function answerWords({ applies, rate, reason }: PolicyAnswer, name: string): string {
  return applies ? page.policyApplies(name, rate) : page.policyAppliesNot(name, reason);
}

/** Of a divided plan with the package in front, so that items can be told apart by it. */
function itemWords(content: PlanContent, item: PlanItem): string {
  const id = content.plannedSections.length > 1 ? packageIdOf(content, item) : undefined;
  const of = content.plannedSections.find((planned) => planned.id === id);
  return [of === undefined ? '' : packageWords.ofNo(of.no), item.catalogCode ?? '', item.name]
    .join(' ')
    .trim();
}

function packageLine({ planned: { no, name, budget }, catalogue, smeReserved }: Package): string {
  return [
    packageWords.ofNo(no),
    name,
    budget === null ? '' : formatYuan(budget),
    catalogue?.code ?? '',
    smeReserved ? packageWords.reserved : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}
