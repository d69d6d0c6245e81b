// 确认 and 撤回确认: from the confirmation on the result stands on the section; until the 结果公告 it may be taken back, and nobody outside has heard of it.
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { normaliseUscc } from '#shared/kernel/uscc.ts';
import { type Change, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { eventMade, withEvents } from '../../projects/commands/record-event.ts';
import { evaluationInForce, eventInForce } from '../../projects/events/course.ts';
import { againstNamed, carriedOut, notCarriedOut } from '../../projects/holds.ts';
import { sections } from '../../projects/model.ts';
import { resultOf, type SectionResult, withoutResult, withResult } from '../../projects/result.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Moving } from '../../step.ts';
import { type Around, rankingOf, winnerOf } from '../facts.ts';
import { type Award, awards } from '../model.ts';

/** What it stands on, as it was seen when it was submitted: a later evaluation asks for a new look. */
export function standing({ row, known: { section, events } }: Given<Award, Around>) {
  return {
    ranking: [...rankingOf(row.content, section, events)],
    evaluationId: evaluationIdIn({ section, events }),
  };
}

/** The evaluation that the centre has told of, where it ranks. */
function evaluationIdIn({ section, events }: Pick<Around, 'section' | 'events'>): string | null {
  const ranks = evaluationInForce(section, events) !== undefined;
  return ranks ? (eventInForce(section, events, 'evaluation_ended')?.id ?? null) : null;
}

/** The section still stands in the notice in whose course it is determined. */
export function inCourse({ noticeId }: Award, { section }: Pick<Around, 'section'>): Result<null> {
  return section.schedule?.announcementId === noticeId
    ? ok(null)
    : refuseField('stale', 'sectionId', 'section_announced_anew');
}

/** The section still stands in the same notice, and its evaluation is the one that was looked at. */
export function unchanged(
  award: Award,
  { section, events }: Pick<Around, 'section' | 'events'>,
): Result<null> {
  const present = inCourse(award, { section });
  if (!present.ok) return present;
  if (evaluationIdIn({ section, events }) !== award.evaluationId) {
    return refuseField('stale', 'sectionId', 'evaluated_anew');
  }
  return ok(null);
}

export function determined({ row, known, ctx, moved }: Moving<Award, Around>): Result<readonly Change[]> {
  const { section, events } = known;
  const winner = winnerOf(row.content, rankingOf(row.content, section, events));
  if (winner === undefined) return refuse('internal');
  const other = resultOf(section);
  if (other !== undefined && other.awardId !== row.id) {
    return refuseField('already_exists', 'sectionId', 'section_has_result', { document: other.supplierName });
  }
  const { address, sizeClass, members, amount, rate } = row.content;
  const uscc = normaliseUscc(winner.uscc);
  const result: SectionResult = {
    awardId: row.id,
    noticeId: row.noticeId,
    supplierName: winner.supplier,
    supplierUscc: uscc,
    supplierAddress: address,
    sizeClass,
    members: members.map((member) => ({ ...member, uscc: normaliseUscc(member.uscc) })),
    amount,
    rate,
    score: winner.score,
    reviewPrice: winner.reviewPrice,
    determinedAt: ctx.now,
    announcementId: null,
    letter: null,
    void: null,
  };
  const named = againstNamed(section, winner.supplier, row.fieldEdits['winner']?.at ?? row.createdAt);
  const after = moved({ determinedAt: ctx.now, determinedBy: ctx.actor.name });
  const { noticeId, round } = row;
  const id = namedId(`determined/${ctx.commandId}`);
  const made = { id, noticeId, round, kind: 'winner_determined', note: '' } as const;
  const event = eventMade(section, made, 'awards.confirm', ctx);
  return ok([
    put(awards, after),
    ...withEvents(section, events, [event]),
    put(sections, carriedOut(withResult(named, result), winner.supplier, ctx.now)),
  ]);
}

/** As if it had not been determined; that it was stays in the history, and the event says that it was withdrawn. */
export function reopened({ row, known, note, ctx, moved }: Moving<Award, Around>): Result<readonly Change[]> {
  const { section, events } = known;
  // Of whichever course: the section may have been announced anew since.
  const result = section.results.find(({ awardId }) => awardId === row.id);
  if (result === undefined) return refuse('internal');
  if (result.announcementId !== null) return refuseField('wrong_state', 'sectionId', 'result_announced');
  const event = events.find((each) => each.kind === 'winner_determined' && each.at === row.determinedAt);
  const withdrawn =
    event === undefined
      ? []
      : [
          {
            ...event,
            withdrawal: { reason: note, at: ctx.now, name: ctx.actor.name },
            history: withStep(event.history, ctx, 'awards.reopen', note),
          },
        ];
  const after = moved({ determinedAt: null, determinedBy: null, ranking: [], evaluationId: null });
  return ok([
    put(awards, after),
    ...withEvents(section, events, withdrawn),
    put(sections, notCarriedOut(withoutResult(section, row.id), result.determinedAt)),
  ]);
}
