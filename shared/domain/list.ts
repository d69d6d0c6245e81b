// A list of records, said once: by what it is divided, narrowed and ordered, what a row shows, and what of it goes into a file. Its queries, the
// type of its rows, the desk's indexes and counts and the test of its statements follow from the declaration. A wrong name of a column is a
// compile error.
import { z } from 'zod';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Actor } from './actor.ts';
import type { ColumnType, ColumnValue, ValueOf } from './column.ts';
import type { ColumnOf, Counted, DeskIndexes, Entity } from './entity.ts';
import { text } from './fields.ts';
import type { ListExport } from './list-export.ts';

type ColumnsOf<E extends Entity> = E['columns'] & E['deskColumns'];
type Value<E extends Entity, K extends PropertyKey> = ValueOf<ColumnsOf<E>[K & keyof ColumnsOf<E>]>;
/** A page begins behind a value: one can only be ordered by what is never empty. */
type OrderColumn<E extends Entity> = {
  [K in ColumnOf<E>]: null extends Value<E, K> ? never : K;
}[ColumnOf<E>];

type Tabs<E extends Entity> = {
  [K in ColumnOf<E>]: { readonly column: K; readonly names: readonly Extract<Value<E, K>, string>[] };
}[ColumnOf<E>];
/** A tab for every value of the column: records of a state without one would stand under 全部 alone, and their tab be missed. */
type EveryTab<E extends Entity, D> = D extends {
  readonly tabs: { readonly column: infer K extends string; readonly names: readonly (infer N)[] };
}
  ? [Exclude<Value<E, K>, N>] extends [never]
    ? unknown
    : { readonly tabs: { readonly missing: Exclude<Value<E, K>, N> } }
  : unknown;
/** Rows of a tab, `all` for those of every tab. Days from today, both included; left out, without a bound. The column holds a day in every row, and the list is sorted by it. */
export type DayTab<Column extends string = string> = {
  readonly of: string;
  readonly column: Column;
  readonly from?: number;
  readonly until: number;
  /** A filter that all of these rows meet: with it a page is found without passing over the others. */
  readonly within?: { readonly by: string; readonly value: string };
};
type Sort<E extends Entity> = OrderColumn<E> | { readonly name: string; readonly column: OrderColumn<E> };

type Definition<E extends Entity> = {
  /** Of its queries: `<name>.list`, `<name>.counts`, `<name>.export`. */
  readonly name: string;
  /** The first one is where a person begins; numbers and times with the greatest first, texts in their order. */
  readonly sorts: readonly [Sort<E>, ...Sort<E>[]];
  /** Beside the id and how the record stands with the server. */
  readonly shows: readonly ColumnOf<E>[];
  /** Members that show the name of the organisation whose id a shown column holds. */
  readonly organisations?: { readonly [member: string]: ColumnOf<E> };
  /** Where not everybody may look at it; rows that one may not see are not here anyway. */
  readonly may?: (actor: Actor) => boolean;
  readonly export: ListExport<z.output<E['schema']>> | null;
} & (
  | {
      /** `all` stands before them by itself. */
      readonly tabs?: Tabs<E>;
      /** Of the rows of one tab, those whose day lies so many days from today; each stands behind the tab that it divides. */
      readonly dayTabs?: { readonly [name: string]: DayTab<ColumnOf<E>> };
      readonly filters?: readonly ColumnOf<E>[];
      /** Filters that the first screens use: their index is there with the first sync, those of others follow. */
      readonly atOnce?: readonly ColumnOf<E>[];
      /**
       * Columns that the indexes of the first sort hold as well, and those of other sorts that begin with a column of `ledBy`: where several
       * filters are chosen, a row that fails is passed over without being read.
       */
      readonly covers?: {
        readonly columns: readonly ColumnOf<E>[];
        readonly ledBy: readonly ColumnOf<E>[];
      };
      readonly only?: never;
    }
  | {
      /** Of the record type, the rows with these values alone; an index begins with the first of them. */
      readonly only: { readonly [K in ColumnOf<E>]?: ColumnValue };
      readonly tabs?: never;
      readonly dayTabs?: never;
      readonly filters?: never;
      readonly atOnce?: never;
      readonly covers?: never;
    }
);

