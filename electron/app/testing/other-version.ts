// Record types as another version of the program might have them, for tests and measurements of files that pass from one version to another.
import { entities } from '#shared/domain/entities.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { withLists } from '#shared/domain/list-indexes.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { plans as declared, type Plan } from '#shared/domain/plans/model.ts';
import { commands } from '#shared/domain/registry.ts';
import type { Domain } from '../account.ts';

/** As desks of this version keep them. */
const plans: Entity<Plan> = withLists<Entity<Plan>>(declared, [planList]);

export function domainWith(...kinds: readonly Entity[]): Domain {
  return { commands, entities: new Map([...entities, ...kinds.map((kind) => [kind.name, kind] as const)]) };
}

export function domainWithout(name: string): Domain {
  return { commands, entities: new Map([...entities].filter(([entity]) => entity !== name)) };
}

/** A column that ours has not. */
export const placeColumn = {
  type: 'text',
  notNull: true,
  read: (plan: Plan) => plan.content.performancePlace,
} as const;

/** That column with its index, and one of ours less. */
export const plansWithPlace: Entity<Plan> = {
  ...plans,
  columns: { ...without(plans.columns, 'createdAt'), place: placeColumn },
  indexes: { ...plans.indexes, desk: { ...plans.indexes.desk, plans_place: ['place', 'updatedAt'] } },
};

/** The same columns, other indexes. */
export const plansIndexedByYear: Entity<Plan> = {
  ...plans,
  indexes: {
    ...plans.indexes,
    desk: { ...without(plans.indexes.desk, 'plans_number'), plans_year_number: ['fiscalYear', 'planNo'] },
  },
};

/** Found by the name of the place as well. */
export const plansFoundByPlace: Entity<Plan> = {
  ...plansWithPlace,
  searched: [...plans.searched, 'place'],
};

/** Of the next revision, with a mark on every body that was raised to it. */
export const plansOfNextRevision: Entity<Plan> = {
  ...plans,
  revision: plans.revision + 1,
  upgrade: (body, from) => (from < plans.revision ? plans.upgrade(body, from) : renamed(body)),
};

/** What an older body becomes: a mark that its columns show. */
function renamed(body: unknown): unknown {
  const plan = body as Plan;
  return { ...plan, content: { ...plan.content, projectName: `${plan.content.projectName} (raised)` } };
}

/** Every table with a column that ours has not. */
export const everyTableOther: Domain = {
  commands,
  entities: new Map([...entities].map(([name, kind]) => [name, withSize(kind)])),
};

function withSize(kind: Entity): Entity {
  return {
    ...kind,
    columns: {
      ...kind.columns,
      fields: { type: 'integer', notNull: true, read: (row) => Object.keys(row).length },
    },
  };
}

function without<T>(record: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
