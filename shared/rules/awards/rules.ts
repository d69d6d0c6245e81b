// 确定中标（成交）供应商 (法 36, 77; 条例 40, 43; 87号令 57, 64, 68; 74号令 36, 49; 财库〔2020〕46号): from whom, why not the first, and what has to be there.

import { check, type Finding, type Rule } from '../engine.ts';
import { candidateRules } from './candidates.ts';
import { choiceRules } from './choice.ts';
import type { AwardFacts } from './facts.ts';
import { checkMethod } from './method.ts';
import { winnerRules } from './winner.ts';

export const awardRules: readonly Rule<AwardFacts>[] = [...candidateRules, ...winnerRules, ...choiceRules];

/** The findings on a result that is to be determined. */
export function checkAward(facts: AwardFacts): readonly Finding[] {
  return [...check(awardRules, facts), ...checkMethod(facts)];
}

const ofKept: ReadonlySet<string> = new Set([
  'award.known_otherwise',
  'award.amount_missing',
  'award.over_ceiling',
  'award.address_missing',
  'award.member_incomplete',
  'award.not_sme',
  'award.size_unsaid',
  'award.amount_differs',
  'award.uscc_missing',
]);

/** What is asked of a result whose supplier stays: only what its announcement says. */
export function checkKept(facts: AwardFacts): readonly Finding[] {
  return check(
    awardRules.filter(({ id }) => ofKept.has(id)),
    facts,
  );
}

/** What is asked of whoever is determined in place of another: all that was asked of the first, but where it stands in the ranking. */
export function checkSuccessor(facts: AwardFacts): readonly Finding[] {
  const rules = winnerRules.filter(({ id }) => id !== 'award.winner_missing');
  // The ranking is not typed anew.
  const ofRanking = (path: string) => (path === 'candidates' ? 'winner' : path);
  return [...check(rules, facts), ...checkMethod(facts)].map((finding) => ({
    ...finding,
    paths: finding.paths.map(ofRanking),
  }));
}