export type SortColumn = { readonly column: string; readonly type: ColumnType };
export type ColumnTest = { readonly column: string; readonly value: ColumnValue };

/** The types of names and rows are those of the declaration; `List` alone is any list. */
export type List<
  Name extends string = string,
  Tab extends string = string,
  Filters extends object = Readonly<Record<string, string | number>>,
  By extends string = string,
  Shown extends object = object,
  Exported extends ListExport | null = ListExport | null,
> = {
  readonly name: Name;
  readonly kind: Entity;
  readonly tabNames: readonly ('all' | Tab)[];
  /** Null where it has no tabs. */
  readonly tabColumn: string | null;
  readonly dayTabs: ReadonlyMap<string, DayTab>;
  /** Columns, under their own names. */
  readonly filterNames: readonly (keyof Filters & string)[];
  /** What is chosen of each, as a schema. */
  readonly filterShape: { readonly [K in keyof Filters]: z.ZodType<Filters[K]> };
  readonly sortNames: readonly By[];
  readonly sorts: ReadonlyMap<string, SortColumn>;
  readonly start: { readonly by: By; readonly direction: 'asc' | 'desc' };
  /** The columns of a row, `id` first. */
  readonly shows: readonly string[];
  readonly organisations: { readonly [member: string]: string };
  /** What is shown, as a schema. */
  readonly shape: { readonly [K in keyof Shown]: z.ZodType<Shown[K]> };
  readonly only: readonly ColumnTest[];
  readonly searched: boolean;
  /** What the desk counts with the rows; null where the rows of the list are counted when asked. */
  readonly counted: Counted | null;
  /** The desk's indexes, by `leading:sort`: a column of tab, filter or `only`, or nothing, and the sort's name. */
  readonly indexes: ReadonlyMap<string, ListIndex>;
  readonly export: Exported;
  may(actor: Actor): boolean;
};
export type ListIndex = {
  readonly name: string;
  readonly columns: DeskIndexes[string];
  /** Made after a first sync, when the first screens are already there. */
  readonly later: boolean;
};

type TabOf<D> =
  | (D extends { readonly tabs: { readonly names: readonly (infer T extends string)[] } } ? T : never)
  | (D extends { readonly dayTabs: infer Days } ? keyof Days & string : never);
/** By the type of the column alone: what a code or state may be is not asked, an unknown one finds nothing. */
type FiltersOf<E extends Entity, D> = {
  readonly [K in D extends { readonly filters: readonly (infer F extends string)[] } ? F : never]: Extract<
    Value<E, K>,
    string
  > extends never
    ? number
    : string;
};
type ByOf<D> = D extends { readonly sorts: readonly (infer S)[] }
  ? S extends string
    ? S
    : S extends { readonly name: infer N extends string }
      ? N
      : never
  : never;
type ShownOf<E extends Entity, D> = { readonly id: string } & {
  readonly [K in D extends { readonly shows: readonly (infer S extends string)[] } ? S : never]: Value<E, K>;
} & {
  readonly [K in D extends { readonly organisations: infer O } ? keyof O : never]: string | null;
};
type Flat<T> = { readonly [K in keyof T]: T[K] };

export type ListOf<E extends Entity, D extends Definition<E>> = List<
  D['name'],
  TabOf<D>,
  Flat<FiltersOf<E, D>>,
  ByOf<D>,
  Flat<ShownOf<E, D>>,
  D['export'] extends null ? null : ListExport
>;

