// What an acceptance brings about: which items of the contract have passed, and whether anything is left to be accepted. Payments, section and project follow from it.
import type { Contract, Performance } from '../model.ts';
import type { AcceptanceContent } from './model.ts';

type Outcome = Pick<AcceptanceContent, 'conclusion' | 'part' | 'passedItems' | 'heldOn'>;
type Of = {
  readonly content: Pick<Contract['content'], 'items'>;
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

/** Those that pass with it. */
export function itemsPassed(
  outcome: Pick<Outcome, 'conclusion' | 'part' | 'passedItems'>,
  items: Contract['content']['items'],
): readonly string[] {
  const ids = items.map(({ id }) => id);
  if (isWhole(outcome)) return ids;
  return namesItems(outcome) ? ids.filter((id) => outcome.passedItems.includes(id)) : [];
}

type Accepted = Pick<Performance, 'acceptance' | 'acceptedOn' | 'acceptedItems'>;

/** 验收 of the contract as it is from this one on. */
export function acceptedWith(outcome: Outcome, contract: Of): Accepted {
  const before = contract.performance.acceptedItems;
  const passed = itemsPassed(outcome, contract.content.items);
  const acceptedItems = [...new Set([...before, ...passed])];
  const { items } = contract.content;
  const everything = items.length > 0 && items.every(({ id }) => acceptedItems.includes(id));
  if (isWhole(outcome) || everything) {
    return { acceptance: 'passed', acceptedOn: outcome.heldOn, acceptedItems };
  }
  return {
    acceptance: outcome.conclusion === 'failed' ? 'failed' : 'partial',
    acceptedOn: null,
    acceptedItems,
  };
}
