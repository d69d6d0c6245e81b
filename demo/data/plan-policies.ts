// Answers to the 政府采购政策 that a demo plan is asked: they apply, but services are mostly bought without goods.
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import type { PlanContent, PolicyAnswer } from '#shared/domain/plans/model.ts';
import { askedPolicies, usualAnswer } from '#shared/domain/plans/policies.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';

export function makePolicies(
  content: Pick<PlanContent, 'category' | 'smeMode' | 'plannedStart'>,
  today: PlainDate,
): readonly PolicyAnswer[] {
  return askedPolicies(defaultPolicies, content, today).map((policy) => {
    const [noGoods] = policy.exemptions;
    return policy.code === 'DOMESTIC_PRODUCT' && content.category === 'C' && noGoods !== undefined
      ? { code: policy.code, applies: false, rate: null, reason: noGoods }
      : usualAnswer(policy);
  });
}
