// What the rules say of a plan that is being filled in. The facts come through the very load that the submission uses, answered from the
// replica; nothing is written and nothing becomes part of a read set.
import { type Row, visible } from '#shared/domain/entity.ts';
import type { Load, LoadRequest } from '#shared/domain/load.ts';
import { loadPlanFacts } from '#shared/domain/plans/facts.ts';
import { type PlanContent, plans } from '#shared/domain/plans/model.ts';
import { setKey } from '#shared/domain/working-set.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import type { Account } from '../account.ts';
import { UnreadableRow } from '../db/replica/parsed-rows.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Handlers } from './handler.ts';
import { parse } from './records.ts';

export const planCheckHandlers: Handlers<'plans.check'> = {
  'plans.check': {
    tables: ['plans', 'organisations', 'platforms', 'settings', 'calendar_years'],
    answer(account, { id, content }) {
      const purchaser = purchaserOf(account, id);
      if (!purchaser.ok) return purchaser;
      return check(account, { id: id ?? '', purchaserId: purchaser.value, content });
    },
  },
};

/** A new plan is one of the clerk's own unit; a saved one is that of the unit which made it. */
function purchaserOf({ actor, replica }: Account, id: Id | null): Result<Id> {
  if (id === null) {
    const unit = actor.role === 'purchaser_clerk' ? actor.organisationId : null;
    return unit === null ? err({ code: 'not_allowed' }) : ok(unit);
  }
  const stored = replica.table('plans')?.stored(id);
  if (stored === undefined) return err({ code: 'not_found' });
  const plan = parse(plans, stored.body);
  if (!plan.ok) return plan;
  return visible(actor, plans, plan.value) ? ok(plan.value.purchaserId) : err({ code: 'not_found' });
}

function check(
  account: Account,
  plan: { readonly id: string; readonly purchaserId: Id; readonly content: PlanContent },
): ReturnType<(typeof planCheckHandlers)['plans.check']['answer']> {
  try {
    const facts = answered(account.replica, loadPlanFacts(plan, account.now()));
    const findings = checkPlan(facts).map((finding) => ({ ...finding, paths: [...finding.paths] }));
    return ok({ findings });
  } catch (thrown) {
    if (thrown instanceof UnreadableRow) return err({ code: 'client_too_old' });
    throw thrown;
  }
}

function answered<T>(replica: Replica, load: Load<T>): T {
  let step = load.next();
  while (step.done !== true) step = load.next(answer(replica, step.value));
  return step.value;
}

type Kept = { readonly changes: number; readonly rows: readonly Row[] };
/** Rows as they were read, while their table has not changed: parsing a unit's plans of a year at every key stroke would be felt. */
const kept = new WeakMap<Replica, Map<string, Kept>>();

function answer(replica: Replica, request: LoadRequest): unknown {
  if (request.kind === 'one') return replica.row(request.entity, request.id);
  const changes = replica.table(request.entity)?.changes ?? 0;
  const key = setKey(request);
  const held = kept.get(replica)?.get(key);
  if (held?.changes === changes) return held.rows;
  const rows = replica.rows(request);
  // One unit and year at a time: nobody fills in two forms at once.
  kept.set(replica, new Map([[key, { changes, rows }]]));
  return rows;
}
