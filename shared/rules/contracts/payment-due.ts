// Until when an instalment is to be paid: of the periods that apply to it, the one that the law gives. Without a day to count from nothing is due.
import { isSmall, type Payment, type PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { explainFrom } from '../deadlines/explain-from.ts';

type Dated = Pick<
  PaymentContent,
  'kind' | 'sizeClass' | 'basis' | 'deliveredOn' | 'acceptedOn' | 'invoiceOn' | 'agreedOn'
>;
export type Due = NonNullable<Payment['due']>;

export const agreedDay = 'agreed';

/** 预付款 comes before there is anything to accept, 质保金 on a day of its own: neither has a period of the law. */
export function hasPeriod({ kind }: Pick<PaymentContent, 'kind'>): boolean {
  return kind !== 'advance' && kind !== 'retention';
}

/** 以验收合格为条件. */
export function isTiedToAcceptance({ kind, basis }: Pick<PaymentContent, 'kind' | 'basis'>): boolean {
  return kind === 'acceptance' || (hasPeriod({ kind }) && basis === 'acceptance');
}

/**
 * 中小企业, whose clock cannot be left out: 30 days from 交付 or 验收合格, or the contract's own day, which is no later than the 60th (国务院令第802号 arts 9, 10). Others: the contract's
 * day, else 30 days after the invoice (财库〔2019〕38号).
 */
export function dueOf(content: Dated): Due | null {
  const agreed = content.agreedOn === null ? null : due(content.agreedOn, agreedDay, content.agreedOn);
  if (!hasPeriod(content)) return agreed;
  const tied = isTiedToAcceptance(content);
  const from = tied ? content.acceptedOn : content.deliveredOn;
  if (isSmall(content)) {
    // Neither an invoice nor a day of the contract's own stands for the day from which the law counts.
    if (from === null) return null;
    if (agreed === null) return counted(tied ? 'PAY_SME_ACCEPTED' : 'PAY_SME', from);
    const most = counted(tied ? 'PAY_SME_MOST_ACCEPTED' : 'PAY_SME_MOST', from);
    return most !== null && most.on < agreed.on ? most : agreed;
  }
  return agreed ?? counted('PAY', content.invoiceOn);
}

/** Calendar days, which no holiday moves. */
function counted(ruleId: string, from: PlainDate | null): Due | null {
  const on = explainFrom(ruleId, from, { calendar: {} })?.result.date;
  return on === undefined || from === null ? null : due(on, ruleId, from);
}

function due(on: PlainDate, ruleId: string, from: PlainDate): Due {
  return { on, ruleId, from };
}
