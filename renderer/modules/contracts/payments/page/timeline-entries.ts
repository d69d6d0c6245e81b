// Where a payment stands: what happened, what it waits for now, what is still to come.
import type { TimelineEntry } from '#renderer/ui/record/timeline.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import { paymentPages } from '#shared/text/index.ts';

const words = paymentPages.timeline;
const back: ReadonlySet<string> = new Set(['payments.amend', 'payments.void']);

export function timelineEntries({
  status,
  history,
}: Pick<Payment, 'status' | 'history'>): readonly TimelineEntry[] {
  const happened = historyEntries(history, words, back);
  if (status === 'paid' || status === 'void') return happened;
  const now: TimelineEntry = { key: 'now', state: 'now', title: words.now[status] };
  return status === 'due'
    ? [...happened, now]
    : [...happened, now, { key: 'next/pay', state: 'next', title: words.next.pay }];
}
