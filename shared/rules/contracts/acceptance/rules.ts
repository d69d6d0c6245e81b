// 履约验收 (法 41; 条例 45): how it was prepared, who took part, what was found and concluded, and which papers there are.
import { check, type Finding, type Rule } from '../../engine.ts';
import type { AcceptanceFacts } from './facts.ts';
import { acceptanceMemberRules } from './member-rules.ts';
import { acceptanceOutcomeRules } from './outcome-rules.ts';
import { acceptancePaperRules } from './paper-rules.ts';
import { acceptancePlanRules } from './plan-rules.ts';

export const acceptanceRules: readonly Rule<AcceptanceFacts>[] = [
  ...acceptancePlanRules,
  ...acceptanceMemberRules,
  ...acceptanceOutcomeRules,
  ...acceptancePaperRules,
];

export function checkAcceptance(facts: AcceptanceFacts): readonly Finding[] {
  return check(acceptanceRules, facts);
}
