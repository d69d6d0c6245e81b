// What the list of payments is narrowed by: those that tell rows apart for the one signed in.
import type { CodeOption } from '#renderer/ui/fields/code-options.ts';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { type Actor, isOfUnit } from '#shared/domain/actor.ts';
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import { label, paymentPages } from '#shared/text/index.ts';

const { filters: words } = paymentPages.list;
const sizes = ['sme', 'large', 'unsaid'] as const;

type By = 'purchaserId' | 'size' | 'budgetYear' | 'dueMonth';

export function paymentFilters({ role }: Actor, today: PlainDate): readonly ListFilter<By>[] {
  return [
    { by: 'budgetYear', text: words.budgetYear, kind: 'year' },
    { by: 'dueMonth', text: words.dueMonth, kind: 'choice', options: monthsAround(today) },
    {
      by: 'size',
      text: words.size,
      kind: 'choice',
      options: sizes.map((code) => ({ code, name: label(`payments.size.${code}`) })),
    },
    ...(isOfUnit(role) ? [] : [purchaserFilter]),
  ];
}

/** The year before and the one to come, the latest first. */
export function monthsAround(today: PlainDate): readonly CodeOption[] {
  const now = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 25 }, (_, index) => {
    const month = now + 12 - index;
    const code = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { code, name: code };
  });
}
