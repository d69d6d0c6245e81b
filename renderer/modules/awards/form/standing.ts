// How the candidates stand to the winner while the form is filled in: who stands before, who has the same rank, and what has to be said of them.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { AwardContent, AwardField, Candidate, PassedOver } from '#shared/domain/awards/model.ts';

export type Answer = AskOutput<'awards.check'>;
export type Ranked = Answer['ranking'][number];

/** As the centre has told it; otherwise as it is typed at this moment. Undefined until it is known which. */
export function rankingNow(
  { candidates }: Pick<AwardContent, 'candidates'>,
  answer: Answer | undefined,
): readonly Ranked[] | undefined {
  if (answer === undefined || answer.told) return answer?.ranking;
  return candidates
    .map((candidate) => {
      const same = answer.ranking.find(
        ({ supplier, uscc }) => supplier === candidate.supplier && uscc === candidate.uscc,
      );
      return { ...candidate, known: same?.known ?? null };
    })
    .toSorted((a, b) => a.rank - b.rank);
}

export type Standing = {
  readonly winner: Ranked | undefined;
  /** In the order of the ranking. */
  readonly before: readonly Ranked[];
  /** With the same rank. */
  readonly beside: readonly Ranked[];
};

export function standingOf(name: string, ranking: readonly Ranked[]): Standing {
  const winner = name === '' ? undefined : ranking.find(({ supplier }) => supplier === name);
  if (winner === undefined) return { winner, before: [], beside: [] };
  return {
    winner,
    before: ranking.filter(({ rank }) => rank < winner.rank),
    beside: ranking.filter(({ rank, supplier }) => rank === winner.rank && supplier !== winner.supplier),
  };
}

/** Of the same rank, and not passed over for another reason: who of them wins has to be resolved. */
export function tiedWith({ beside }: Standing, passedOver: readonly PassedOver[]): readonly Ranked[] {
  return beside.filter(({ supplier }) => passedOver.every((each) => each.supplier !== supplier));
}

/** What choosing a winner fills in. What was filled in for the one before is replaced; what was typed stays. */
export function chosenWinner(
  content: AwardContent,
  next: Ranked,
  before: Ranked | undefined,
): Pick<AwardContent, 'winner' | 'amount' | 'address' | 'sizeClass' | 'passedOver'> {
  const { amount, address, sizeClass } = content;
  return {
    winner: next.supplier,
    amount: amount === null || amount === before?.price ? next.price : amount,
    address:
      address.trim() === '' || address === before?.known?.address ? (next.known?.address ?? '') : address,
    sizeClass:
      sizeClass === null || sizeClass === before?.known?.sizeClass
        ? (next.known?.sizeClass ?? null)
        : sizeClass,
    passedOver: content.passedOver.filter((line) => line.supplier !== next.supplier || !isUnsaid(line)),
  };
}

/** Nothing has been said of the candidate yet. */
function isUnsaid({ reasonCode, reason, files }: PassedOver): boolean {
  return reasonCode === null && reason.trim() === '' && files.length === 0;
}

/** The lines with parts of that of one supplier replaced; there is one from the first word on. */
export function withLine(
  lines: readonly PassedOver[],
  supplier: string,
  parts: Partial<PassedOver>,
): PassedOver[] {
  const line = lines.find((each) => each.supplier === supplier);
  if (line !== undefined) return lines.map((each) => (each === line ? { ...line, ...parts } : each));
  return [...lines, { supplier, reasonCode: null, reason: '', files: [], ...parts }];
}

/** Required as the form stands now; the rules have the last word at submission. */
export function requiredNow(
  content: AwardContent,
  standing: Standing,
  answer: Answer | undefined,
): ReadonlySet<AwardField> {
  const required = new Set<AwardField>(['basis', 'winner', 'address']);
  if (content.rate.trim() === '') required.add('amount');
  if (answer?.told === false) required.add('candidates');
  if (answer?.method === singleSource) required.add('records');
  if (answer?.smeReserved === true) required.add('sizeClass');
  if (answer?.evaluatedAgain === true) required.add('report');
  if (content.basis === 'committee') required.add('authority');
  if (standing.before.length > 0) required.add('passedOver');
  if (tiedWith(standing, content.passedOver).length > 0) required.add('tie');
  return required;
}

/** Whom the opening tells of as candidates; of 单一来源 the one supplier. */
export function openedIn({ method, opened }: Pick<Answer, 'method' | 'opened'>): Candidate[] {
  return method === singleSource && opened.length > 1 ? [] : [...opened];
}

export const singleSource = 'SINGLE_SOURCE';

/** Of everybody who stands before the winner it is said why. */
export function isExplained({ before }: Standing, lines: readonly PassedOver[]): boolean {
  return before.every(({ supplier }) =>
    lines.some(
      (line) =>
        line.supplier === supplier &&
        line.reasonCode !== null &&
        line.reason.trim() !== '' &&
        line.files.length > 0,
    ),
  );
}
