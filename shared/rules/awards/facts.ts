// What the rules of a result look at, and what follows from it: who stands before the winner, and who has been explained.
import type { AwardContent, Candidate } from '#shared/domain/awards/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import type { Params } from '../engine.ts';
import type { AwardMethodFacts } from './method.ts';

type Invited = { readonly name: string; readonly uscc: string };
type Excluded = { readonly document: string; readonly until: PlainDate };

export type AwardFacts = AwardMethodFacts & {
  readonly content: AwardContent;
  /** By rank. */
  readonly ranking: readonly Candidate[];
  /** The section has been evaluated, and nothing has ended it since. */
  readonly evaluated: boolean;
  /** The committee has found 废标. */
  readonly failed: boolean;
  /** 专门面向中小企业. */
  readonly smeReserved: boolean;
  /** 最高限价, else the budget; fen. */
  readonly ceiling: number;
  /** Last day of the 采购人's five working days; null where nothing is recorded that they could begin with. */
  readonly due: PlainDate | null;
  readonly reportDelivered: boolean;
  readonly entrusted: boolean;
  /** The centre has told of evaluations that rank otherwise. */
  readonly evaluatedAgain: boolean;
  /** The name under which the winner's code is known. */
  readonly knownName: string | null;
  readonly ban: Excluded | null;
  /** Of the other members of a 联合体. */
  readonly memberBan: (Excluded & { readonly name: string }) | null;
  /** Whom the committee has rejected. */
  readonly rejected: readonly string[];
  /** Who has bid, and of whom nobody has told how it came off. */
  readonly untold: readonly string[];
  /** Of a section announced by invitation: who was invited, by code where there is one. Null where everybody could bid. */
  readonly invited: readonly Invited[] | null;
  /** False where the section takes no 联合体; null where nobody has said. */
  readonly acceptsConsortium: boolean | null;
  /** Silence counts from the day after; null where nothing is recorded that it could begin with. */
  readonly silentAfter: PlainDate | null;
  /** The 采购人 has confirmed, returned or taken back: that is not silence. */
  readonly hasSpoken: boolean;
  readonly today: PlainDate;
};

export const isBlank = (text: string) => text.trim() === '';
export const winnerIn = ({ content, ranking }: Pick<AwardFacts, 'content' | 'ranking'>) =>
  ranking.find(({ supplier }) => supplier === content.winner);

/** By code, where both have one; else by name. */
export function isInvited({ content, ranking, invited }: AwardFacts): boolean {
  const code = normaliseUscc(winnerIn({ content, ranking })?.uscc ?? '');
  const name = normaliseName(content.winner);
  return (invited ?? []).some((each) =>
    isValidUscc(code) && isValidUscc(each.uscc)
      ? normaliseUscc(each.uscc) === code
      : normaliseName(each.name) === name,
  );
}

/** Everybody who stands before the winner. */
export function before(facts: AwardFacts): readonly Candidate[] {
  const winner = winnerIn(facts);
  return winner === undefined ? [] : facts.ranking.filter(({ rank }) => rank < winner.rank);
}

/** Others with the winner's rank who were not passed over. */
export function besides(facts: AwardFacts): readonly Candidate[] {
  const winner = winnerIn(facts);
  return facts.ranking.filter(
    (each) => each.rank === winner?.rank && each.supplier !== winner.supplier && !explains(facts, each),
  );
}

/** Whoever stands before the winner, or beside and is said to be out. */
export function unexplained(facts: AwardFacts): readonly Candidate[] {
  const rank = winnerIn(facts)?.rank;
  const named = facts.content.passedOver.map(({ supplier }) => supplier);
  const beside = facts.ranking.filter((each) => each.rank === rank && named.includes(each.supplier));
  return [...before(facts), ...beside].filter((each) => !explains(facts, each));
}

/** Named as passed over although it does not stand before the winner or beside. */
export function beyond(facts: AwardFacts): readonly string[] {
  const winner = winnerIn(facts);
  if (winner === undefined) return [];
  return facts.content.passedOver
    .map(({ supplier }) => supplier)
    .filter((name) => name !== winner.supplier)
    .filter((name) => !facts.ranking.some(({ supplier, rank }) => supplier === name && rank <= winner.rank));
}

/** Names, or codes, that stand for two. */
export function twice(ranking: readonly Candidate[]): readonly string[] {
  const keys = (of: (candidate: Candidate) => string) => {
    const all = ranking.map(of);
    return ranking.filter((_, at) => all[at] !== '' && all.indexOf(all[at] ?? '') < at);
  };
  const found = [
    ...keys(({ supplier }) => normaliseName(supplier)),
    ...keys(({ uscc }) => normaliseUscc(uscc)),
  ];
  return [...new Set(found.map(({ supplier }) => supplier))];
}

export const names = (candidates: readonly Candidate[]): Params => ({
  suppliers: candidates.map(({ supplier }) => supplier).join('、'),
});

function explains(facts: AwardFacts, { supplier }: Candidate): boolean {
  const line = facts.content.passedOver.find((each) => each.supplier === supplier);
  return line !== undefined && line.reasonCode !== null && !isBlank(line.reason) && line.files.length > 0;
}
