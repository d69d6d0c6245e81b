// Every page that may be asked for is a range of an index: of every declared list, each tab with each filter, several and all of them, in each
// order, with words and without, from the beginning and from the middle.
import { afterAll, describe, expect, it } from 'vitest';
import { sortDirections } from '#shared/contract/lists.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import type { List } from '#shared/domain/list.ts';
import { lists } from '#shared/domain/lists.ts';
import { openSqlite } from '../db/connection.ts';
import { layOut } from '../db/replica/lay-out.ts';
import { Tallies } from '../db/replica/tallies.ts';
import {
  chosenStatement,
  countStatement,
  listStatement,
  rareStatement,
  type Statement,
} from './list-statement.ts';

const db = openSqlite(':memory:', {});
layOut(db, syncedEntities);
const indexes = new Set(
  db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
);
afterAll(() => {
  db.close();
});

const offered: readonly List[] = lists;
const matched = (column: string) => (column === 'fiscalYear' || column === 'active' ? 1 : 'x');
const chosenOf = ({ filterNames }: List) => [
  [],
  ...filterNames.map((filter) => [filter]),
  ...(filterNames.length > 2 ? [filterNames.slice(0, 2)] : []),
  ...(filterNames.length > 1 ? [filterNames] : []),
];
const cases = offered.flatMap((list) =>
  list.tabNames.flatMap((tab) =>
    chosenOf(list).flatMap((filters) =>
      list.sortNames.flatMap((by) =>
        sortDirections.map((direction) => ({ list, tab, filters, by, direction })),
      ),
    ),
  ),
);

function planOf({ sql, values }: Statement): readonly string[] {
  return db
    .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail);
}

/** Walking an index from its end is no scan of the table. */
function isRange(plan: readonly string[]): void {
  expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
  for (const line of plan) expect(line).toMatch(/USING (COVERING )?INDEX|USING INTEGER PRIMARY KEY/);
}

describe('every offered list', () => {
  it.each(cases)(
    '$list.name: $tab, $filters, $by $direction is a range of an index',
    ({ list, tab, filters, by, direction }) => {
      const tallies = new Tallies(db);
      const text = list.sorts.get(by)?.type === 'text';
      for (const after of [null, { value: text ? 'm' : 5, row: 7 }]) {
        for (const words of list.searched ? [[], ['word']] : [[]]) {
          const request = {
            tab: tab === 'all' ? null : tab,
            filters: filters.map((column) => ({ by: column, value: matched(column) })),
            sort: { by, direction },
            after,
          };
          const statement = listStatement(list, list.shows, request, { tallies, indexes }, words, 51);
          expect(statement.sql).toContain('INDEXED BY');
          isRange(planOf(statement));
        }
      }
    },
  );

  const found = offered.filter(({ searched }) => searched);
  it.each(found)('$name: rows that the search index names are fetched by their number', (list) => {
    const request = {
      tab: list.tabNames.at(-1) ?? null,
      filters: list.filterNames.map((by) => ({ by, value: matched(by) })),
      sort: list.start,
    };
    const plan = planOf(rareStatement(list, request, ['word'], '"wo"'));
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
    for (const line of plan) expect(line).toMatch(/VIRTUAL TABLE INDEX|USING INTEGER PRIMARY KEY/);
  });

  it.each(offered)('$name: a chosen row is found by its id', (list) => {
    const request = {
      tab: list.tabNames.at(-1) ?? null,
      filters: list.filterNames.map((by) => ({ by, value: matched(by) })),
      sort: list.start,
    };
    for (const words of list.searched ? [[], ['word']] : [[]]) {
      const { sql, values } = chosenStatement(list, request, words);
      const plan = planOf({ sql, values: ['an id', ...values] });
      expect(plan[0]).toMatch(/\(id=\?\)/);
      isRange(plan);
    }
  });

  it.each(offered.filter(({ filterNames, only }) => only.length > 0 || filterNames.length > 1))(
    '$name: counts a selection within an index',
    (list) => {
      const filters = list.filterNames.map((by) => ({ by, value: matched(by) }));
      const statement = countStatement(list, { tab: null, filters }, { tallies: new Tallies(db), indexes });
      expect(statement.sql).toContain('INDEXED BY');
      // Tabs are few: putting them together sorts nothing that grows.
      expect(planOf(statement)[0]).toMatch(/^SEARCH r USING (COVERING )?INDEX/);
    },
  );
});

describe('several filters', () => {
  it.each(offered.filter(({ filterNames }) => filterNames.length > 1))(
    '$name: the rarest leads, whichever it is',
    (list) => {
      const { filterNames: filters, start, kind } = list;
      // A tab of days stands in no count of its own.
      const states = list.tabNames.filter((name) => name !== 'all' && !list.dayTabs.has(name));
      const tab = list.tabColumn === null ? '' : (states[0] ?? '');
      for (const rarest of filters) {
        const tallies = new Tallies(db);
        const count = (by: string, value: string, times: number) => {
          for (let no = 0; no < times; no += 1) tallies.tallyCount(kind.name, by, value, tab, 1);
        };
        count('', '', 6);
        for (const by of filters) count(by, 'x', by === rarest ? 1 : 2);
        const request = {
          tab: tab === '' ? null : tab,
          filters: filters.map((by) => ({ by, value: 'x' })),
          sort: start,
          after: null,
        };
        const { sql } = listStatement(list, ['id'], request, { tallies, indexes }, [], 51);
        expect(sql).toContain(`INDEXED BY ${list.indexes.get(`${rarest}:${start.by}`)?.name} `);
      }
    },
  );
});
