// Answers what 采购办 asks of draws.

import { organisations } from '#shared/domain/admin/model.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { drawRequestOf } from '#shared/domain/experts/applications/draw-request.ts';
import { expertApplications } from '#shared/domain/experts/applications/model.ts';
import { exclusionsNow, loadAround } from '#shared/domain/experts/draws/around.ts';
import { mayDraw } from '#shared/domain/experts/draws/draw-command.ts';
import { earlyFindings, loadTiming } from '#shared/domain/experts/draws/early.ts';
import { type Draw, draws, isOperator, statusOf } from '#shared/domain/experts/draws/model.ts';
import { courseOf } from '#shared/domain/experts/draws/progress.ts';
import {
  currentCall,
  drawRegister,
  getDraw,
  listDraws,
  prepareDraw,
} from '#shared/domain/experts/draws/queries.ts';
import { experts, openPerson } from '#shared/domain/experts/library/model.ts';
import { openPeople, type PoolList, poolLists, pools } from '#shared/domain/experts/pools/model.ts';
import type { Vault } from '#shared/domain/vault.ts';
import { nextCall, resultOf } from '#shared/draw/course.ts';
import { feasibility } from '#shared/draw/feasibility.ts';
import { guessability } from '#shared/draw/guessability.ts';
import { candidatesOf } from '#shared/draw/pool.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fetchPage, fetchRows, tableOf } from '../../command/entity-store.ts';
import { loadOnce } from '../../command/load-once.ts';
import { handler, type QueryDeps } from '../../query/handler.ts';
import { openVault } from './library-state.ts';

export function drawAnswers() {
  return [
    handler(getDraw, async (deps, actor, { id }) => {
      const found = await foundDraw(deps, id);
      if (!found.ok) return found;
      if (!mayDraw(actor, found.value.draw)) return err({ code: 'not_found' });
      return ok(stateOf(found.value));
    }),
    handler(listDraws, async (deps, actor, { regionCode, status, after, limit }) => {
      const vault = await openVault(deps);
      if (vault === undefined) return err({ code: 'library_locked' });
      if (!mayDraw(actor, { regionCode })) return ok({ items: [], next: null });
      const table = tableOf(draws.name, deps.tables);
      const page = await fetchPage(deps.database, table, { regionCode, status }, { after, limit: limit + 1 });
      const items = [];
      for (const { row } of page.slice(0, limit)) {
        const draw = draws.schema.parse(row);
        const list = await rowOf(deps, poolLists, draw.poolDay);
        if (list !== undefined) items.push(stateOf({ vault, draw, list }));
      }
      return ok({ items, next: page.length > limit ? (items.at(-1)?.id ?? null) : null });
    }),
    handler(currentCall, async (deps, actor, { id }) => {
      const found = await foundDraw(deps, id);
      if (!found.ok) return found;
      const { vault, draw, list } = found.value;
      const mayKnow = mayDraw(actor, draw) && isOperator(draw, actor.accountId);
      if (!mayKnow) return err({ code: 'not_found' });
      const course = draw.recorded.voided === null ? courseOf(vault, draw.recorded, list) : undefined;
      const call = course === undefined ? undefined : nextCall(course);
      const person = call === undefined ? undefined : openPeople(vault, list).get(call.id);
      if (call === undefined || person === undefined) return ok({ call: null });
      const expert = await rowOf(deps, experts, person.expertId);
      // By the number of today: a telephone may be another than when the pool was made.
      const phone = expert === undefined ? '' : openPerson(vault, expert).content.phone;
      return ok({ call: { candidate: call.id, as: call.as, name: person.name, phone } });
    }),
    handler(prepareDraw, async (deps, actor, { applicationId, avoidPersons }) => {
      const vault = await openVault(deps);
      if (vault === undefined) return err({ code: 'library_locked' });
      const application = await rowOf(deps, expertApplications, applicationId);
      if (application === undefined || !mayDraw(actor, application)) return err({ code: 'not_found' });
      const { purchaserId, agencyId } = application;
      const parties = {
        purchaser: await rowOf(deps, organisations, purchaserId),
        agency: agencyId === null ? undefined : await rowOf(deps, organisations, agencyId),
      };
      const request = drawRequestOf(application, parties, avoidPersons);
      if (request === undefined) return err({ code: 'not_found' });
      const yesterday = addDays(toPlainDate(deps.clock()), -1);
      const pool = await rowOf(deps, pools, yesterday);
      const list = await rowOf(deps, poolLists, yesterday);
      if (pool?.head == null || list === undefined) return err({ code: 'pool_missing' });
      const around = await loadOnce(deps.database, loadAround(request), deps.tables);
      const exclusions = exclusionsNow(vault, request, list, around);
      const candidates = candidatesOf(list.entries, request.lines, exclusions);
      const { odds, advice } = guessability(list.entries, request.lines, exclusions);
      const timing = await loadOnce(deps.database, loadTiming(application, deps.clock()), deps.tables);
      const [early] = earlyFindings(application, timing, deps.clock());
      return ok({
        pool: pool.count,
        earliest: early === undefined ? null : String(early.params['earliest']),
        candidates: candidates.length,
        exclusions: counted(exclusions.map(({ reason }) => reason)),
        odds: odds === null ? null : { entropy: odds.entropy, guess: odds.guess },
        advice: advice.map((each) => ({ ...each })),
        unmet: feasibility(candidates, request.lines).members.map((each) => ({
          ...each,
          lines: [...each.lines],
        })),
      });
    }),
    handler(drawRegister, async ({ database, tables }) => {
      const table = tableOf(draws.name, tables);
      const all: Draw[] = [];
      for (;;) {
        const page = await fetchPage(database, table, {}, { after: all.at(-1)?.id ?? null, limit: 500 });
        if (page.length === 0) break;
        all.push(...page.map(({ row }) => draws.schema.parse(row)));
      }
      return ok({ version: 1, draws: all.map(registered) });
    }),
  ] as const;
}

