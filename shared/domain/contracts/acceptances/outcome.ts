// What an acceptance brings about: which items and additions of the contract have passed, and whether anything is left to be accepted. Payments, section and project follow from it.
// Only what was found line by line counts: an item passes with its own lines, and the contract is accepted by the last stage alone.
import type { Contract, Performance } from '../model.ts';
import type { AcceptanceContent } from './model.ts';
import { partsOf } from './parts.ts';

type Named = Pick<AcceptanceContent, 'conclusion' | 'part' | 'stage' | 'passedItems' | 'rows'>;
type Outcome = Named & Pick<AcceptanceContent, 'heldOn'>;
type Of = Parameters<typeof partsOf>[0] & {
  readonly performance: Pick<Performance, 'acceptedItems'>;
};

/** 合格, and nothing comes after it. */
export function isWhole({ conclusion, part }: Pick<Outcome, 'conclusion' | 'part'>): boolean {
  return conclusion === 'passed' && part !== 'part';
}

/** 到货 and 安装 look at what has come, not at all that was agreed: they accept nothing. */
export function acceptsItems({ stage }: Pick<Outcome, 'stage'>): boolean {
  return stage !== 'arrival' && stage !== 'installation';
}

/** Whether it is asked which items are finished: of a 分期 that passed, and of what passed in part. */
export function namesItems(outcome: Pick<Outcome, 'conclusion' | 'part' | 'stage'>): boolean {
  const { conclusion, part } = outcome;
  const inPart = conclusion === 'partial' || (conclusion === 'passed' && part === 'part');
  return inPart && acceptsItems(outcome);
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
export function itemsPassed(outcome: Named, items: readonly string[]): readonly string[] {
  if (!acceptsItems(outcome)) return [];
  return itemsClaimed(outcome, items).filter((id) => isProven(outcome, id));
}

/** What may pass with it: what was added after its day is still to be accepted. */
export function partsToAccept(
  { heldOn }: Pick<Outcome, 'heldOn'>,
  contract: Parameters<typeof partsOf>[0],
): readonly string[] {
  return partsOf(contract, heldOn ?? '').map(({ id }) => id);
}

type Accepted = Pick<Performance, 'acceptance' | 'acceptedOn' | 'acceptedItems'>;

/** 验收 of the contract as it is from this one on. What is found wanting is accepted no longer, whatever an acceptance before has said. */
export function acceptedWith(outcome: Outcome, contract: Of): Accepted {
  const wanting = new Set(outcome.rows.flatMap(({ itemId, passed }) => (passed === false ? [itemId] : [])));
  const passed = itemsPassed(outcome, partsToAccept(outcome, contract));
  const acceptedItems = [...new Set([...contract.performance.acceptedItems, ...passed])].filter(
    (id) => !wanting.has(id),
  );
  const everything = partsOf(contract).every(({ id }) => acceptedItems.includes(id));
  if (isWhole(outcome) && everything) {
    return { acceptance: 'passed', acceptedOn: outcome.heldOn, acceptedItems };
  }
  return {
    acceptance: outcome.conclusion === 'failed' ? 'failed' : 'partial',
    acceptedOn: null,
    acceptedItems,
  };
}

type Change = Pick<Contract['changes'][number], 'changeId' | 'kind'>;

/** 验收 of the contract after a change of it: what is added to an accepted one is to be accepted too, beside what was added before. */
export function acceptedAfter<P extends Accepted>(
  performance: P,
  { changeId, kind }: Change,
  changes: readonly Change[],
): P {
  if (kind !== 'addition' || performance.acceptance !== 'passed') return performance;
  const before = changes.filter((each) => each.kind === 'addition' && each.changeId !== changeId);
  const acceptedItems = [...new Set([...performance.acceptedItems, ...before.map((each) => each.changeId)])];
  return { ...performance, acceptance: 'partial', acceptedOn: null, acceptedItems };
}
