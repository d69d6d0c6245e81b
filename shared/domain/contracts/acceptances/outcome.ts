// What an acceptance brings about: which items of the contract have passed, and whether anything is left to be accepted. Payments, section and project follow from it.
// Only what was found line by line counts: an item passes with its own lines, and the contract is accepted by the last stage alone.
import type { ContractChangeKind } from '../../projects/section-contracts.ts';
import type { Contract, Performance } from '../model.ts';
import type { AcceptanceContent } from './model.ts';

type Named = Pick<AcceptanceContent, 'conclusion' | 'part' | 'passedItems' | 'rows'>;
type Outcome = Named & Pick<AcceptanceContent, 'heldOn'>;
type Of = {
  readonly content: Pick<Contract['content'], 'items'>;
  readonly changes: readonly Pick<Contract['changes'][number], 'kind' | 'changedOn'>[];
  readonly performance: Pick<Performance, 'acceptedItems'>;
};

/** 合格, and nothing comes after it. */
export function isWhole({ conclusion, part }: Pick<Outcome, 'conclusion' | 'part'>): boolean {
  return conclusion === 'passed' && part !== 'part';
}

/** Whether it is asked which items are finished: of a 分期 that passed, and of what passed in part. */
export function namesItems({ conclusion, part }: Pick<Outcome, 'conclusion' | 'part'>): boolean {
  return conclusion === 'partial' || (conclusion === 'passed' && part === 'part');
}

/** It has a line of its own, and each of its lines has passed. */
export function isProven({ rows }: Pick<AcceptanceContent, 'rows'>, item: string): boolean {
  const own = rows.filter(({ itemId }) => itemId === item);
  return own.length > 0 && own.every(({ passed }) => passed === true);
}

/** Those that are said to pass with it. */
export function itemsClaimed(outcome: Omit<Named, 'rows'>, items: readonly string[]): readonly string[] {
  if (isWhole(outcome)) return items;
  return namesItems(outcome) ? items.filter((id) => outcome.passedItems.includes(id)) : [];
}

/** Those that pass with it. */
export function itemsPassed(outcome: Named, items: Contract['content']['items']): readonly string[] {
  const claimed = itemsClaimed(
    outcome,
    items.map(({ id }) => id),
  );
  return claimed.filter((id) => isProven(outcome, id));
}

type Accepted = Pick<Performance, 'acceptance' | 'acceptedOn' | 'acceptedItems'>;

/** 验收 of the contract as it is from this one on. What was added after the day of the acceptance is still to be accepted. */
export function acceptedWith(outcome: Outcome, contract: Of): Accepted {
  const { items } = contract.content;
  const before = contract.performance.acceptedItems;
  const acceptedItems = [...new Set([...before, ...itemsPassed(outcome, items)])];
  const everything = items.every(({ id }) => acceptedItems.includes(id));
  const addedLater = contract.changes.some(
    ({ kind, changedOn }) => kind === 'addition' && changedOn > (outcome.heldOn ?? ''),
  );
  if (isWhole(outcome) && everything && !addedLater) {
    return { acceptance: 'passed', acceptedOn: outcome.heldOn, acceptedItems };
  }
  return {
    acceptance: outcome.conclusion === 'failed' ? 'failed' : 'partial',
    acceptedOn: null,
    acceptedItems,
  };
}

/** 验收 of the contract after a change of it: what is added to an accepted one is to be accepted too. */
export function acceptedAfter<P extends Accepted>(performance: P, kind: ContractChangeKind): P {
  return kind === 'addition' && performance.acceptance === 'passed'
    ? { ...performance, acceptance: 'partial', acceptedOn: null }
    : performance;
}
