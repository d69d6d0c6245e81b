// What the policies in force ask of a plan, and which of them the plan carries out. The day is that of the planned start, so that a project that
// began before a policy keeps what was in force then.
import { type Policy, policiesInForce } from '#shared/codes/procurement-policies.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { PlanContent, PolicyAnswer } from './model.ts';

type Asked = Pick<PlanContent, 'category' | 'smeMode' | 'plannedStart'>;

function inForce(policies: readonly Policy[], content: Asked, today: PlainDate): readonly Policy[] {
  const { category, plannedStart } = content;
  return category === null ? [] : policiesInForce(policies, { category, date: plannedStart ?? today });
}

/** Those that the plan has to answer. */
export function askedPolicies(
  policies: readonly Policy[],
  content: Asked,
  today: PlainDate,
): readonly Policy[] {
  const { smeMode } = content;
  return inForce(policies, content, today).filter(
    ({ asks, unlessReserved }) =>
      asks === 'answered' && !(unlessReserved && (smeMode === null || smeMode === 'WHOLE_PROJECT')),
  );
}

/** Those that the plan may name. */
export function choosablePolicies(
  policies: readonly Policy[],
  content: Asked,
  today: PlainDate,
): readonly Policy[] {
  return inForce(policies, content, today).filter(({ asks }) => asks === 'chosen');
}

/** The usual answer: it applies, with the smallest deduction that is allowed. */
export function usualAnswer({ code, deduction }: Policy): PolicyAnswer {
  return { code, applies: true, rate: deduction?.least ?? null, reason: '' };
}

export type AppliedPolicy = { readonly policy: Policy; readonly rate: number | null };

/** What the project carries out, in the order of the table. */
export function appliedPolicies(
  policies: readonly Policy[],
  content: Asked & Pick<PlanContent, 'policies' | 'greenPolicies'>,
  today: PlainDate,
): readonly AppliedPolicy[] {
  const answered = askedPolicies(policies, content, today).flatMap((policy) => {
    const answer = content.policies?.find(({ code }) => code === policy.code);
    return answer?.applies === true ? [{ policy, rate: answer.rate }] : [];
  });
  const chosen = choosablePolicies(policies, content, today)
    .filter(({ code }) => content.greenPolicies.includes(code))
    .map((policy) => ({ policy, rate: null }));
  return [...answered, ...chosen];
}

/** A sentence of the table with the figures of the project. */
export function policyWords(sentence: string, { rate }: AppliedPolicy): string {
  return sentence.replaceAll('{rate}', rate === null ? '' : String(rate));
}
