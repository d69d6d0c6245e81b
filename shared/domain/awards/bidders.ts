// The candidates as far as the opening tells them, for whoever types the ranking because nobody has told it: who has bid, and for how much.
import { normaliseName } from '#shared/kernel/text.ts';
import { evaluationInForce, eventInForce } from '../projects/events/course.ts';
import type { Around } from './facts.ts';
import type { Candidate } from './model.ts';

/** Methods whose last quote comes after the opening (74号令 art 31, 33; 财库〔2014〕214号 art 21). */
const quotedLater: ReadonlySet<string> = new Set([
  'COMPETITIVE_NEGOTIATION',
  'COMPETITIVE_CONSULTATION',
  'SINGLE_SOURCE',
]);
const byPrice: ReadonlySet<string> = new Set(['LOWEST_PRICE', 'LOWEST_QUOTE']);

/**
 * Whoever has bid and was not rejected. Ranked by price where the lowest wins as it was bid; else all have the first rank, so that a rank which nobody has filled in is a tie, and no winner follows from
 * it unnoticed.
 */
export function openedCandidates({
  section,
  project: { method },
  events,
}: Pick<Around, 'section' | 'project' | 'events'>): readonly Candidate[] {
  const opening = eventInForce(section, events, 'opening')?.details;
  if (opening?.of !== 'opening') return [];
  const rejected = (evaluationInForce(section, events)?.rejected ?? []).map(({ supplier }) =>
    normaliseName(supplier),
  );
  const isFinal = !quotedLater.has(method);
  // Of what is not reserved, prices of small enterprises are compared after a deduction that the opening does not tell (财库〔2020〕46号 art 9).
  const ranks =
    isFinal && section.smeReserved && (method === 'INQUIRY' || byPrice.has(section.evalMethod ?? ''));
  const bidders = opening.bidders
    .filter(({ name }) => !rejected.includes(normaliseName(name)))
    .map(({ name, uscc, price }) => ({
      name,
      uscc: (uscc ?? '').slice(0, 18),
      price: isFinal ? price : null,
    }));
  return bidders.map(({ name: supplier, uscc, price }) => ({
    ...{ supplier, uscc, price, score: null, reviewPrice: null },
    rank:
      ranks && price !== null
        ? 1 + bidders.filter((each) => each.price !== null && each.price < price).length
        : 1,
  }));
}
