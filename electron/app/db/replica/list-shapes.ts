// What the replica counts of each list, and which columns and indexes its tabs, filters and sorts stand on. Names come from
// shared/contract/lists.ts, indexes from schema.ts; a test holds them together.
import {
  planFilterNames,
  type planSortNames,
  planTabNames,
  planTabs,
  projectFilterNames,
  type projectSortNames,
  projectTabNames,
} from '#shared/contract/lists.ts';
import type { ColumnValue, Row } from '#shared/domain/entity.ts';
import { type PlanStatus, planStatuses } from '#shared/domain/plans/model.ts';
import { snakeCase } from '../names.ts';

export type ListShape = {
  readonly entity: string;
  /** All tabs but the one that shows everything. */
  readonly tabs: readonly string[];
  readonly tabColumn: string;
  /** The tab a stored status stands under. */
  tabOf(status: ColumnValue): string;
  /** Names of filters; those of the entity's columns, or derived. */
  readonly filters: readonly string[];
  readonly filterColumns: ReadonlyMap<string, string>;
  /** Filters by what is no column of the entity: the desk's own generated column, and the same from the row. */
  readonly derived: ReadonlyMap<string, (row: Row) => ColumnValue>;
  /** SQL column by name of the sort. */
  readonly sorts: ReadonlyMap<string, string>;
  /** Index by `leading:sort`; leading is empty, `tab` or a filter. */
  readonly indexes: ReadonlyMap<string, string>;
};

const isPlanStatus = (value: ColumnValue): value is PlanStatus =>
  planStatuses.some((status) => status === value);
const isNotAll = (tab: string) => tab !== 'all';

type IndexNames<Filter extends string> = Readonly<Record<'tab' | Filter, string>>;
/** What a filter is called in the names of indexes. */
const filterIndexNames = {
  fiscalYear: 'year',
  method: 'method',
  purchaserId: 'purchaser',
  regionCode: 'region',
  agencyId: 'agency',
  platformId: 'platform',
} as const;

export const planList: ListShape = shape({
  entity: 'plans',
  tabs: planTabNames.filter(isNotAll),
  tabColumn: 'tab',
  tabOf: (status) => (isPlanStatus(status) ? planTabs[status] : String(status)),
  filters: planFilterNames,
  derived: new Map(),
  sorts: { updatedAt: 'updated_at', budgetAmount: 'amount_order' } satisfies Record<
    (typeof planSortNames)[number],
    string
  >,
  indexNames: { tab: 'tab', ...filterIndexNames } satisfies IndexNames<(typeof planFilterNames)[number]>,
  sortNames: { updatedAt: 'updated', budgetAmount: 'amount' },
});

export const projectList: ListShape = shape({
  entity: 'projects',
  tabs: projectTabNames.filter(isNotAll),
  tabColumn: 'status',
  tabOf: String,
  filters: projectFilterNames,
  derived: new Map([['fiscalYear', fiscalYearOf]]),
  sorts: { updatedAt: 'updated_at', filedAt: 'filed_at' } satisfies Record<
    (typeof projectSortNames)[number],
    string
  >,
  indexNames: { tab: 'status', ...filterIndexNames } satisfies IndexNames<
    (typeof projectFilterNames)[number]
  >,
  sortNames: { updatedAt: 'updated', filedAt: 'filed' },
});

export const listShapes: ReadonlyMap<string, ListShape> = new Map(
  [planList, projectList].map((each) => [each.entity, each]),
);

/** Made after a first sync, when the first screens are already there: other sorts than by change, other filters than the unit. */
export const laterIndexes: ReadonlySet<string> = new Set(
  [...listShapes.values()].flatMap(({ indexes }) =>
    [...indexes].filter(([key]) => !/^(tab|purchaserId)?:updatedAt$/.test(key)).map(([, name]) => name),
  ),
);

type Names = { readonly [name: string]: string };
type Parts = Omit<ListShape, 'filterColumns' | 'indexes' | 'sorts'> & {
  readonly sorts: Names;
  readonly indexNames: Names;
  readonly sortNames: Names;
};

function shape({ sorts, indexNames, sortNames, ...rest }: Parts): ListShape {
  const indexes = new Map<string, string>();
  for (const [sort, sortName] of Object.entries(sortNames)) {
    indexes.set(`:${sort}`, `${rest.entity}_${sortName}`);
    for (const [leading, name] of Object.entries(indexNames)) {
      indexes.set(`${leading}:${sort}`, `${rest.entity}_${name}_${sortName}`);
    }
  }
  return {
    ...rest,
    filterColumns: new Map(rest.filters.map((filter) => [filter, snakeCase(filter)])),
    sorts: new Map(Object.entries(sorts)),
    indexes,
  };
}

/** As SQL's json_extract: what is no number there is none here. */
function fiscalYearOf(row: Row): ColumnValue {
  return 'fiscalYear' in row && typeof row.fiscalYear === 'number' ? row.fiscalYear : null;
}
