// What of a payment is known before anybody types: its line of the 付款计划, the supplier's size when it was signed, and whether the contract is accepted.
import { sumFen } from '#shared/kernel/money.ts';
import { hasPeriod } from '#shared/rules/contracts/payment-due.ts';
import { type Contract, supplierNow } from '../model.ts';
import { emptyPayment, type Payment, type PaymentContent } from './model.ts';

type Line = Contract['content']['payments'][number];

type Known = Pick<Payment, 'content' | 'status' | 'paid'>;

/** Lines of which something is left to be paid, in their order, with what is left; a void payment leaves its line as if it had not been. */
export function openLines(
  { content, performance }: Pick<Contract, 'content' | 'performance'>,
  all: readonly Known[],
): readonly Line[] {
  return content.payments.flatMap((line) => {
    // 结清: nothing more is owed, but for 质保金.
    if (performance.settledAt !== null && line.kind !== 'retention') return [];
    const left = leftOf(line, all);
    return left === undefined ? [] : [left];
  });
}

/** The line with what its payments leave of it; undefined where that is nothing. One without an amount is paid at once. */
export function leftOf(line: Line, all: readonly Known[]): Line | undefined {
  const own = all.filter(({ status, content }) => status !== 'void' && content.lineId === line.id);
  if (own.length === 0) return line;
  if (line.amount === null) return undefined;
  const amount =
    line.amount -
    sumFen(own.map(({ content, paid }) => paid?.paidAmount ?? content.amount ?? line.amount ?? 0));
  return amount > 0 ? { ...line, amount } : undefined;
}

/** Of a line with what is left of it; without one: what holds for every payment of the contract. */
export function knownPayment(
  contract: Pick<Contract, 'content' | 'result' | 'changes' | 'performance'>,
  line: Line | null,
): PaymentContent {
  const { result, performance } = contract;
  const kind = line?.kind ?? null;
  return {
    ...emptyPayment,
    lineId: line?.id ?? null,
    kind,
    condition: line?.condition ?? '',
    amount: line?.amount ?? null,
    sizeClass: supplierNow(contract).tookOver ? null : result.sizeClass,
    basis: knownBasis(kind),
    acceptedOn: performance.acceptedOn,
    agreedOn: line?.dueOn ?? null,
  };
}

/** What the days of an instalment of this kind mostly run from; null where it has no period. */
export function knownBasis(kind: PaymentContent['kind']): PaymentContent['basis'] {
  if (kind === null || !hasPeriod({ kind })) return null;
  return kind === 'acceptance' ? 'acceptance' : 'delivery';
}
