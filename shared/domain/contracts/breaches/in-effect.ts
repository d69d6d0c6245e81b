// What the decisions on the supplier's breaches take from it. A decision that a later one has put right takes nothing.
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { amountFor, type Breach, deductible } from './model.ts';

type Decided = Pick<Breach, 'id' | 'status' | 'content' | 'predecessorId'>;

export type Taken = {
  /** 减价, 违约金 and 赔偿: from the price. */
  readonly deducted: Fen;
  /** Of the 履约保证金. */
  readonly withheld: Fen;
};

/** Decided, and not put right by a later decision. */
function inEffect<B extends Decided>(all: readonly B[]): readonly B[] {
  const decided = all.filter(({ status }) => status === 'decided');
  const corrected = new Set(decided.map(({ predecessorId }) => predecessorId));
  return decided.filter(({ id }) => !corrected.has(id));
}

/** By those in effect; of what the 采购人 owes nothing is taken. */
export function takenBy(all: readonly Decided[]): Taken {
  return sumOf(inEffect(all));
}

/** By those in effect beside this one, which takes the place of the one that it puts right. */
export function takenBeside(
  { id, predecessorId }: Pick<Breach, 'id' | 'predecessorId'>,
  all: readonly Decided[],
): Taken {
  const others = all.filter((each) => each.id !== id);
  return sumOf(inEffect(others).filter((each) => each.id !== predecessorId));
}

function sumOf(counted: readonly Decided[]): Taken {
  const contents = counted.flatMap(({ content }) => (content.party === 'supplier' ? [content] : []));
  return {
    deducted: sumFen(contents.map(deductible)),
    withheld: sumFen(contents.map((content) => amountFor(content, 'bond'))),
  };
}
