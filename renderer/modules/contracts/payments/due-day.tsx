// 应付日 with 为什么: until when it is to be paid, by which clause, and what being late costs.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ExplanationDrawer } from '#renderer/ui/record/explanation-drawer.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { DueDay as Due, Lateness } from '#shared/contract/contracts/payments.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { paymentPages } from '#shared/text/index.ts';
import css from './payments.module.css';

const { due: words } = paymentPages;

type Props = { readonly due: Due | null; readonly paidOn: PlainDate | null };

export function DueDay({ due, paidOn }: Props) {
  const today = useToday();
  const [explained, setExplained] = useState(false);
  if (due === null) return <p className={css['hint']}>{words.unknown}</p>;
  const { on, explanation, lateness } = due;
  return (
    <>
      <div className={css['due']}>
        <span>{words.until(on)}</span>
        <DueBadge days={daysBetween(today, on)} late={lateness?.days ?? 0} paid={paidOn !== null} />
        {explanation === null ? (
          <span className={css['second']}>{words.agreed}</span>
        ) : (
          <Button
            aria-label={words.whyOf}
            onClick={() => setExplained(true)}
            size="compact-xs"
            variant="subtle"
          >
            {words.why}
          </Button>
        )}
      </div>
      {lateness === null ? null : <Interest lateness={lateness} />}
      <ExplanationDrawer
        explanations={explanation === null ? [] : [explanation]}
        note={words.note}
        onClose={() => setExplained(false)}
        title={explained ? words.title : null}
      />
    </>
  );
}

type BadgeProps = { readonly days: number; readonly late: number; readonly paid: boolean };

function DueBadge({ days, late, paid }: BadgeProps) {
  if (paid) {
    return late > 0 ? (
      <StatusBadge tone="warning">{words.paidLate(late)}</StatusBadge>
    ) : (
      <StatusBadge tone="done">{words.inTime}</StatusBadge>
    );
  }
  if (late > 0) return <StatusBadge tone="danger">{words.late(late)}</StatusBadge>;
  if (days === 0) return <StatusBadge tone="warning">{words.today}</StatusBadge>;
  return <StatusBadge tone="waiting">{words.left(days)}</StatusBadge>;
}

function Interest({ lateness: { interest, percent, perDay } }: { readonly lateness: Lateness }) {
  if (interest === null) return <p className={css['interest']}>{words.noInterest}</p>;
  const rate = percent === null ? words.daily : words.annual(percent);
  const further = perDay === null ? [] : [words.perDay(formatYuan(perDay))];
  return (
    <p className={css['interest']}>
      {words.interest(formatYuan(interest))}
      <span className={css['second']}>　{[rate, ...further, words.rounding].join('；')}</span>
    </p>
  );
}
