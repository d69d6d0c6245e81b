// Plan contents for histories: lawful by construction, small, and so few different values a field that two desks often write the same
// one differently.
import { makeContent } from '#demo/data/plan-content.ts';
import { platformIdOf } from '#demo/data/set-up.ts';
import { followingPackage } from '#shared/domain/plans/content.ts';
import type { PlanContent, PlannedSection } from '#shared/domain/plans/model.ts';
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import type { Random } from './chance.ts';
import {
  firstAgency,
  homeRegion,
  homeUnit,
  otherRegion,
  otherUnit,
  secondAgency,
  worldOrganisations,
} from './people.ts';

const agencies = worldOrganisations.filter(({ row }) => row.kind === 'agency');

export function someContent(unitId: string, now: Instant, random: Random): PlanContent {
  const unit = unitId === otherUnit.row.id ? otherUnit : homeUnit;
  const platformId = platformIdOf(unit.region.code);
  return makeContent({ unit, agencies, platformId, today: toPlainDate(now), idTime: now }, random);
}

const wholePlan: PlannedSection = {
  ...followingPackage,
  id: '00000000-0000-7000-8000-000000000301',
  no: '1',
  name: '示例采购包',
  budget: 12_345_600,
  reserve: null,
};

type Choices = { readonly [F in keyof PlanContent]?: readonly [PlanContent[F], ...PlanContent[F][]] };

/** Values to change a field to. Those that decide who sees a plan (region, agency, platform) are among them. */
export const fieldChoices: Choices = {
  projectName: ['示例采购项目甲', '示例采购项目乙', '示例采购项目丙'],
  contact: ['示例联系人一', '示例联系人二', '示例联系人三'],
  phone: ['0374-0000001', '0374-0000002'],
  performancePlace: ['示例地点一', '示例地点二', '示例地点三'],
  performancePeriod: ['三十日', '六十日'],
  supervisingUnit: ['示例主管单位一', '示例主管单位二'],
  methodReason: ['示例理由一（经单位内部会商确定）', '示例理由二（经单位内部会商确定）'],
  regionCode: [homeRegion, otherRegion],
  agencyId: [firstAgency.row.id, secondAgency.row.id, null],
  platformId: [platformIdOf(homeRegion), platformIdOf(otherRegion), null],
  budgetAmount: [12_345_600, 99_999_900, null],
  fiscalYear: [2026, 2027],
  policies: [
    [{ code: 'DOMESTIC_PRODUCT', applies: true, rate: 20, reason: '' }],
    [{ code: 'DOMESTIC_PRODUCT', applies: false, rate: null, reason: '不涉及货物' }],
    [],
  ],
  plannedSections: [[], [wholePlan], [{ ...wholePlan, smeReserved: true }]],
};
