// A command about a draw that has begun: it needs the library's key, the draw and the pool of its day, and belongs to the 采购办 of its region.
import type { z } from 'zod';
import type { Result } from '#shared/kernel/result.ts';
import type { Actor, Role } from '../../actor.ts';
import type { Change } from '../../command.ts';
import { type Load, one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { type ExpertApplication, expertApplications } from '../applications/model.ts';
import { libraryCommand, type OpenCtx } from '../library/library-command.ts';
import { type PoolList, poolLists } from '../pools/model.ts';
import { type Draw, draws, type SteppedDraw } from './model.ts';
import { changesOf } from './progress.ts';

export const drawers: readonly Role[] = ['procurement_office'];

export function mayDraw({ role, regionCodes }: Actor, { regionCode }: Pick<Draw, 'regionCode'>): boolean {
  return role === 'system' || regionCodes.includes(regionCode);
}

type State<More> = {
  readonly draw: Draw | undefined;
  readonly list: PoolList | undefined;
  readonly application: ExpertApplication | undefined;
  readonly more: More;
};
type Known<More> = { readonly draw: Draw; readonly list: PoolList; readonly more: More };

type Definition<Input, More> = {
  readonly name: string;
  readonly input: z.ZodType<Input & { readonly id: string }>;
  readonly roles?: readonly Role[];
  load?(draw: Draw, ctx: OpenCtx): Load<More>;
  /** The draw as it is after this, or why not. */
  step(known: Known<More>, input: NoInfer<Input>, ctx: OpenCtx): Result<SteppedDraw>;
};

export function drawCommand<Input, More = undefined>({
  name,
  input,
  roles = drawers,
  load,
  step,
}: Definition<Input, More>) {
  return libraryCommand({
    name,
    // A reply's note and a secret are nobody's to try texts against.
    confidential: true,
    roles,
    input,
    *load({ id }, ctx: OpenCtx): Load<State<More | undefined>> {
      const draw = yield* one(draws, id);
      if (draw === undefined) return { draw, list: undefined, application: undefined, more: undefined };
      const list = yield* one(poolLists, draw.poolDay);
      const application = yield* one(expertApplications, draw.applicationId);
      return { draw, list, application, more: load === undefined ? undefined : yield* load(draw, ctx) };
    },
    mayAct: (actor: Actor, { draw }: State<More | undefined>) => draw !== undefined && mayDraw(actor, draw),
    decide({ state }, said, ctx): Result<readonly Change[]> {
      const { draw, list, application, more } = state;
      if (draw === undefined || list === undefined || application === undefined) return refuse('not_found');
      if (draw.recorded.voided !== null) return refuse('wrong_state');
      const next = step({ draw, list, more: more as More }, said, ctx);
      if (!next.ok) return next;
      return { ok: true, value: changesOf(application, draw, next.value, list, ctx, name) };
    },
  });
}
