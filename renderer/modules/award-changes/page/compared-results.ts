// The result as it was beside what the filing makes of it: as it was approved, before that as it is typed.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import type { SectionResult } from '#shared/domain/projects/result.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardChangePages, forms, label } from '#shared/text/index.ts';
import { isWon } from '../form/changed-result.ts';

const { page: words, original: names } = awardChangePages;
const name = (path: string) => label(`awardChanges.content.${path}`);

export type Compared = {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

type Known = Pick<AskOutput<'awardChanges.get'>, 'change' | 'result' | 'winnerUscc'>;
type Side = Pick<
  SectionResult,
  'supplierName' | 'supplierUscc' | 'supplierAddress' | 'sizeClass' | 'members' | 'amount' | 'rate'
>;

export function comparedResults({ change, result, winnerUscc }: Known): readonly Compared[] {
  const { original, content } = change;
  const letters = { before: oldLetter(change, result), after: newLetter(change, result) };
  if (content.action !== null && !isWon(content.action)) {
    return [
      { key: 'supplierName', label: names.supplier, before: original.supplierName, after: words.nobody },
      { key: 'amount', label: names.amount, before: amountOf(original), after: forms.none },
      { key: 'letter', label: names.letter, before: letters.before, after: forms.none },
    ];
  }
  const after = result ?? typed(change, winnerUscc);
  const row = (key: string, text: string, of: (side: Side) => string): Compared => ({
    key,
    label: text,
    before: of(original),
    after: after === undefined ? words.unchosen : of(after),
  });
  const rows = [
    row('supplierName', names.supplier, ({ supplierName }) => supplierName),
    row('supplierUscc', names.uscc, ({ supplierUscc }) => supplierUscc || forms.none),
    row('address', name('address'), ({ supplierAddress }) => supplierAddress || forms.none),
    row('sizeClass', name('sizeClass'), ({ sizeClass }) => label(`suppliers.size.${sizeClass ?? 'unsaid'}`)),
    row('amount', names.amount, amountOf),
    row('members', name('members'), ({ members }) => membersOf(members)),
  ];
  const shown = rows.filter(({ key, before, after: there }) => key !== 'members' || before !== there);
  return [...shown, { key: 'letter', label: names.letter, ...letters }];
}

/** As it will be: with the code that the ranking has; of a correction the supplier is the same. */
function typed({ content, original }: AwardChange, winnerUscc: string): Side | undefined {
  const { action, winner, address, sizeClass, members, amount, rate } = content;
  const said = { supplierAddress: address, sizeClass, members, amount, rate };
  const { supplierName, supplierUscc } = original;
  if (action === 'correct') return { ...said, supplierName, supplierUscc };
  return action === null || winner === ''
    ? undefined
    : { ...said, supplierName: winner, supplierUscc: winnerUscc };
}

function oldLetter({ original, status, content }: AwardChange, result: SectionResult | null): string {
  const { letter } = original;
  if (letter === null) return forms.none;
  if (status === 'closed' || (status === 'announced' && result?.letter?.no !== letter.no)) {
    return words.voidLetter(letter.no);
  }
  const isReplaced = isWon(content.action) && !keepsLetter(content, original) && status !== 'lapsed';
  return isReplaced && status !== 'announced' ? words.oldLetter(letter.no) : letter.no;
}

function newLetter({ original, status, content }: AwardChange, result: SectionResult | null): string {
  if (result?.letter) return names.letterOf(result.letter.no, toPlainDate(result.letter.at));
  if (status === 'lapsed' || content.action === null) return forms.none;
  return keepsLetter(content, original) ? (original.letter?.no ?? forms.none) : words.newLetter;
}

/** With supplier and price as they were, the letter stays. */
function keepsLetter({ action, amount, rate }: AwardChange['content'], original: SectionResult): boolean {
  return action === 'correct' && amount === original.amount && rate === original.rate;
}

function amountOf({ amount, rate }: Pick<Side, 'amount' | 'rate'>): string {
  const parts = [...(amount === null ? [] : [formatYuan(amount)]), ...(rate === '' ? [] : [rate])];
  return parts.length === 0 ? forms.none : parts.join('，');
}

function membersOf(members: Side['members']): string {
  if (members.length === 0) return forms.none;
  return members
    .map((member) => [member.name, member.share].filter((part) => part !== '').join('：'))
    .join('；');
}
