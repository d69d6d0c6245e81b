// After the seed: replies in the order drawn, lost seats, 补抽, and the end of a draw that does not count.
import { z } from 'zod';
import type { DrawEvent } from '#shared/draw/transcript.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { text } from '../../../fields.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { sealContext } from '../../../vault.ts';
import type { OpenCtx } from '../../library/library-command.ts';
import { openPeople, type PoolList } from '../../pools/model.ts';
import { type Around, exclusionsNow, loadAround, loadOthers, servingIn } from '../around.ts';
import { drawCommand } from '../draw-command.ts';
import {
  type Draw,
  draws,
  isOperator,
  type Said,
  type SteppedDraw,
  type SupplementAsked,
  statusOf,
  supplementInput,
} from '../model.ts';
import { courseOf, type NewEvent, withEvent } from '../progress.ts';
import { drawRequestSchema } from '../request.ts';

const candidate = z.string().regex(/^[0-9a-f]{64}$/);
type Reply = Extract<DrawEvent, { kind: 'reply' }>;
const replies = ['attends', 'declines', 'unreached', 'recused'] as const satisfies readonly Reply['reply'][];

/** What the person being called has answered. Another than the one whose turn it is, is refused: a repeated or late answer changes nothing. Refused as
 * well is who has accepted another review of the same days meanwhile (field reply: seated_elsewhere): they cannot attend. */
export const recordReply = drawCommand({
  name: 'draws.recordReply',
  input: z.strictObject({
    id: idSchema,
    candidate,
    as: z.enum(['member', 'reserve']),
    reply: z.enum(replies),
    /** Not in the transcript. */
    note: text(500),
  }),
  load: (draw) => loadOthers(draw),
  step(
    { draw, list, more: others }: { draw: Draw; list: PoolList; more: readonly Draw[] },
    { candidate: id, as, reply, note },
    ctx,
  ) {
    if (!isOperator(draw, ctx.actor.accountId)) return refuse('not_allowed');
    // Two draws may go on side by side, and both call the same person.
    const person = reply === 'attends' ? openPeople(ctx.vault, list).get(id) : undefined;
    if (person !== undefined && servingIn(ctx.vault, draw, others).has(person.expertId)) {
      return refuseField('wrong_state', 'reply', 'seated_elsewhere');
    }
    const next = happened(draw, list, { kind: 'reply', id, as, reply }, ctx);
    if (!next.ok || note === '') return next;
    const said: Said = { at: ctx.now, id, note };
    return ok({
      ...next.value,
      said: [...draw.said, ctx.vault.seal(sealContext(draws.name, draw.id), said)],
    });
  },
});

/** 缺席, 回避 or a conflict of somebody who had accepted. Reserves are called next. */
export const vacateSeat = drawCommand({
  name: 'draws.vacateSeat',
  input: z.strictObject({
    id: idSchema,
    member: candidate,
    reason: z.enum(['absent', 'recused', 'conflict', 'other']),
  }),
  step({ draw, list }, { member, reason }, ctx) {
    if (statusOf(draw.recorded) !== 'closed') return refuse('wrong_state');
    return happened(draw, list, { kind: 'vacate', id: member, reason }, ctx);
  },
});

/** 补抽, asked for by one and confirmed by another in the same words. Who may not be asked any more since the draw began is excluded. */
export const supplementDraw = drawCommand({
  name: 'draws.supplement',
  input: z.strictObject({ id: idSchema, ...supplementInput.shape }),
  load: (draw) => loadAround(draw),
  step({ draw, list, more }: { draw: Draw; list: PoolList; more: Around }, { id: _, ...asked }, ctx) {
    const { actor, vault } = ctx;
    const course = courseOf(vault, draw.recorded, list);
    if (course === undefined || course.phase === 'first' || course.phase === 'supplement') {
      return refuse('wrong_state');
    }
    if (draw.asked === null || !sameWords(draw.asked, asked)) {
      return ok({ ...draw, asked: { by: actor.accountId, ...asked } });
    }
    if (draw.asked.by === actor.accountId) return refuse('same_person');
    const request = drawRequestSchema.parse(vault.open(sealContext(draws.name, draw.id), draw.request));
    // Whoever sits has to vacate the seat first, so that the record says so.
    const settled = new Set([
      ...draw.recorded.commit.exclusions.map(({ id }) => id),
      ...course.excluded,
      ...course.members.map(({ id }) => id),
    ]);
    const exclusions = exclusionsNow(vault, request, list, more).filter((each) => !settled.has(each.id));
    const next = happened(draw, list, { kind: 'supplement', ...asked, exclusions: [...exclusions] }, ctx);
    return next.ok ? ok({ ...next.value, asked: null }) : next;
  },
});

export const voidDraw = drawCommand({
  name: 'draws.void',
  input: z.strictObject({
    id: idSchema,
    reason: z.enum([
      'reveal_missing',
      'operator_left',
      'interrupted',
      'review_moved',
      'request_wrong',
      'redraw',
      'cancelled',
    ]),
  }),
  step: ({ draw }, { reason }, { now }) =>
    ok({ ...draw, asked: null, recorded: { ...draw.recorded, voided: { at: now, reason } } }),
});

/** By the server: a draw that was never finished and whose review has begun is void, so that none is left open for good. */
export const lapseDraw = drawCommand({
  name: 'draws.lapse',
  roles: ['system'],
  input: z.strictObject({ id: idSchema }),
  step({ draw }, _input, { now }) {
    if (draw.reviewAt > now || draw.recorded.events.some(({ kind }) => kind === 'close')) {
      return refuse('wrong_state');
    }
    return ok({
      ...draw,
      asked: null,
      recorded: { ...draw.recorded, voided: { at: now, reason: 'interrupted' } },
    });
  },
});

function happened(draw: Draw, list: PoolList, event: NewEvent, ctx: OpenCtx): Result<SteppedDraw> {
  const recorded = withEvent(ctx, draw.recorded, list, event);
  return recorded.ok ? ok({ ...draw, recorded: recorded.value }) : recorded;
}

function sameWords(a: SupplementAsked, b: SupplementAsked): boolean {
  return (
    a.reason === b.reason &&
    a.raise.length === b.raise.length &&
    a.raise.every(({ line, count }, at) => b.raise[at]?.line === line && b.raise[at]?.count === count)
  );
}
