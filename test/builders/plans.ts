// Valid plans in any state, deterministic by construction: aPlan().withItems(…).submitted(). Every step is the state the commands would
// have left, so that a test can begin in the middle.
import type { Actor } from '#shared/domain/actor.ts';
import type { Plan, PlanContent, PlanItem } from '#shared/domain/plans/model.ts';
import { exampleContent, withBudget } from '#shared/rules/plan-example.ts';
import { anActor, aUnit } from './actors.ts';
import { anId } from './ids.ts';

/** 2026-01-21 09:00 in Asia/Shanghai: the day on which the example plan is written. */
export const planDay = Date.UTC(2026, 0, 21, 1);

export class PlanBuilder {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  with(content: Partial<PlanContent>): PlanBuilder {
    return this.#changed({ content: { ...this.#plan.content, ...content } });
  }

  withItems(...items: readonly Partial<PlanItem>[]): PlanBuilder {
    const [example] = exampleContent.items;
    if (example === undefined) return this;
    return this.with({
      items: items.map((item, index) => ({ ...example, id: anId(`item/${index}`), ...item })),
    });
  }

  /** All amounts of the form, so that they fit together. */
  withBudget(fen: number): PlanBuilder {
    return this.with(withBudget(fen));
  }

  /** Of another clerk's unit. */
  of(clerk: Actor): PlanBuilder {
    return this.#changed({
      createdBy: clerk.accountId,
      purchaserId: clerk.organisationId ?? this.#plan.purchaserId,
    });
  }

  submitted(by: Actor = anActor('purchaser_clerk')): PlanBuilder {
    return this.#changed({ status: 'unit_review', submittedBy: by.accountId, submittedAt: planDay });
  }

  approved(): PlanBuilder {
    return this.submitted().#changed({ status: 'office_review', leftUnit: true });
  }

  returned(): PlanBuilder {
    return this.submitted().#changed({ status: 'returned', returnedContent: this.#plan.content });
  }

  build(): Plan {
    return this.#plan;
  }

  #changed(parts: Partial<Plan>): PlanBuilder {
    return new PlanBuilder({ ...this.#plan, ...parts });
  }
}

/** A lawful draft of the example unit; `name` tells several apart. */
export function aPlan(name = 'plan'): PlanBuilder {
  const clerk = anActor('purchaser_clerk');
  return new PlanBuilder({
    id: anId(name),
    status: 'draft',
    purchaserId: aUnit.id,
    purchaserName: aUnit.name,
    purchaserUscc: aUnit.uscc,
    planNo: null,
    projectId: null,
    filingRound: 0,
    predecessor: null,
    leftUnit: false,
    content: exampleContent,
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: clerk.accountId,
    submittedBy: null,
    createdAt: planDay,
    updatedAt: planDay,
    submittedAt: null,
    filedAt: null,
    history: [
      {
        action: 'plans.create',
        by: clerk.accountId,
        name: clerk.name,
        role: clerk.role,
        at: planDay,
        note: '',
      },
    ],
  });
}
