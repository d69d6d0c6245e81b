// What may be asked of a declared list.
import { describe, expect, it } from 'vitest';
import { queries } from './ipc.ts';
import { listQueries, listQueriesOf } from './lists.ts';
import { listCursorSchema } from './paging.ts';

const input = listQueries['plans.list'].input;
const takes = (filters: unknown) => input.safeParse({ filters }).success;

describe('the question for a page', () => {
  it('narrows by values of the columns’ types, each column once', () => {
    const method = { by: 'method', value: 'OPEN_TENDER' };
    const year = { by: 'fiscalYear', value: 2026 };
    expect([[], [method], [year, method]].every(takes)).toBe(true);
    for (const wrong of [
      { by: 'fiscalYear', value: '2026' },
      { by: 'method', value: 1 },
      { by: 'method', value: '' },
      { by: 'projectName', value: 'x' },
      { ...method, more: 1 },
    ]) {
      expect([wrong, takes([wrong])]).toEqual([wrong, false]);
    }
    expect(input.safeParse({ filters: [method, method] }).error?.issues).toMatchObject([
      { message: 'field_twice' },
    ]);
  });

  it('narrows nothing where the list has no filters', () => {
    const none = listQueries['intentions.list'].input;
    expect(none.parse({})).toMatchObject({ filters: [] });
    expect(none.safeParse({ filters: [{ by: 'status', value: 'draft' }] }).success).toBe(false);
    expect([...listQueriesOf([]).keys()]).toEqual([]);
  });

  it('goes on behind a text of any length', () => {
    const place = { value: '长'.repeat(2000), row: 7 };
    expect(listCursorSchema.parse(place)).toEqual(place);
  });
});

describe('what cannot be read of a record type', () => {
  it('is asked of any name that a table may have', () => {
    const takesName = (entity: string) => queries['lists.unreadable'].input.safeParse({ entity }).success;
    expect(['plans', 'gb4754_industries', 'a'.repeat(63)].every(takesName)).toBe(true);
    expect(['', '1st', 'Plans', 'a-b', 'a'.repeat(64)].some(takesName)).toBe(false);
  });
});
