// What has to be known to change a result: the section with its results, the ranking they came from, and other filings.
import type { Instant } from '#shared/kernel/dates.ts';
import type { AwardChangeFacts } from '#shared/rules/award-change-rules.ts';
import type { AwardFacts } from '#shared/rules/awards/facts.ts';
import {
  type Around as AroundAward,
  awardFacts,
  loadAround as loadAroundAward,
  rankingOf,
} from '../awards/facts.ts';
import { type Award, awards, type Candidate, emptyAward } from '../awards/model.ts';
import { type Load, one, where } from '../load.ts';
import { announcedResult } from '../projects/gates.ts';
import { type Section, sections } from '../projects/model.ts';
import { liveContracts } from '../projects/section-contracts.ts';
import { type AwardChange, awardChanges, type ChangeContent, isOpen } from './model.ts';

export type Around = AroundAward & {
  /** Of the section. */
  readonly awards: readonly Award[];
  readonly changes: readonly AwardChange[];
};

type Of = { readonly sectionId: string; readonly content: ChangeContent };

/** Undefined where section or project are not there. */
export function* loadAround(
  { sectionId, content }: Of,
  ctx: { readonly now: Instant },
): Load<Around | undefined> {
  const own = yield* where(awards, { sectionId });
  const section = yield* one(sections, sectionId);
  const around = yield* loadAroundAward(
    { sectionId, content: asAward(content, ownAward(section, own)) },
    ctx,
  );
  if (around === undefined) return undefined;
  return { ...around, awards: own, changes: yield* where(awardChanges, { sectionId }) };
}

/** The award of the present course: what was ranked is written in it. */
function ownAward(section: Section | undefined, own: readonly Award[]): Award | undefined {
  const noticeId = section?.schedule?.announcementId;
  return own.find((award) => award.noticeId === noticeId && award.ranking.length > 0);
}

function asAward(content: ChangeContent, award: Award | undefined): Award['content'] {
  const { winner, address, sizeClass, members, amount, rate } = content;
  const candidates = [...(award?.ranking ?? [])];
  return { ...emptyAward, candidates, winner, address, sizeClass, members, amount, rate };
}

/** Who follows: the first of those who have neither won already nor been passed over. */
export function nextCandidates({ section, events, awards: own }: Around): readonly Candidate[] {
  const award = ownAward(section, own);
  const noticeId = section.schedule?.announcementId;
  const gone = new Set([
    ...section.results
      .filter((result) => result.noticeId === noticeId)
      .map(({ supplierName }) => supplierName),
    ...(award?.content.passedOver.map(({ supplier }) => supplier) ?? []),
  ]);
  const left = rankingOf({ candidates: [...(award?.ranking ?? [])] }, section, events).filter(
    ({ supplier }) => !gone.has(supplier),
  );
  return left.filter(({ rank }) => rank === left[0]?.rank);
}

export function changeFacts(
  around: Around,
  { id, original, content }: Pick<AwardChange, 'id' | 'original' | 'content'>,
  now: Instant,
): AwardChangeFacts {
  return {
    content,
    announced: announcedResult(around.section)?.awardId === original.awardId,
    contractNo: liveContracts(around.section)[0]?.contractNo ?? null,
    bargain: { amount: original.amount, rate: original.rate },
    otherOpen: around.changes.some((other) => other.id !== id && isOpen(other)),
    next: nextCandidates(around).map(({ supplier }) => supplier),
    winner: winnerFacts(around, { original, content }, now),
  };
}

function winnerFacts(
  around: Around,
  { original, content }: Pick<AwardChange, 'original' | 'content'>,
  now: Instant,
): AwardFacts | null {
  const { action } = content;
  if (action !== 'next_candidate' && action !== 'correct') return null;
  const winner = action === 'correct' ? original.supplierName : content.winner;
  const facts = awardFacts(
    around,
    { content: { ...asAward(content, ownAward(around.section, around.awards)), winner } },
    now,
  );
  // Who stays is not looked at anew, and another amount than the offered one is what is put right.
  return action === 'correct' ? { ...facts, knownName: null, ranking: [] } : facts;
}
