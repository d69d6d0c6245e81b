// What the steps of all workflows are told, made from their declarations: a new step is in the access matrix and in the simulation without being
// listed there. Steps that are told more than a note, a reason and the warnings that were read are irregular; their inputs are written by hand.
import { workflows } from '#shared/domain/registry.ts';
import type { Step, Workflow } from '#shared/domain/workflow.ts';
import { policyDeclared } from '#shared/rules/announcement-policies.ts';
import { announcementRules } from '#shared/rules/announcement-rules.ts';
import { awardChangeRules } from '#shared/rules/award-change-rules.ts';
import { awardMethodRules } from '#shared/rules/awards/method.ts';
import { awardRules } from '#shared/rules/awards/rules.ts';
import { challengeRules, replyRules } from '#shared/rules/challenge-rules.ts';
import { acceptanceRules } from '#shared/rules/contracts/acceptance/rules.ts';
import { breachRules } from '#shared/rules/contracts/breach-rules.ts';
import { contractChangeRules } from '#shared/rules/contracts/contract-change-rules.ts';
import { contractRules } from '#shared/rules/contracts/contract-rules.ts';
import { paymentRules } from '#shared/rules/contracts/payment-rules.ts';
import { deadlineRules } from '#shared/rules/deadlines/deadline-rules.ts';
import { applicationRules } from '#shared/rules/experts/rules.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import { sectionEventRules } from '#shared/rules/section-event-rules.ts';

export type RegularStep = {
  readonly name: string;
  readonly entity: string;
  readonly step: Step;
  input(id: string, words?: Words): { readonly [part: string]: unknown };
};
/** Drawn only when the step asks for them. */
export type Words = {
  note(): string;
  reason(): string;
  acknowledged(): readonly string[];
};

/** Every rule of which one may say: I have read the warning. */
export const everyWarning: readonly string[] = [
  ...planRules,
  ...announcementRules,
  ...awardRules,
  ...awardMethodRules,
  ...awardChangeRules,
  ...challengeRules,
  ...replyRules,
  ...contractRules,
  ...contractChangeRules,
  ...paymentRules,
  ...acceptanceRules,
  ...breachRules,
  ...applicationRules,
  ...sectionEventRules,
  ...deadlineRules,
]
  .filter(({ severity }) => severity === 'warning')
  .map(({ id }) => id)
  .concat(policyDeclared);

const plainWords: Words = { note: () => '', reason: () => '示例原因', acknowledged: () => everyWarning };

export const regularSteps: readonly RegularStep[] = workflows.flatMap(regularStepsOf);

export function regularStepsOf({ kind, key, steps }: Workflow): readonly RegularStep[] {
  return steps.flatMap((step) => {
    const asks = step.asks.filter(isWord);
    if (asks.length < step.asks.length) return [];
    const input = (id: string, words = plainWords) => ({
      [key]: id,
      ...Object.fromEntries(asks.map((part) => [part, words[part]()])),
    });
    return [{ name: step.command.name, entity: kind.name, step, input }];
  });
}

/** In plain words, every warning read. */
export function stepInput(name: string, id: string) {
  const regular = regularSteps.find((each) => each.name === name);
  if (regular === undefined) throw new Error(`no regular step ${name}`);
  return regular.input(id);
}

function isWord(part: string): part is keyof Words {
  return Object.hasOwn(plainWords, part);
}
