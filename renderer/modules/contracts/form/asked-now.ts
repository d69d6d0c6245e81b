// What the form asks for, as it stands at this moment, and sums beside which one types; the rules have the last word at submission.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { ContractContent, ContractField, ContractPurpose } from '#shared/domain/contracts/model.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';

export type Answer = AskOutput<'contracts.check'>;
type Told = Pick<Answer, 'result' | 'others' | 'begun'>;

const always: readonly ContractField[] = [
  ...(['contractNo', 'contractName', 'contractKind', 'signedOn', 'amountKind', 'amount'] as const),
  ...(['purchaserContact', 'supplierContact', 'items', 'payments', 'files'] as const),
  ...(['period', 'performancePlace', 'acceptanceStandard'] as const),
];

export function requiredNow(content: ContractContent, answer: Told | undefined): ReadonlySet<ContractField> {
  const required = new Set(always);
  if (content.amountKind === 'rate') required.add('rate');
  if (differsFromResult(content, answer)) required.add('amountReason');
  if ((answer?.others.length ?? 0) > 0) required.add('several');
  if ((content.bondAmount ?? 0) > 0) required.add('bondForm');
  if (content.secret) required.add('secretBasis');
  return required;
}

/** Of the only one of its section: the amount is that of the result, or a reason is given. */
export function differsFromResult(
  { amount, several }: Pick<ContractContent, 'amount' | 'several'>,
  answer: Pick<Told, 'result'> | undefined,
): boolean {
  const awarded = answer?.result?.amount ?? null;
  return amount !== null && awarded !== null && several === null && amount !== awarded;
}

/** Whether there is, or was, another one beside which this one needs a reason. */
export function asksWhySeveral(
  { several }: Pick<ContractContent, 'several'>,
  answer: Pick<Told, 'others' | 'begun'> | undefined,
): boolean {
  return several !== null || (answer?.others.length ?? 0) + (answer?.begun.length ?? 0) > 0;
}

/** Papers without which it is not filed; what is a state secret does not enter this system. */
export function demandedPapers({ secret }: Pick<ContractContent, 'secret'>): readonly ContractPurpose[] {
  return secret ? [] : ['full', 'public'];
}

export function missingPapers(
  content: Pick<ContractContent, 'secret' | 'files'>,
): readonly ContractPurpose[] {
  return demandedPapers(content).filter((purpose) => content.files.every((file) => file.purpose !== purpose));
}

type Plan = Pick<ContractContent, 'amount' | 'payments'>;

export function paymentSum({ payments }: Pick<Plan, 'payments'>): Fen {
  return sumFen(payments.map(({ amount }) => amount ?? 0));
}

/** The payments with the rest of the amount in the last line that has none, or in the last one; undefined where nothing is left, or too much is. */
export function withRest({ amount, payments }: Plan): ContractContent['payments'] | undefined {
  const last = payments.findLast((each) => each.amount === null) ?? payments.at(-1);
  if (last === undefined || amount === null) return undefined;
  const rest = amount - paymentSum({ payments }) + (last.amount ?? 0);
  if (rest <= 0 || rest === last.amount) return undefined;
  return payments.map((each) => (each === last ? { ...each, amount: rest } : each));
}

/** 预付款 in percent of the amount, with one digit behind the point; null where there is none. */
export function advanceShare({ amount, payments }: Plan): string | null {
  const advance = paymentSum({ payments: payments.filter(({ kind }) => kind === 'advance') });
  return advance === 0 || amount === null || amount === 0
    ? null
    : `${Math.round((advance / amount) * 1000) / 10}%`;
}
