// What the form fills in by itself, and what it asks for, as it stands at this moment; the rules have the last word at submission.
import type { AskOutput } from '#renderer/api/calls.ts';
import type {
  ChangeAction,
  ChangeContent,
  ChangeField,
  ChangePurpose,
} from '#shared/domain/award-changes/model.ts';

export type Answer = AskOutput<'awardChanges.check'>;
export type Next = Answer['next'][number];

/** Of whoever wins after the change. */
export type Winner = Pick<ChangeContent, 'winner' | 'address' | 'sizeClass' | 'members' | 'amount' | 'rate'>;

const nobody: Winner = { winner: '', address: '', sizeClass: null, members: [], amount: null, rate: '' };

export function winnerIn({ winner, address, sizeClass, members, amount, rate }: ChangeContent): Winner {
  return { winner, address, sizeClass, members, amount, rate };
}

/** With the price that was offered, and what is known of the supplier. */
export function winnerFrom({ supplier, price, known }: Next): Winner {
  return {
    ...nobody,
    winner: supplier,
    amount: price,
    address: known?.address ?? '',
    sizeClass: known?.sizeClass ?? null,
  };
}

/** With what a way of changing begins: of a correction the result as it is, of the next candidate the one who follows, where it is one. */
export function winnerBegun(
  action: ChangeAction,
  answer: Pick<Answer, 'original' | 'next'> | undefined,
): Winner {
  const original = answer?.original ?? null;
  if (action === 'correct' && original !== null) {
    const { supplierAddress, sizeClass, members, amount, rate } = original;
    return { winner: '', address: supplierAddress, sizeClass, members, amount, rate };
  }
  const [only, ...tied] = answer?.next ?? [];
  return action === 'next_candidate' && only !== undefined && tied.length === 0 ? winnerFrom(only) : nobody;
}

/** Whether somebody wins after it. */
export function isWon(action: ChangeAction | null): boolean {
  return action === 'next_candidate' || action === 'correct';
}

export function requiredNow(content: ChangeContent, answer: Answer | undefined): ReadonlySet<ChangeField> {
  const { action, rate } = content;
  const required = new Set<ChangeField>(['reasonCode', 'reason', 'action', 'contractState']);
  if (answer?.numbered === true) required.add('documentNo');
  if (answer?.asksQualified === true) required.add('qualified');
  if ((answer?.papers.length ?? 0) > 0) required.add('files');
  if (action === 'next_candidate') required.add('winner');
  if (action === 'correct') required.add('corrections');
  if (isWon(action)) {
    required.add('address');
    if (rate.trim() === '') required.add('amount');
    if (answer?.smeReserved === true) required.add('sizeClass');
  }
  return required;
}

export function missingPapers(
  { files }: Pick<ChangeContent, 'files'>,
  papers: readonly ChangePurpose[],
): readonly ChangePurpose[] {
  return papers.filter((purpose) => files.every((file) => file.purpose !== purpose));
}
