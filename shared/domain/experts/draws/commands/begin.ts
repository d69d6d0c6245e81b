// 开始抽取: request, exclusions, odds, yesterday's head and the server's own secret are fixed, before anybody else has committed to anything.
import { z } from 'zod';
import { feasibility } from '#shared/draw/feasibility.ts';
import { candidatesOf } from '#shared/draw/pool.ts';
import { prepareCommit } from '#shared/draw/prepare.ts';
import type { DemandLine, Exclusion } from '#shared/draw/transcript.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import type { FieldError } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Organisation, organisations } from '../../../admin/model.ts';
import { type Load, one, where } from '../../../load.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { acknowledged, warningsShape } from '../../../step.ts';
import { sealContext } from '../../../vault.ts';
import { drawRequestOf, timesOf } from '../../applications/draw-request.ts';
import { type ExpertApplication, expertApplications } from '../../applications/model.ts';
import { libraryCommand } from '../../library/library-command.ts';
import { type Pool, type PoolList, poolLists, pools } from '../../pools/model.ts';
import { type Around, exclusionsNow, loadAround } from '../around.ts';
import { drawers, mayDraw } from '../draw-command.ts';
import { earlyFindings, loadTiming, type Timing } from '../early.ts';
import { type Draw, draws, type Recorded, type SteppedDraw } from '../model.ts';
import { changesOf } from '../progress.ts';
import { avoidPersonsSchema } from '../request.ts';

type State = {
  readonly application: ExpertApplication;
  readonly parties: {
    readonly purchaser: Organisation | undefined;
    readonly agency: Organisation | undefined;
  };
  readonly known: Draw | undefined;
  /** Earlier rounds. */
  readonly before: readonly Draw[];
  readonly pool: Pool | undefined;
  readonly list: PoolList | undefined;
  readonly around: Around;
  readonly timing: Timing;
};

/**
 * Refusals: pool_missing (there is no pool in yesterday's head: the library's first day cannot draw), recovery_key_missing, wrong_state (fields:
 * round_open, review_over, chosen_by_hand), warning_unacknowledged (EXPERT_EARLY), rule_broken (field demands.N: demand_unmet {needed, available}).
 */
export const beginDraw = libraryCommand({
  name: 'draws.begin',
  confidential: true,
  roles: drawers,
  input: z.strictObject({
    id: idSchema,
    applicationId: idSchema,
    avoidPersons: avoidPersonsSchema,
    /** Whether a seed drawn in public goes in as well. */
    physical: z.boolean(),
    ...warningsShape,
  }),
  *load({ id, applicationId }, { now }): Load<State | undefined> {
    const application = yield* one(expertApplications, applicationId);
    const times = application === undefined ? undefined : timesOf(application);
    if (application === undefined || times === undefined) return undefined;
    const { purchaserId, agencyId } = application;
    const yesterday = addDays(toPlainDate(now), -1);
    return {
      application,
      parties: {
        purchaser: yield* one(organisations, purchaserId),
        agency: agencyId === null ? undefined : yield* one(organisations, agencyId),
      },
      known: yield* one(draws, id),
      before: yield* where(draws, { applyNo: application.applyNo }),
      pool: yield* one(pools, yesterday),
      list: yield* one(poolLists, yesterday),
      around: yield* loadAround(times),
      timing: yield* loadTiming(application, now),
    };
  },
  mayAct: (actor, state) => state !== undefined && mayDraw(actor, state.application),
  decide({ state }, { id, applicationId, avoidPersons, physical, acknowledged: read }, ctx) {
    const { vault, now } = ctx;
    const request =
      state === undefined ? undefined : drawRequestOf(state.application, state.parties, avoidPersons);
    if (state === undefined || request === undefined) return refuse('not_found');
    const { application, known, pool, list, around } = state;
    if (known !== undefined) return refuse('already_exists');
    if (vault.escrow === undefined) return refuse('recovery_key_missing');
    if (request.reviewAt <= now) return refuseField('wrong_state', 'applicationId', 'review_over');
    const previous = previousOf(state.before);
    if (!previous.ok) return previous;
    if (application.status !== 'submitted') return refuse('wrong_state');
    if (application.content.drawMode !== 'random') {
      return refuseField('wrong_state', 'applicationId', 'chosen_by_hand');
    }
    const early = acknowledged(earlyFindings(application, state.timing, now), read);
    if (!early.ok) return early;
    if (pool === undefined || pool.head === null || list === undefined) return refuse('pool_missing');
    const exclusions = exclusionsNow(vault, request, list, around);
    const unmet = unmetIn(list, request.lines, exclusions);
    if (unmet.length > 0) return refuse('rule_broken', { fields: unmet });
    const secret = vault.secret();
    const escrow = vault.escrow(secret);
    const commit = prepareCommit(
      vault.sha256,
      {
        ...{ drawId: id, applyNo: request.applyNo, ...previous.value, at: now, head: pool.head },
        ...{ lines: request.lines, exclusions: [...exclusions], physical },
        ...{ serverSecret: secret, serverEscrow: vault.sha256(escrow) },
      },
      list.entries,
    );
    const context = sealContext(draws.name, id);
    const recorded: Recorded = {
      ...{ commit, operators: [], physical: null, reveals: [], events: [], voided: null },
    };
    const { applyNo, regionCode, reviewAt, reviewDays } = request;
    const draw: SteppedDraw = {
      ...{ id, applicationId, applyNo, regionCode, reviewAt, reviewDays, poolDay: pool.id, recorded },
      request: vault.seal(context, request),
      secret: vault.seal(context, secret),
      escrows: { server: escrow, operators: [] },
      ...{ said: [], asked: null, createdAt: now, history: [] },
    };
    return ok(changesOf(application, null, draw, list, ctx, 'draws.begin'));
  },
});

/** A draw that stands is not repeated: all rounds before are void. */
function previousOf(
  before: readonly Draw[],
): Result<{ readonly round: number; readonly previous: { drawId: string; hash: string } | null }> {
  const rounds = before.toSorted((a, b) => a.recorded.commit.round - b.recorded.commit.round);
  const last = rounds.at(-1);
  if (last === undefined) return ok({ round: 1, previous: null });
  if (last.hash === null || rounds.some(({ recorded }) => recorded.voided === null)) {
    return refuseField('wrong_state', 'applicationId', 'round_open');
  }
  return ok({ round: last.recorded.commit.round + 1, previous: { drawId: last.id, hash: last.hash } });
}

/** Lines that cannot be filled together, each with what they need and whom there is. */
export function unmetIn(
  { entries }: PoolList,
  lines: readonly DemandLine[],
  exclusions: readonly Exclusion[],
): readonly FieldError[] {
  const { members } = feasibility(candidatesOf(entries, lines, exclusions), lines);
  return members.flatMap(({ lines: among, needed, available }) =>
    among.map((line) => ({
      path: `demands.${line - 1}`,
      code: 'demand_unmet',
      params: { lines: among.join('、'), needed, available },
    })),
  );
}
