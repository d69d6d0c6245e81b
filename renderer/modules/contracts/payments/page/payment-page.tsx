// One payment: until when it is to be paid and why, what being late costs, what was paid, and what one may do with it now.
import { IconCircleCheck } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { RecordPage, RecordSection, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { whoOf } from '#renderer/ui/record/timeline-entries.ts';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import { fieldLabel, formatInstant, paymentPages } from '#shared/text/index.ts';
import { DueDay } from '../due-day.tsx';
import css from '../payments.module.css';
import { PaymentFacts } from './payment-facts.tsx';
import { PaymentHeader } from './payment-header.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words, due: dueWords, timeline } = paymentPages;

export function PaymentPage() {
  const { paymentId = '' } = useParams();
  const { data, error, refetch } = useAsk('payments.get', { id: paymentId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={paymentId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'payments.get'> }) {
  const { payment, due, mark } = known;
  const entries = timelineEntries(payment);
  return (
    <RecordPage
      header={<PaymentHeader known={known} />}
      notices={
        <RecordNotices>
          <MarkNotice mark={mark} />
          <VoidNotice payment={payment} />
        </RecordNotices>
      }
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={payment.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {payment.status === 'void' ? null : (
          <RecordSection id="payment-due" title={dueWords.title}>
            <DueDay due={due} paidOn={payment.paid?.paidOn ?? null} />
          </RecordSection>
        )}
        {payment.status === 'paid' || payment.status === 'void' ? null : <Checks payment={payment} />}
        <PaymentFacts payment={payment} />
      </div>
    </RecordPage>
  );
}

function VoidNotice({ payment: { status, history } }: { readonly payment: Payment }) {
  const step = status === 'void' ? history.findLast(({ action }) => action === 'payments.void') : undefined;
  if (step === undefined) return null;
  return (
    <RecordNotice
      color="gray"
      icon="returned"
      title={words.voidTitle(whoOf(step, timeline), formatInstant(step.at))}
    >
      {words.reason(step.note)}
    </RecordNotice>
  );
}

function Checks({ payment }: { readonly payment: Payment }) {
  const { id, contractId, content, registeredAt, acknowledgedWarnings } = payment;
  const { data } = useAsk('payments.check', { id, contractId, content });
  const known = registeredAt === null ? [] : acknowledgedWarnings;
  if (data === undefined) return null;
  return (
    <RecordSection id="payment-checks" title={words.checks}>
      {data.findings.length === 0 ? (
        <p className={css['good']}>
          <IconCircleCheck aria-hidden size={16} />
          {words.noFindings}
        </p>
      ) : null}
      <FindingList
        findings={data.findings}
        nameOf={(path) => fieldLabel('payments.content', path)}
        note={({ ruleId }) => (known.includes(ruleId) ? words.acknowledged : undefined)}
      />
    </RecordSection>
  );
}
