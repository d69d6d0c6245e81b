// 款项: the line of the 付款计划, or one of its own. What the line says is filled in when it is chosen, and may be changed.
import { NativeSelect } from '@mantine/core';
import { useAsk } from '#renderer/api/use-ask.ts';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type Contract, paymentKinds } from '#shared/domain/contracts/model.ts';
import { knownPayment } from '#shared/domain/contracts/payments/known-content.ts';
import type { PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { paymentPages } from '#shared/text/index.ts';
import { kindName } from '../payment-name.ts';
import type { Answer } from './asked-now.ts';
import { paymentFields as fields } from './fields.ts';

const words = paymentPages.form;

export function BasicFields({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <FieldGrid>
      <PlanLine contract={answer?.contract} />
      <fields.ChoiceField
        name="kind"
        options={paymentKinds.map((value) => ({ value, text: kindName(value) }))}
        wide
      />
      <fields.MoneyField name="amount" />
      <fields.TextField lines={{ min: 1, max: 4 }} name="condition" />
    </FieldGrid>
  );
}

const ofLine = ['kind', 'condition', 'amount', 'basis', 'agreedOn'] as const;

function PlanLine({ contract }: { readonly contract: Contract | undefined }) {
  const { content, set, setUnreadable, touch } = fields.useForm();
  const { data } = useAsk(
    'payments.ofContract',
    { contractId: contract?.id ?? '' },
    { enabled: contract !== undefined },
  );
  if (contract === undefined || contract.content.payments.length === 0) return null;
  /** With what is left of those that are paid in part. */
  const lines = contract.content.payments.map(
    (line) => data?.openLines.find(({ id }) => id === line.id) ?? line,
  );
  const choose = (lineId: string | null) => {
    const known = knownPayment(contract, lines.find(({ id }) => id === lineId) ?? null);
    set('lineId', lineId);
    if (lineId === null) return;
    const put = <F extends (typeof ofLine)[number]>(field: F) => {
      if (content[field] !== known[field]) set(field, known[field] as PaymentContent[F]);
    };
    for (const field of ofLine) put(field);
    setUnreadable('amount', undefined);
    setUnreadable('agreedOn', undefined);
  };
  return (
    <fields.FieldFrame name="lineId" wide>
      {(control) => (
        <NativeSelect
          aria-describedby={control['aria-describedby']}
          data={[
            { value: '', label: words.free },
            ...lines.map(({ id, kind, amount }) => ({
              value: id,
              label: words.line(kindName(kind), amount === null ? '' : formatYuan(amount)),
            })),
          ]}
          id={control.id}
          onBlur={() => touch('lineId')}
          onChange={({ currentTarget: { value } }) => choose(value === '' ? null : value)}
          value={content.lineId ?? ''}
        />
      )}
    </fields.FieldFrame>
  );
}
