// What acceptance has released of a contract: nothing, the items that have passed, or all of it (财库〔2016〕205号).
import { type Fen, multiplyRoundHalfUp, sumFen } from '#shared/kernel/money.ts';
import { amountNow, amountsOf } from '../changes/amounts.ts';
import type { Contract } from '../model.ts';
import { readQuantity } from './quantity.ts';

type Item = Contract['content']['items'][number];

/** Null where it cannot be said, as of items without a price. */
export function releasedOf(contract: Pick<Contract, 'content' | 'changes' | 'performance'>): Fen | null {
  const { acceptance, acceptedItems } = contract.performance;
  if (acceptance === 'passed') return amountNow(amountsOf(contract));
  if (acceptedItems.length === 0) return 0;
  const passed = new Set(acceptedItems);
  const added = contract.changes.filter(({ kind }) => kind === 'addition');
  // All of it was accepted before more was added: only that is still to be accepted.
  if (added.length > 0 && contract.content.items.every(({ id }) => passed.has(id))) {
    const now = amountNow(amountsOf(contract));
    const waiting = added.filter(({ changeId }) => !passed.has(changeId));
    return now === null ? null : Math.max(0, now - sumFen(waiting.map(({ amount }) => amount ?? 0)));
  }
  const values = [
    ...contract.content.items.filter(({ id }) => passed.has(id)).map(priceOf),
    ...added.filter(({ changeId }) => passed.has(changeId)).map(({ amount }) => amount),
  ];
  return values.some((value) => value === null) ? null : sumFen(values.map((value) => value ?? 0));
}

/** Quantities are written with their unit: 2台. */
function priceOf({ qty, unitPrice }: Item): Fen | null {
  const count = readQuantity(qty);
  if (count === null || unitPrice === null) return null;
  const value = multiplyRoundHalfUp(count, unitPrice);
  return value.ok ? value.value : null;
}
