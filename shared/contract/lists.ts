// What may be asked of every declared list: `<name>.list` page by page, `<name>.counts` of its tabs, `<name>.export` into a file. Inputs, answers
// and their types follow from the declarations in shared/domain/M/list.ts.
import { z } from 'zod';
import type { List } from '#shared/domain/list.ts';
import { lists } from '#shared/domain/lists.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { exportOutput, exportPath, mostChosenRows } from './excel.ts';
import { limit, listCursorSchema, markSchema, mostSearched, page, searchText } from './paging.ts';

import type { StandsOn } from './stands-on.ts';

export const sortDirections = ['desc', 'asc'] as const;

type AnyList = (typeof lists)[number];
export type ListName = AnyList['name'];
export type ListNamed<N extends ListName> = Extract<AnyList, { readonly name: N }>;
type ExportedName = { [N in ListName]: ListNamed<N>['export'] extends null ? never : N }[ListName];

export const listNames: readonly ListName[] = lists.map(({ name }) => name);

export type ListItem<N extends ListName> = ItemOf<ListNamed<N>>;

/** Tables of the replica that its pages stand on. */
export function tablesOfList({ kind, organisations }: List): readonly string[] {
  return [kind.name, ...(Object.keys(organisations).length === 0 ? [] : ['organisations'])];
}

type ChosenFilter<L extends List> = {
  [K in keyof L['filterShape'] & string]: {
    readonly by: K;
    readonly value: z.output<L['filterShape'][K]>;
  };
}[keyof L['filterShape'] & string];

/** One of the list's filters, with a value of its column's type: 1 or 0 for yes or no. */
const chosenFilter = <const L extends List>({ filterShape }: L): z.ZodType<ChosenFilter<L>> =>
  z.union(
    Object.entries<z.ZodType>(filterShape).map(([by, value]) => z.strictObject({ by: z.literal(by), value })),
  ) as unknown as z.ZodType<ChosenFilter<L>, ChosenFilter<L>>;

/** A page's question; all but the place where it begins is the view that an export takes. */
const viewShape = <const L extends List>(list: L) => {
  type Tab = L['tabNames'][number];
  const tabs: readonly Tab[] = list.tabNames;
  const sorts: readonly L['sortNames'][number][] = list.sortNames;
  return {
    tab: z.enum(tabs).default(() => z.enum(tabs).parse('all')),
    /** Any of them at once beside the tab, each at most once; a row meets all. */
    filters: z
      .array(chosenFilter(list))
      .max(list.filterNames.length)
      .refine((chosen) => new Set(chosen.map(({ by }) => by)).size === chosen.length, 'field_twice')
      .default([]),
    /** Null: as the list begins. */
    sort: z
      .strictObject({ by: z.enum(sorts), direction: z.enum(sortDirections) })
      .nullable()
      .default(null),
    search: searchText(list.searched ? mostSearched : 0).default(''),
  };
};

const inputOf = <const L extends List>(list: L) =>
  z.strictObject({ ...viewShape(list), after: listCursorSchema.nullable().default(null), limit });
type InputOf<L extends List> = ReturnType<typeof inputOf<L>>;

const rowOf = <const L extends List>(list: L) => {
  const shape: L['shape'] = list.shape;
  return z.object({ ...shape, mark: markSchema });
};
export type ItemOf<L extends List> = z.output<ReturnType<typeof rowOf<L>>>;

const pageOf = <const L extends List>(list: L) => page(rowOf(list));
type PageOf<L extends List> = ReturnType<typeof pageOf<L>>;

/** Null where several filters would have to be counted row by row over too many, and while the replica is being rebuilt. */
const countsOf = <const L extends List>(list: L) => {
  const tabs: readonly L['tabNames'][number][] = list.tabNames;
  return z.record(z.enum(tabs), z.int().nullable());
};
type CountsOf<L extends List> = ReturnType<typeof countsOf<L>>;
export type ListCounts<L extends List> = z.output<CountsOf<L>>;

const countsInputOf = <const L extends List>(list: L) => z.strictObject({ filters: viewShape(list).filters });

const choiceOf = <const L extends List>(list: L) => {
  const name: L['name'] = list.name;
  return z.strictObject({
    name: z.literal(name),
    list: z.strictObject(viewShape(list)),
    /** Of these rows of the view alone; null for all of them. */
    ids: z.array(idSchema).min(1).max(mostChosenRows).nullable().default(null),
  });
};
type ChoiceOf<L extends List> = ReturnType<typeof choiceOf<L>>;

const exportInputOf = <const L extends List>(list: L) =>
  z.strictObject({ ...choiceOf(list).omit({ name: true }).shape, path: exportPath });

type Asked<Input, Output> = { readonly input: Input; readonly output: Output; readonly standsOn: StandsOn };
type ListQueries = {
  readonly [N in ListName as `${N}.list`]: Asked<InputOf<ListNamed<N>>, PageOf<ListNamed<N>>>;
} & {
  readonly [N in ListName as `${N}.counts`]: Asked<
    ReturnType<typeof countsInputOf<ListNamed<N>>>,
    CountsOf<ListNamed<N>>
  >;
} & {
  /** 导出: all rows of the view, as an .xlsx file. Error codes: too_large {rows, most}, disk_full, invalid_input (`file_not_writable`). */
  readonly [N in ExportedName as `${N}.export`]: Asked<
    ReturnType<typeof exportInputOf<ListNamed<N>>>,
    typeof exportOutput
  >;
};

export type ListQueryName = keyof ListQueries;

type ListQuery = Asked<z.ZodObject, z.ZodType>;

/** Each refuses with `not_allowed` those who may not look at the list. */
export function listQueriesOf(all: readonly List[]): ReadonlyMap<string, ListQuery> {
  return new Map(
    all.flatMap((list): readonly (readonly [string, ListQuery])[] => [
      [
        `${list.name}.list`,
        { input: inputOf(list), output: pageOf(list), standsOn: [...tablesOfList(list), 'outbox'] },
      ],
      [
        `${list.name}.counts`,
        { input: countsInputOf(list), output: countsOf(list), standsOn: [list.kind.name] },
      ],
      ...(list.export === null
        ? []
        : [
            [
              `${list.name}.export`,
              { input: exportInputOf(list), output: exportOutput, standsOn: [] },
            ] as const,
          ]),
    ]),
  );
}

// Made name by name from the same declarations as the type.
export const listQueries = Object.fromEntries(listQueriesOf(lists)) as unknown as ListQueries;

const exported: readonly List[] = lists.filter((list: List) => list.export !== null);

/** The queries that carry a path: the host asks them. */
export const exportQueries = exported.map(
  ({ name }) => `${name}.export`,
) as readonly `${ExportedName}.export`[];

type Choices<Side extends 'input' | 'output'> = {
  [N in ExportedName]: Side extends 'input'
    ? z.input<ChoiceOf<ListNamed<N>>>
    : z.output<ChoiceOf<ListNamed<N>>>;
}[ExportedName];
/** What the window wants to have in a file: a view of a list, or rows of it. */
export const exportChoice = z.discriminatedUnion(
  'name',
  exported.map(choiceOf) as unknown as [z.ZodObject],
) as unknown as z.ZodType<Choices<'output'>, Choices<'input'>>;
