// Commit and reveal. An operator's secret is made on the own desk; the server sees what it commits to, then the secret itself, and keeps in between what
// only the recovery key opens.
import { z } from 'zod';
import { revealFits } from '#shared/draw/seed.ts';
import type { Reveal } from '#shared/draw/transcript.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { sealContext } from '../../../vault.ts';
import type { OpenCtx } from '../../library/library-command.ts';
import type { PoolList } from '../../pools/model.ts';
import { drawCommand } from '../draw-command.ts';
import { type Draw, draws, escrowSchema, type Recorded, type SteppedDraw } from '../model.ts';
import { closedWhereDone, courseOf } from '../progress.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const operators = 2;

/** The person becomes one of the two operators. Refusals: wrong_state (field code operators_complete), same_person. */
export const commitSecret = drawCommand({
  name: 'draws.commitSecret',
  input: z.strictObject({ id: idSchema, commitment: hex, sealed: escrowSchema }),
  step({ draw }, { commitment, sealed }, { actor, vault, now }) {
    const { recorded, escrows } = draw;
    const operator = actor.accountId;
    if (recorded.operators.length >= operators) return refuseField('wrong_state', 'id', 'operators_complete');
    if (recorded.operators.some((each) => each.operator === operator)) return refuse('same_person');
    const entry = { operator, at: now, commitment, escrow: vault.sha256(sealed) };
    return ok({
      ...draw,
      recorded: { ...recorded, operators: [...recorded.operators, entry] },
      escrows: { ...escrows, operators: [...escrows.operators, { operator, sealed }] },
    });
  },
});

/** 现场摇号: a seed drawn in public, written down by one of the operators before anything is revealed. */
export const enterSeed = drawCommand({
  name: 'draws.enterSeed',
  input: z.strictObject({ id: idSchema, text: z.string().regex(/^[0-9A-Za-z ,-]{1,200}$/) }),
  step({ draw }, { text }, { actor, now }) {
    const { recorded } = draw;
    if (!recorded.commit.physical || recorded.physical !== null || recorded.operators.length < operators) {
      return refuse('wrong_state');
    }
    if (!recorded.operators.some(({ operator }) => operator === actor.accountId))
      return refuse('not_allowed');
    return ok({ ...draw, recorded: { ...recorded, physical: { at: now, text } } });
  },
});

/** An operator's own. Refusals: wrong_state (field code), rule_broken (field secret: secret_differs). */
export const revealSecret = drawCommand({
  name: 'draws.revealSecret',
  input: z.strictObject({ id: idSchema, secret: hex }),
  step({ draw, list }, { secret }, ctx) {
    const party = ctx.actor.accountId;
    return revealed(draw, list, { party, secret, by: 'owner', at: ctx.now }, ctx);
  },
});

/** Of an operator who does not reveal: opened by whoever has the recovery key. The record says so. */
export const recoverSecret = drawCommand({
  name: 'draws.recoverSecret',
  input: z.strictObject({ id: idSchema, operator: idSchema, secret: hex }),
  step: ({ draw, list }, { operator, secret }, ctx) =>
    revealed(draw, list, { party: operator, secret, by: 'recovery', at: ctx.now }, ctx),
});

/** With the second operator's secret the server reveals its own at once, in the same transaction: nobody sees two of three and breaks off. */
function revealed(draw: Draw, list: PoolList, reveal: Reveal, { vault, now }: OpenCtx): Result<SteppedDraw> {
  const { recorded } = draw;
  const { commit, physical } = recorded;
  if (recorded.operators.length < operators) return refuseField('wrong_state', 'id', 'operators_missing');
  if (commit.physical && physical === null) return refuseField('wrong_state', 'id', 'seed_missing');
  if (!recorded.operators.some(({ operator }) => operator === reveal.party)) return refuse('not_allowed');
  if (recorded.reveals.some(({ party }) => party === reveal.party)) return refuse('wrong_state');
  if (!revealFits(vault.sha256, commit, recorded.operators, reveal)) {
    return refuseField('rule_broken', 'secret', 'secret_differs');
  }
  const reveals = [...recorded.reveals, reveal];
  if (reveals.length < operators) return ok({ ...draw, recorded: { ...recorded, reveals } });
  const own: Reveal = {
    party: 'server',
    at: now,
    secret: z.string().parse(vault.open(sealContext(draws.name, draw.id), draw.secret)),
    by: 'owner',
  };
  const complete: Recorded = { ...recorded, reveals: [...reveals, own] };
  const course = courseOf(vault, complete, list);
  if (course === undefined) throw new Error('three secrets and no seed');
  return ok({ ...draw, recorded: closedWhereDone(complete, course, now) });
}
