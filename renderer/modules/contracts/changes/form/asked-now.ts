// What the form asks for, as it stands at this moment; the rules have the last word at submission.
import type { AskOutput } from '#renderer/api/calls.ts';
import { amountNow, amountsOf, hasAmount } from '#shared/domain/contracts/changes/amounts.ts';
import type {
  ContractChangeContent,
  ContractChangeField,
  ContractChangePurpose,
} from '#shared/domain/contracts/changes/model.ts';
import type { Fen } from '#shared/kernel/money.ts';

export type Answer = AskOutput<'contractChanges.check'>;

const always = ['kind', 'description', 'reason', 'changedOn', 'files'] as const;
type Kind = Pick<ContractChangeContent, 'kind'>;

export function requiredNow({ kind }: Kind): ReadonlySet<ContractChangeField> {
  return new Set<ContractChangeField>([
    ...always,
    ...(kind === 'termination' ? (['terminationReason', 'settlement'] as const) : (['clauses'] as const)),
    ...(hasAmount(kind) ? (['amount'] as const) : []),
    ...(kind === 'addition' ? (['identical'] as const) : []),
    ...(kind === 'party' ? (['newSupplier', 'newSupplierUscc'] as const) : []),
  ]);
}

/** Papers without which it is not announced; of a secret contract none is, and its texts do not enter this system. */
export function demandedPapers(
  answer: Pick<Answer, 'contract'> | undefined,
): readonly ContractChangePurpose[] {
  return answer?.contract.content.secret === true ? [] : ['full', 'public'];
}

export function missingPapers(
  { files }: Pick<ContractChangeContent, 'files'>,
  answer: Pick<Answer, 'contract'> | undefined,
): readonly ContractChangePurpose[] {
  return demandedPapers(answer).filter((purpose) => files.every((file) => file.purpose !== purpose));
}

type Typed = Pick<ContractChangeContent, 'kind' | 'amount'>;

/** What the contract will amount to; null where nothing of that changes, or it is not known yet. */
export function amountAfter(
  { kind, amount }: Typed,
  answer: Pick<Answer, 'contract'> | undefined,
): Fen | null {
  const before = answer === undefined ? null : amountNow(amountsOf(answer.contract));
  if (before === null || amount === null || !hasAmount(kind)) return null;
  return Math.max(0, kind === 'addition' ? before + amount : before - amount);
}
