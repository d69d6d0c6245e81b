// What follows from the declaration of a list: names and types, indexes, counts.
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { type Entity, entity } from './entity.ts';
import { defineList, type List } from './list.ts';
import { withLists } from './list-indexes.ts';

const kites = entity({
  name: 'kites',
  schema: z.strictObject({
    id: z.string(),
    state: z.enum(['flying', 'landed']),
    makerId: z.string(),
    colour: z.string().nullable(),
    tail: z.int().nullable(),
    madeAt: z.int(),
    notes: z.string(),
  }),
  columns: (of) => ({
    state: of.text((kite) => kite.state),
    makerId: of.text((kite) => kite.makerId),
    colour: of.text((kite) => kite.colour).nullable(),
    madeAt: of.instant((kite) => kite.madeAt),
  }),
  deskColumns: (of) => ({
    tail: of.integer((kite) => kite.tail).nullable(),
    notesLine: of.text((kite) => kite.notes),
    tailOrder: of.integer((kite) => kite.tail ?? -1),
  }),
  indexes: { desk: { kites_colour: ['colour'] } },
  searched: ['colour'],
  scopes: () => [],
});

const kiteList = defineList(kites, {
  name: 'kites',
  tabs: { column: 'state', names: ['flying', 'landed'] },
  filters: ['makerId', 'colour'],
  atOnce: ['makerId'],
  sorts: ['madeAt', { name: 'tail', column: 'tailOrder' }],
  covers: { columns: ['state', 'colour'], ledBy: ['colour'] },
  shows: ['state', 'colour', 'tail', 'madeAt'],
  organisations: { makerName: 'makerId' },
  export: null,
});

const landedList = defineList(kites, {
  name: 'landed',
  only: { state: 'landed', colour: null },
  sorts: ['makerId'],
  shows: [],
  export: {
    file: 'kites',
    sheet: 'Kites',
    columns: [{ head: 'Notes', width: 9, cell: ({ notes }) => notes }],
  },
});

const indexesOf = ({ indexes }: List) =>
  Object.fromEntries([...indexes.values()].map(({ name, columns }) => [name, columns.join(' ')]));

