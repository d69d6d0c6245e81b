// A page is held against its list by the compiler: these would sort, narrow and count by nothing, and say so to nobody.
import { describe, expect, it } from 'vitest';
import { planList } from '#shared/domain/plans/list.ts';
import { plansPages } from '#shared/text/index.ts';
import type { ListColumn } from './data-table-types.ts';
import type { RecordListPageProps } from './record-list-page.tsx';
import type { RecordListOf } from './use-record-list.ts';

type Plans = typeof planList;
type Row =
  RecordListOf<Plans> extends { readonly pages: { readonly items: readonly (infer R)[] } } ? R : never;
type Page = RecordListPageProps<
  Row & { readonly id: string },
  Plans['tabNames'][number],
  Plans['filterNames'][number],
  Plans['sortNames'][number]
>;
const column = { id: 'name', header: 'x', width: 100, render: () => null };

describe('the page of a list', () => {
  it('takes the sorts, filters, tabs and columns that the list has', () => {
    const columns: Page['columns'] = [{ ...column, sortBy: 'budgetAmount' }];
    const filters: NonNullable<Page['filters']> = [{ by: 'fiscalYear', text: 'x', kind: 'year' }];
    const tabs: NonNullable<Page['tabs']> = { tabs: plansPages.list.tabs };
    expect([columns, filters, Object.keys(tabs.tabs)]).toMatchObject([{}, {}, planList.tabNames]);
  });

  it('takes no others', () => {
    // @ts-expect-error no such sort
    const sorted: ListColumn<Plans> = { ...column, sortBy: 'colour' };
    // @ts-expect-error no such sort, of a page
    const columns: Page['columns'] = [{ ...column, sortBy: 'colour' }];
    // @ts-expect-error no such member of a row
    const shown: Page['columns'] = [{ ...column, render: ({ colour }) => colour }];
    // @ts-expect-error no such filter
    const filters: NonNullable<Page['filters']> = [{ by: 'colour', text: 'x', kind: 'year' }];
    const { closed: _, ...some } = plansPages.list.tabs;
    // @ts-expect-error a tab without a word
    const tabs: NonNullable<Page['tabs']> = { tabs: some };
    expect([sorted, columns, shown, filters, tabs]).toHaveLength(5);
  });
});
