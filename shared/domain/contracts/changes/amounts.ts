// What a contract amounts to after its changes: additions and reductions count, 延期, 主体变更 and other terms do not.
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { ContractChangeKind } from '../../projects/section-contracts.ts';
import type { Contract } from '../model.ts';

/** Kinds of change that have an amount. */
export function hasAmount(kind: ContractChangeKind | null): kind is 'addition' | 'reduction' {
  return kind === 'addition' || kind === 'reduction';
}

type Counted = { readonly kind: ContractChangeKind | null; readonly amount: Fen | null };

/** An amount that was typed before another kind was chosen counts for nothing. */
export function countedAmount({ kind, amount }: Counted): Fen | null {
  return hasAmount(kind) ? amount : null;
}

export type Amounts = {
  /** As it was signed. */
  readonly amount: Fen | null;
  readonly added: readonly Fen[];
  readonly reduced: readonly Fen[];
};

/** `except`: a change that is left out. */
export function amountsOf(
  { content, changes }: Pick<Contract, 'content' | 'changes'>,
  except?: string,
): Amounts {
  const of = (wanted: ContractChangeKind) =>
    changes
      .filter(({ kind, changeId }) => kind === wanted && changeId !== except)
      .map(({ amount }) => amount ?? 0);
  return { amount: content.amount, added: of('addition'), reduced: of('reduction') };
}

/** Null where it was signed without one. */
export function amountNow({ amount, added, reduced }: Amounts): Fen | null {
  return amount === null ? null : amount + sumFen([...added]) - sumFen([...reduced]);
}