/** What is kept on the server has no table on the desk to be listed from. */
export function defineList<E extends Entity & { readonly kept?: undefined }, const D extends Definition<E>>(
  kind: E,
  definition: D & EveryTab<E, D>,
): ListOf<E, D> {
  const plain: Definition<Entity> = definition as unknown as Definition<Entity>;
  const { name, shows, organisations = {}, only = {} } = plain;
  const columns = { ...kind.columns, ...kind.deskColumns };
  const sorts = plain.sorts.map((sort) => {
    const { name: by, column } = typeof sort === 'string' ? { name: sort, column: sort } : sort;
    return [by, { column, type: columns[column]?.type ?? 'text' }] as const;
  });
  const [[by, first]] = sorts as [(typeof sorts)[number]];
  const tests = Object.entries(only).map(([column, value]) => ({ column, value: value ?? null }));
  const list: List = {
    name,
    kind,
    tabNames: [
      'all',
      ...dividing('all', plain.dayTabs),
      ...(plain.tabs?.names ?? []).flatMap((tab) => [tab, ...dividing(tab, plain.dayTabs)]),
    ],
    tabColumn: plain.tabs?.column ?? null,
    dayTabs: new Map(Object.entries(plain.dayTabs ?? {})),
    filterNames: plain.filters ?? [],
    filterShape: Object.fromEntries((plain.filters ?? []).map((by) => [by, filterValue(columns[by])])),
    sortNames: sorts.map(([each]) => each),
    sorts: new Map(sorts),
    start: { by, direction: first.type === 'text' ? 'asc' : 'desc' },
    shows: ['id', ...shows],
    organisations,
    shape: Object.fromEntries([
      ['id', z.string()],
      ...shows.map((column) => {
        const { type = 'text', notNull = false } = columns[column] ?? {};
        const schema = type === 'text' ? z.string() : z.int();
        return [column, notNull ? schema : schema.nullable()];
      }),
      ...Object.keys(organisations).map((member) => [member, z.string().nullable()]),
    ]),
    only: tests,
    searched: kind.searched.length > 0,
    counted: tests.length > 0 ? null : { tab: plain.tabs?.column ?? null, by: plain.filters ?? [] },
    indexes: indexesOf(kind, plain, sorts, tests),
    export: plain.export,
    may: plain.may ?? (() => true),
  };
  // Everything of it comes from the declaration, whose types are these.
  return list as unknown as ListOf<E, D>;
}

function dividing(tab: string, dayTabs: { readonly [name: string]: DayTab } = {}): readonly string[] {
  return Object.entries(dayTabs).flatMap(([name, { of }]) => (of === tab ? [name] : []));
}

/** Characters of a text by which rows are narrowed. */
export const mostInFilter = 200;

function filterValue(column: { readonly type: ColumnType } | undefined): z.ZodType<string | number> {
  return column?.type === 'integer' ? z.int() : text(mostInFilter).min(1);
}

/** Every tab and filter with every sort has an index in the order of the sort; so does the list without any. */
function indexesOf(
  { name: table }: Entity,
  { tabs, filters = [], atOnce = [], covers }: Definition<Entity>,
  sorts: readonly (readonly [string, SortColumn])[],
  only: readonly ColumnTest[],
): ReadonlyMap<string, ListIndex> {
  const indexes = new Map<string, ListIndex>();
  const [lead] = only;
  const leading =
    lead === undefined ? ['', ...(tabs === undefined ? [] : [tabs.column]), ...filters] : [lead.column];
  const soon = new Set([lead?.column ?? '', tabs?.column, ...atOnce]);
  for (const [at, [sort, { column }]] of sorts.entries()) {
    for (const by of leading) {
      const covered = by !== '' && covers !== undefined && (at === 0 || covers.ledBy.includes(by));
      const others = covered ? ['rowNo', ...covers.columns.filter((each) => each !== by)] : [];
      indexes.set(`${by}:${sort}`, {
        name: [table, ...(by === '' ? [] : [indexWord(by)]), indexWord(sort)].join('_'),
        columns: [...(by === '' ? [] : [by]), column, ...others],
        later: at > 0 || !soon.has(by),
      });
    }
  }
  if (new Set([...indexes.values()].map(({ name }) => name)).size < indexes.size) {
    throw new TypeError(`indexes of ${table} of the same name`);
  }
  return indexes;
}

/** What a column is called in the names of indexes: the last of its words that says something. */
function indexWord(column: string): string {
  return (
    snakeCase(column)
      .replace(/_(id|code|at)$/, '')
      .split('_')
      .at(-1) ?? column
  );
}
