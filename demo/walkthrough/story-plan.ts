// The plan whose way the walk-through follows: network security devices for a school in three packages, the second of them for small and medium enterprises,
// ¥2,345,567.00, lawful in every field.
import { emptyContent, followingPackage } from '#shared/domain/plans/content.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { addDays, type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import { demoAttachment } from '../data/demo-files.ts';
import type { DemoOrganisation } from '../data/organisations.ts';
import { makePolicies } from '../data/plan-policies.ts';
import { randomOf } from '../data/random.ts';
import { platformIdOf } from '../data/set-up.ts';

const yuan = 100;
const lines = [
  ['A02010301', '下一代防火墙', '台', 6, 98_000 * yuan],
  ['A02010307', '日志审计系统', '套', 16, 76_500 * yuan],
  ['A02010303', '入侵防御设备', '台', 5, 10_671_340],
] as const;
/** Which of them is set aside. */
const reserved = 1;

export type StoryPlan = {
  readonly unit: DemoOrganisation;
  readonly agency: DemoOrganisation;
  readonly today: PlainDate;
  /** Tells plans of one unit apart. */
  readonly title: string;
};

export function storyPlan({ unit, agency, today, title }: StoryPlan): PlanContent {
  const random = randomOf(`walkthrough/${title}`);
  const id = () => random.uuid(0);
  const plannedStart = addDays(today, 20);
  const year = yearOf(plannedStart);
  const packageIds = lines.map(id);
  const items = lines.map(([catalogCode, name, itemUnit, qty, unitPrice], index) => ({
    id: id(),
    plannedSectionId: packageIds[index] ?? null,
    catalogEdition: '2022' as const,
    catalogCode,
    name,
    qty: String(qty),
    unit: itemUnit,
    unitPrice,
    amount: qty * unitPrice,
  }));
  const budget = items.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...emptyContent,
    fiscalYear: year,
    budgetUnitCode: unit.row.budgetUnitCode,
    supervisingUnit: unit.row.supervisingUnit,
    regionCode: unit.row.regionCode,
    projectName: `${unit.row.name}${year}年${title}`,
    category: 'A',
    items,
    budgetAmount: budget,
    ceilingPrice: budget,
    funds: [
      {
        id: id(),
        source: 'GENERAL',
        amount: budget,
        budgetItemNo: `${year}-${title.length}-${random.int(1, 99_999)}`,
      },
    ],
    method: 'OPEN_TENDER',
    orgForm: 'DISPERSED',
    entrusted: true,
    agencyId: agency.row.id,
    agencyAgreementNo: `WT-${year}-0001`,
    smeMode: 'LOT',
    smeAmount: items[reserved]?.amount ?? null,
    smeSmallAmount: 800_000 * yuan,
    smeIndustry: 'INDUSTRY',
    policies: [...makePolicies({ category: 'A', smeMode: 'LOT', plannedStart }, today)],
    intentionId: 'YX-411000-000001',
    intentionPublishedOn: addDays(today, -15),
    plannedStart,
    performancePeriod: '合同签订之日起45个日历日内完成供货、安装和调试',
    performancePlace: '采购人指定地点',
    evalMethod: 'COMPREHENSIVE_SCORE',
    priceWeight: 40,
    plannedSections: items.map(({ name, amount, plannedSectionId }, index) => ({
      id: plannedSectionId ?? id(),
      no: String(index + 1),
      name: `${name}（第${index + 1}标段）`,
      budget: amount,
      reserve: index === reserved ? amount : null,
      ...followingPackage,
    })),
    platformId: platformIdOf(unit.row.regionCode),
    contact: unit.row.contact,
    phone: unit.row.phone,
    files: [demoAttachment(id(), 'requirements'), demoAttachment(id(), 'agency_agreement')],
  };
}