describe('a declared list', () => {
  it('has its names: `all` before the tabs, the first sort as the beginning', () => {
    expect(kiteList.tabNames).toEqual(['all', 'flying', 'landed']);
    expect(kiteList.filterNames).toEqual(['makerId', 'colour']);
    expect(kiteList.sortNames).toEqual(['madeAt', 'tail']);
    expect(kiteList.start).toEqual({ by: 'madeAt', direction: 'desc' });
    expect(landedList.start).toEqual({ by: 'makerId', direction: 'asc' });
    expect(landedList.tabNames).toEqual(['all']);
    expectTypeOf<(typeof kiteList)['tabNames'][number]>().toEqualTypeOf<'all' | 'flying' | 'landed'>();
    expectTypeOf<(typeof kiteList)['filterNames'][number]>().toEqualTypeOf<'makerId' | 'colour'>();
    expectTypeOf<(typeof kiteList)['sortNames'][number]>().toEqualTypeOf<'madeAt' | 'tail'>();
    expectTypeOf<(typeof kiteList)['export']>().toEqualTypeOf<null>();
  });

  it('shows rows of the types that its columns are read with', () => {
    const row = z.object(kiteList.shape);
    expectTypeOf<z.output<typeof row>>().toEqualTypeOf<{
      id: string;
      state: 'flying' | 'landed';
      colour: string | null;
      tail: number | null;
      madeAt: number;
      makerName: string | null;
    }>();
    const kite = { id: 'k', state: 'flying', colour: null, tail: 3, madeAt: 5, makerName: 'M' };
    expect(row.parse({ ...kite, notes: 'not shown' })).toEqual(kite);
    for (const wrong of [{ state: null }, { tail: 'long' }, { madeAt: 1.5 }, { colour: undefined }]) {
      expect(row.safeParse({ ...kite, ...wrong }).success).toBe(false);
    }
  });

  it('has an index for every tab and filter with every sort, which holds what else is asked', () => {
    expect(indexesOf(kiteList)).toEqual({
      kites_made: 'madeAt',
      kites_state_made: 'state madeAt rowNo colour',
      kites_maker_made: 'makerId madeAt rowNo state colour',
      kites_colour_made: 'colour madeAt rowNo state',
      kites_tail: 'tailOrder',
      kites_state_tail: 'state tailOrder',
      kites_maker_tail: 'makerId tailOrder',
      kites_colour_tail: 'colour tailOrder rowNo state',
    });
    expect(indexesOf(landedList)).toEqual({ kites_state_maker: 'state makerId' });
  });

  it('needs with the first sync the indexes of the first screens alone', () => {
    const { desk, later } = withLists<Entity>(kites, [kiteList, landedList]).indexes;
    expect(Object.keys(desk).filter((name) => !later.includes(name))).toEqual([
      'kites_colour',
      'kites_made',
      'kites_state_made',
      'kites_maker_made',
      'kites_state_maker',
    ]);
  });

  it('adds indexes and counts to its record type, and nothing to others', () => {
    const kept = withLists<Entity>(kites, [kiteList, landedList]);
    expect(kept.indexes.desk['kites_colour']).toEqual(['colour']);
    expect(Object.keys(kept.indexes.desk)).toHaveLength(10);
    expect(kept.counted).toEqual({ tab: 'state', by: ['makerId', 'colour'] });
    expect(withLists<Entity>({ ...kites, name: 'balloons' }, [kiteList])).toMatchObject({
      counted: null,
      indexes: { desk: { kites_colour: ['colour'] } },
    });
  });

  it('is the only one by which its rows are counted', () => {
    expect(() => withLists<Entity>(kites, [kiteList, { ...kiteList, name: 'again' }])).toThrow(TypeError);
    expect(landedList.counted).toBeNull();
  });

  it('gives no two indexes one name', () => {
    const twice = { ...kites, columns: { ...kites.columns, makerCode: kites.columns.makerId } };
    const filters = ['makerId', 'makerCode'] as const;
    expect(() =>
      defineList(twice, { name: 'twice', filters, sorts: ['madeAt'], shows: [], export: null }),
    ).toThrow(TypeError);
  });

  it('takes for a filter what its column holds', () => {
    const named = defineList(kites, {
      ...{ name: 'named', sorts: ['madeAt'], shows: [], export: null },
      filters: ['notesLine', 'madeAt'],
    } as const);
    const { notesLine, madeAt } = named.filterShape;
    expectTypeOf<z.output<typeof notesLine>>().toEqualTypeOf<string>();
    expectTypeOf<z.output<typeof madeAt>>().toEqualTypeOf<number>();
    const fits = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
    expect(['红色 (新)', 'x'.repeat(200)].every((value) => fits(notesLine, value))).toBe(true);
    expect(['', 'x'.repeat(201), 5, '\ud800'].some((value) => fits(notesLine, value))).toBe(false);
    expect(fits(madeAt, -7)).toBe(true);
    expect([1.5, '7', null].some((value) => fits(madeAt, value))).toBe(false);
  });

  it('shares an index with another list only where it is the same', () => {
    const landed = { sorts: ['madeAt'], shows: [], export: null, only: { state: 'landed' } } as const;
    const some = defineList(kites, { ...landed, name: 'some' });
    const others = defineList(kites, { ...landed, name: 'others' });
    const own = ['kites_colour', 'kites_state_made'];
    expect(Object.keys(withLists<Entity>(kites, [some, others]).indexes.desk)).toEqual(own);
    // That of the first list holds other columns as well.
    expect(() => withLists<Entity>(kites, [kiteList, some])).toThrow(TypeError);
    const desk = { kites_state_made: ['state'] };
    expect(() => withLists<Entity>({ ...kites, indexes: { ...kites.indexes, desk } }, [some])).toThrow(
      TypeError,
    );
  });

  it('cannot be declared by columns that are not there, or ordered by what may be empty', () => {
    const rest = { sorts: ['madeAt'], shows: [], export: null } as const;
    // @ts-expect-error no such column
    defineList(kites, { ...rest, name: 'a', shows: ['length'] });
    // @ts-expect-error no such column
    defineList(kites, { ...rest, name: 'b', filters: ['length'] });
    // @ts-expect-error may be empty
    defineList(kites, { ...rest, name: 'c', sorts: ['tail'] });
    // @ts-expect-error no such state
    defineList(kites, { ...rest, name: 'd', tabs: { column: 'state', names: ['lost'] } });
    // @ts-expect-error a state without a tab
    defineList(kites, { ...rest, name: 'g', tabs: { column: 'state', names: ['landed'] } });
    // @ts-expect-error no desk has its rows
    defineList(entity({ name: 'sealed', schema: kites.schema, kept: 'server', scopes: () => [] }), {
      ...{ name: 'g', sorts: ['makerId' as never], shows: [], export: null },
    });
    // @ts-expect-error some rows alone are not counted by tabs
    defineList(kites, { ...rest, name: 'e', only: { state: 'landed' }, filters: ['colour'] });
    expect(defineList(kites, { ...rest, name: 'f' }).indexes.size).toBe(1);
  });
});
