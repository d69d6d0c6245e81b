import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Page, PageList } from './page-list.ts';

type Row = { readonly id: string; readonly text: string };
const size = 10;

/** Rows as the local side has them, in order; a cursor is the place behind which the next page begins. */
function aList(count: number, toTheEnd = false) {
  const rows: Row[] = Array.from({ length: count }, (_, no) => ({ id: `row-${no}`, text: 'a' }));
  const asked: (number | null)[] = [];
  let broken = false;
  const ask = async (after: number | null): Promise<Result<Page<Row, number>>> => {
    asked.push(after);
    if (broken) return err({ code: 'internal' });
    const from = after ?? 0;
    const page: Page<Row, number> = {
      items: rows.slice(from, from + size).map((row) => ({ ...row })),
      total: rows.length,
      next: from + size < rows.length ? from + size : null,
    };
    return ok(page);
  };
  const list = new PageList<Row, number>(ask, { toTheEnd });
  return {
    list,
    rows,
    asked,
    breakDown: (now: boolean) => {
      broken = now;
    },
    settle: () => vi.advanceTimersByTimeAsync(1000),
    async load(pages: number) {
      list.start();
      await vi.advanceTimersByTimeAsync(0);
      for (let page = 1; page < pages; page += 1) {
        list.more();
        await vi.advanceTimersByTimeAsync(0);
      }
      asked.length = 0;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a list of pages', () => {
  it('grows by a page when more is wanted, and has no more at its end', async () => {
    const { list, load } = aList(25);
    await load(2);
    expect(list.snapshot()).toMatchObject({ total: 25, hasMore: true });
    list.more();
    await vi.advanceTimersByTimeAsync(0);
    expect(list.snapshot().items).toHaveLength(25);
    expect(list.snapshot().hasMore).toBe(false);
  });

  it('is read to its end where all of it is wanted, and all of it is kept true', async () => {
    const { list, rows, asked, settle } = aList(35, true);
    list.start();
    await settle();
    expect(list.snapshot().items).toHaveLength(35);
    expect(asked).toEqual([null, 10, 20, 30]);
    rows[34] = { id: 'row-34', text: 'b' };
    rows.push({ id: 'row-35', text: 'a' });
    list.changed();
    await settle();
    expect(list.snapshot().items).toHaveLength(36);
    expect(list.snapshot().items[34]?.text).toBe('b');
  });

  it('asks again only for the first page and those in view', async () => {
    const { list, asked, load, settle } = aList(100);
    await load(8);
    list.look(42, 48);
    list.changed();
    await settle();
    expect(asked).toEqual([null, 40]);
  });

  it('asks for an old page when it comes into view, once', async () => {
    const { list, rows, asked, load, settle } = aList(100);
    await load(8);
    list.look(0, 5);
    rows[63] = { id: 'row-63', text: 'b' };
    list.changed();
    await settle();
    expect(list.snapshot().items[63]?.text).toBe('a');
    list.look(62, 65);
    list.look(63, 66);
    await settle();
    expect(asked).toEqual([null, 60]);
    expect(list.snapshot().items[63]?.text).toBe('b');
  });

  it('asks a few times a second, however much changes', async () => {
    const { list, asked, load } = aList(30);
    await load(1);
    for (let no = 0; no < 100; no += 1) {
      list.changed();
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(8);
  });

  it('keeps rows that have not changed as the objects they were', async () => {
    const { list, rows, load, settle } = aList(10);
    await load(1);
    const before = list.snapshot().items;
    rows[1] = { id: 'row-1', text: 'b' };
    list.changed();
    await settle();
    const after = list.snapshot().items;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('never shows a row twice that has moved to another page', async () => {
    const { list, rows, load, settle } = aList(40);
    await load(4);
    list.look(0, 5);
    const [moved] = rows.splice(35, 1);
    rows.unshift({ id: moved?.id ?? '', text: 'b' });
    list.changed();
    await settle();
    const { items } = list.snapshot();
    expect(items[0]).toEqual({ id: 'row-35', text: 'b' });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('ends where the rows now end', async () => {
    const { list, rows, load, settle } = aList(40);
    await load(4);
    rows.length = 5;
    list.changed();
    await settle();
    expect(list.snapshot()).toMatchObject({ total: 5, hasMore: false });
    expect(list.snapshot().items).toHaveLength(5);
  });

  it('keeps its rows when a page cannot be had, and waits to be told to try again', async () => {
    const { list, asked, breakDown, load, settle } = aList(40);
    await load(1);
    breakDown(true);
    list.more();
    list.more();
    await settle();
    expect(asked).toEqual([10]);
    expect(list.snapshot().error).toEqual({ code: 'internal' });
    expect(list.snapshot().items).toHaveLength(10);
    breakDown(false);
    list.retry();
    list.more();
    await settle();
    expect(list.snapshot().error).toBeNull();
    expect(list.snapshot().items).toHaveLength(20);
  });

  it('asks nothing once it is stopped', async () => {
    const { list, asked, load, settle } = aList(40);
    await load(1);
    list.changed();
    list.stop();
    await settle();
    expect(asked).toEqual([]);
  });
});
