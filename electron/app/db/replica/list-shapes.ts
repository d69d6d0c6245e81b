// What the replica counts of each list, and which columns and indexes its tabs, filters and sorts stand on. Names come from
// shared/contract/lists.ts, columns and indexes from the record types; a test holds them together.
import {
  planFilterNames,
  type planSortNames,
  planTabNames,
  projectFilterNames,
  type projectSortNames,
  projectTabNames,
} from '#shared/contract/lists.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';

export type ListShape = {
  readonly entity: string;
  /** All tabs but the one that shows everything. */
  readonly tabs: readonly string[];
  readonly tabColumn: string;
  readonly filters: readonly string[];
  readonly filterColumns: ReadonlyMap<string, string>;
  /** SQL column by name of the sort. */
  readonly sorts: ReadonlyMap<string, string>;
  /** Index by `leading:sort`; leading is empty, `tab` or a filter. */
  readonly indexes: ReadonlyMap<string, string>;
};

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
  filters: planFilterNames,
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
  filters: projectFilterNames,
  sorts: { updatedAt: 'updated_at', filedAt: 'filed_at' } satisfies Record<
    (typeof projectSortNames)[number],
    string
  >,
  indexNames: { tab: 'status', ...filterIndexNames } satisfies IndexNames<
    (typeof projectFilterNames)[number]
  >,
  sortNames: { updatedAt: 'updated', filedAt: 'filed' },
});

const listShapes: readonly ListShape[] = [planList, projectList];

/** Made after a first sync, when the first screens are already there: other sorts than by change, other filters than the unit. */
export const laterIndexes: ReadonlySet<string> = new Set(
  listShapes.flatMap(({ indexes }) =>
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
