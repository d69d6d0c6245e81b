// 付款情况 of a year above the list: the share paid in time, what is owed, and what of it to 中小企业; to 采购办 unit by unit.
import { Button, NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import type { PaymentFigures as UnitFigures } from '#shared/contract/contracts/payments.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { forms, paymentPages } from '#shared/text/index.ts';
import css from '../payments.module.css';
import { shareWords } from './share-words.ts';

const { figures: words } = paymentPages;
const shownYears = 4;

export function PaymentFigures({ byUnit }: { readonly byUnit: boolean }) {
  const now = yearOf(useToday());
  const [year, setYear] = useState(now);
  const [open, setOpen] = useState(false);
  const { data } = useAsk('payments.figures', { budgetYear: year });
  if (data === undefined) return null;
  const { units } = data;
  const sum = (of: (unit: UnitFigures) => number) => sumFen(units.map(of));
  const [toSmall, overdue] = [sum((unit) => unit.overdueToSmall), sum((unit) => unit.overdueAmount)];
  const figures = [
    [
      words.share,
      shareWords(
        sum((unit) => unit.inTimeCount),
        sum((unit) => unit.datedCount),
      ),
      words.shareOf(
        sum((unit) => unit.inTimeCount),
        sum((unit) => unit.datedCount),
      ),
      false,
    ],
    [
      words.paid,
      formatYuan(sum((unit) => unit.paidAmount)),
      words.count(sum((unit) => unit.paidCount)),
      false,
    ],
    [words.due, formatYuan(sum((unit) => unit.dueAmount)), words.count(sum((unit) => unit.dueCount)), false],
    [words.overdue, formatYuan(overdue), words.count(sum((unit) => unit.overdueCount)), overdue > 0],
    [words.toSmall, formatYuan(toSmall), null, toSmall > 0],
  ] as const;
  return (
    <section aria-label={words.title(year)}>
      <div className={css['figures']}>
        <NativeSelect
          aria-label={words.year}
          data={Array.from({ length: shownYears }, (_, index) => {
            const each = now + 1 - index;
            return { value: String(each), label: words.title(each) };
          })}
          onChange={({ currentTarget: { value } }) => setYear(Number(value))}
          size="xs"
          value={String(year)}
        />
        <dl className={css['terms']}>
          {figures.map(([name, value, aside, bad]) => (
            <div className={css['figure']} key={name}>
              <dt>{name}</dt>
              <dd className={bad ? css['bad'] : undefined}>{value}</dd>
              {aside === null ? null : <dd className={css['second']}>{aside}</dd>}
            </div>
          ))}
        </dl>
        {byUnit && units.length > 0 ? (
          <Button aria-expanded={open} onClick={() => setOpen(!open)} size="compact-xs" variant="subtle">
            {open ? words.closeUnits : words.byUnit}
          </Button>
        ) : null}
      </div>
      {byUnit && open ? <Units units={units} year={year} /> : null}
    </section>
  );
}

type UnitsProps = { readonly units: readonly UnitFigures[]; readonly year: number };

function Units({ units, year }: UnitsProps) {
  return (
    <div className={css['units']}>
      <Table aria-label={words.title(year)} stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.unit}</Table.Th>
            {[words.share, words.paid, words.due, words.overdue, words.toSmall].map((name) => (
              <Table.Th className={css['money'] ?? ''} key={name}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.purchaserId}>
              <Table.Td>{unit.purchaserName}</Table.Td>
              {[
                unit.datedCount === 0 ? forms.none : shareWords(unit.inTimeCount, unit.datedCount),
                formatYuan(unit.paidAmount),
                formatYuan(unit.dueAmount),
                formatYuan(unit.overdueAmount),
                formatYuan(unit.overdueToSmall),
              ].map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of fixed columns
                <Table.Td className={css['money'] ?? ''} key={index}>
                  {value}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
