// The form of a payment: which instalment it is, until when it is to be paid, and what the supplier has handed in.
import { type ReactNode, useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import { isBlank, linesIn } from '#renderer/ui/form/content-of-schema.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { RecordForm } from '#renderer/ui/form/record-form-view.tsx';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { type Live, useRecordForm } from '#renderer/ui/form/use-record-form.ts';
import type { PaymentContent, PaymentField } from '#shared/domain/contracts/payments/model.ts';
import { yuanToFen } from '#shared/kernel/money.ts';
import { describeField, fieldLabel, paymentPages } from '#shared/text/index.ts';
import { paymentName } from '../payment-name.ts';
import { type Answer, dayFields, requiredNow } from './asked-now.ts';
import { BasicFields } from './basic-fields.tsx';
import { ContractPart } from './contract-part.tsx';
import { DayFields } from './day-fields.tsx';
import { fieldWords } from './field-words.ts';
import { paymentFields as fields } from './fields.ts';
import { InvoiceFields, PaperFields } from './invoice-fields.tsx';
import { type About, type OpenPayment, paymentRecord } from './payment-record.ts';

const words = paymentPages.form;
const rules = showing({
  incomplete: new Set(['payment.required', 'payment.day_unknown']),
  wrong: 'where touched',
});

const dates: ReadonlySet<string> = new Set(['deliveredOn', 'acceptedOn', 'invoiceOn', 'agreedOn']);

type SectionId = 'contract' | 'basic' | 'day' | 'invoice' | 'files';

function fieldsOf(content: PaymentContent): Readonly<Record<SectionId, readonly PaymentField[]>> {
  return {
    contract: [],
    basic: ['lineId', 'kind', 'amount', 'condition'],
    invoice: ['invoiceNo', 'invoiceAmount', 'invoiceOn'],
    day: dayFields(content),
    files: ['note', 'files'],
  };
}

export function PaymentForm(open: OpenPayment) {
  const { about } = open;
  const live = useMemo(() => checking(about), [about]);
  const form = useRecordForm(paymentRecord, open, live);
  const { content } = form.state;
  const { answer } = form;
  const required = requiredNow(content);
  const bodies: Readonly<Record<SectionId, ReactNode>> = {
    contract: <ContractPart answer={answer} />,
    basic: <BasicFields answer={answer} />,
    invoice: <InvoiceFields />,
    day: <DayFields answer={answer} />,
    files: <PaperFields secret={answer?.contract.content.secret === true} />,
  };
  const sectionFields = fieldsOf(content);
  const sections = (['contract', 'basic', 'invoice', 'day', 'files'] as const).map((id) => ({
    id: `payment-section-${id}`,
    title: words.sections[id],
    state: sectionState(
      sectionFields[id].map((key) => ({
        key,
        asked: { required: required.has(key), blank: isBlank(content[key]) },
      })),
      form.shown,
    ),
    children: bodies[id],
  }));
  const contractName = answer?.contract.content.contractName ?? open.record?.contractName ?? '';
  return (
    <fields.Provider
      value={{
        ...form.fields,
        content,
        required,
        set: (field, next) =>
          form.dispatch({ type: 'set', field, change: (now) => ({ ...now, [field]: next }) }),
      }}
    >
      <RecordForm
        back={{ label: words.buttons.toList, to: paymentRecord.away(about) }}
        fieldIdOf={fields.fieldIdOf}
        form={form}
        name={paymentName(content.kind, contractName)}
        nameOf={(path) => fieldLabel('payments.content', path)}
        returned={null}
        sections={sections}
        subtitle={contractName === '' ? null : contractName}
        title={form.isNew ? words.newTitle : words.editTitle}
        words={words}
        wordsOf={fieldWords}
      />
    </fields.Provider>
  );
}

function checking({ contractId }: About): Live<PaymentContent, Answer> {
  return {
    ask: (id, content) => ask('payments.check', { id, contractId, content }),
    rules,
    linesOf: linesIn,
    wordsFor: (wrong) => `${why(wrong)}${words.keep}`,
    done: words.done,
  };
}

function why({ path, field, text }: WrongText): string {
  if (dates.has(field)) return describeField({ path, code: 'invalid_date' });
  return whyUnreadable(yuanToFen(text));
}