function registered({ id, applyNo, hash, recorded }: Draw) {
  const outcome = recorded.voided !== null ? 'void' : hash === null ? 'open' : 'closed';
  return { drawId: id, applyNo, round: recorded.commit.round, outcome, hash } as const;
}

type Found = { readonly vault: Vault; readonly draw: Draw; readonly list: PoolList };

async function foundDraw(deps: QueryDeps, id: Id): Promise<Result<Found, AppError>> {
  const vault = await openVault(deps);
  if (vault === undefined) return err({ code: 'library_locked' });
  const draw = await rowOf(deps, draws, id);
  const list = draw === undefined ? undefined : await rowOf(deps, poolLists, draw.poolDay);
  return draw === undefined || list === undefined ? err({ code: 'not_found' }) : ok({ vault, draw, list });
}

async function rowOf<R extends Row>(
  { database, tables }: QueryDeps,
  kind: Entity<R>,
  id: Id,
): Promise<R | undefined> {
  const [stored] = await fetchRows(database, tableOf(kind.name, tables), [id]);
  return stored === undefined ? undefined : kind.schema.parse(stored.row);
}

function stateOf({ vault, draw, list }: Found) {
  const { recorded } = draw;
  const { commit, operators, reveals, events } = recorded;
  const course = courseOf(vault, recorded, list);
  const seats = course === undefined ? [] : resultOf(course).members;
  return {
    id: draw.id,
    applyNo: draw.applyNo,
    round: commit.round,
    status: statusOf(recorded),
    reviewAt: draw.reviewAt,
    physical: physicalOf(recorded),
    recoveryKey: vault.recoveryKey ?? null,
    operators: operators.map(({ operator }) => {
      const revealed = reveals.some(({ party }) => party === operator);
      const kept = draw.escrows.operators.find((each) => each.operator === operator);
      return { operator, revealed, sealed: revealed ? null : (kept?.sealed ?? null) };
    }),
    candidates: candidatesOf(list.entries, commit.lines, commit.exclusions).length,
    exclusions: counted(commit.exclusions.map(({ reason }) => reason)),
    members: (course?.counts ?? commit.lines.map(({ count }) => count)).map((needed, index) => ({
      ...{ line: index + 1, needed },
      taken: seats.filter(({ line }) => line === index + 1).length,
    })),
    reserves: course?.reserves.length ?? 0,
    replies: counted(events.flatMap((event) => (event.kind === 'reply' ? [event.reply] : []))),
    asked: draw.asked === null ? null : { by: draw.asked.by, reason: draw.asked.reason },
    voided: recorded.voided,
    transcriptHash: draw.hash,
    updatedAt: draw.updatedAt,
  };
}

function physicalOf({ commit, physical }: Draw['recorded']): 'none' | 'awaited' | 'entered' {
  if (!commit.physical) return 'none';
  return physical === null ? 'awaited' : 'entered';
}

function counted(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
