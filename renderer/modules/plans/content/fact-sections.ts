// The facts of a plan in the sections of its form, each section with where its facts come from; a fact from elsewhere says so itself. What does not
// apply to the plan (a reason for 公开招标, an agency where none is entrusted) is left out.
import type { Plan, PlanContent } from '#shared/domain/plans/model.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { formatInstant, label, plansPages } from '#shared/text/index.ts';
import { changeFacts } from './change-facts.ts';
import { fieldWords, type Names, type PlainField } from './value-words.ts';

const { page } = plansPages;

export type PlanFact = {
  readonly label: string;
  readonly value: string;
  readonly source?: string;
  readonly wide?: boolean;
  readonly changed?: boolean;
};
export type FactSection = {
  readonly key: keyof typeof page.section;
  readonly title: string;
  readonly source: string;
  readonly facts: readonly PlanFact[];
};

export function factSections(plan: Plan, names: Names, changed: ReadonlySet<string>): readonly FactSection[] {
  const { content } = plan;
  const fact = (field: PlainField, more: Partial<PlanFact> = {}): PlanFact => ({
    label: label(`plans.content.${field}`),
    value: fieldWords(field, content, names),
    ...(changed.has(field) ? { changed: true } : {}),
    ...more,
  });
  const when = (applies: boolean, ...facts: readonly PlanFact[]) => (applies ? facts : []);
  const section = (key: keyof typeof page.section, facts: readonly PlanFact[]): FactSection => ({
    key,
    title: page.section[key],
    source: page.source.plan,
    facts,
  });
  return [
    section('basic', [
      fact('projectName', { wide: true }),
      ...filingFacts(plan),
      ...unitFacts(plan),
      fact('budgetUnitCode'),
      fact('supervisingUnit'),
      fact('regionCode'),
      fact('fiscalYear'),
      fact('category'),
      fact('classified'),
    ]),
    section('items', []),
    section('money', [
      money(fact('budgetAmount'), content.budgetAmount),
      money(fact('ceilingPrice'), content.ceilingPrice),
    ]),
    section('method', [
      ...(plan.predecessor === null ? [] : changeFacts(plan.predecessor)),
      fact('method'),
      fact('orgForm'),
      ...when(
        hasReason(content),
        fact('methodReasonCode', { wide: true }),
        fact('methodReason', { wide: true }),
      ),
      ...when(content.methodApprovalNo !== '' || changed.has('methodApprovalNo'), fact('methodApprovalNo')),
      fact('entrusted'),
      ...when(content.entrusted || content.agencyId !== null, fact('agencyId'), fact('agencyAgreementNo')),
      fact('importAllowed'),
    ]),
    section('policy', [
      fact('smeMode'),
      fact('smeIndustry', { wide: true }),
      ...when(reserves(content), fact('smeAmount'), fact('smeSmallAmount')),
      ...when(!reserves(content), fact('smeExemptReason', { wide: true })),
      fact('policies', { wide: true }),
      fact('greenPolicies', { wide: true }),
    ]),
    section('schedule', [
      fact('plannedStart'),
      fact('intentionPublishedOn'),
      fact('intentionId'),
      fact('performancePeriod', { wide: true }),
      fact('performancePlace', { wide: true }),
      fact('evalMethod'),
      ...when(content.priceWeight !== null, fact('priceWeight')),
    ]),
    section('sections', []),
    section('platform', [
      content.platformId === null
        ? fact('platformId', { value: page.noPlatform, wide: true })
        : fact('platformId', { wide: true }),
      fact('contact'),
      fact('phone'),
    ]),
    section('files', []),
  ];
}

function filingFacts({ planNo, filedAt }: Plan): readonly PlanFact[] {
  const source = page.source.filing;
  if (planNo === null) return [{ label: label('plans.planNo'), value: page.notFiled, wide: true }];
  const number = { label: label('plans.planNo'), value: planNo, source };
  return filedAt === null
    ? [number]
    : [number, { label: label('plans.filedAt'), value: formatInstant(filedAt), source }];
}

function unitFacts({ purchaserName, purchaserUscc }: Plan): readonly PlanFact[] {
  const source = page.source.unit;
  return [
    { label: label('plans.purchaserName'), value: purchaserName, source },
    { label: label('plans.purchaserUscc'), value: purchaserUscc, source },
  ];
}

/** With the amount in 大写, as it stands in documents. */
function money(fact: PlanFact, amount: number | null): PlanFact {
  if (amount === null) return fact;
  return { ...fact, value: `${fact.value}\n${page.uppercase(toRmbUppercase(amount))}`, wide: true };
}

function hasReason({ method, methodReason, methodReasonCode }: PlanContent): boolean {
  return method !== 'OPEN_TENDER' || methodReason !== '' || methodReasonCode !== null;
}

function reserves({ smeMode }: PlanContent): boolean {
  return smeMode !== null && smeMode !== 'NONE';
}
