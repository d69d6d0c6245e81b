// 应付日: whom the law promises a day, what it is counted from, what was agreed; and the day that follows.
import { NativeSelect } from '@mantine/core';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { paymentBases } from '#shared/domain/contracts/payments/model.ts';
import { sizeClasses } from '#shared/domain/suppliers/model.ts';
import { hasPeriod } from '#shared/rules/contracts/payment-due.ts';
import { label, paymentPages } from '#shared/text/index.ts';
import { DueDay } from '../due-day.tsx';
import css from '../payments.module.css';
import type { Answer } from './asked-now.ts';
import { paymentFields as fields } from './fields.ts';

const words = paymentPages.form;

export function DayFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  const counted = hasPeriod(content);
  const lpr = answer?.lpr ?? null;
  return (
    <>
      <FieldGrid>
        <SizeField />
        {counted ? (
          <fields.ChoiceField
            name="basis"
            options={paymentBases.map((value) => ({ value, text: label(`payments.basis.${value}`) }))}
          />
        ) : null}
        {counted ? <fields.DateField name="deliveredOn" /> : null}
        {counted ? <fields.DateField name="acceptedOn" /> : null}
        <fields.DateField name="agreedOn" />
        <fields.TextField
          aside={lpr === null ? undefined : <span className={css['second']}>{words.lpr(lpr)}</span>}
          name="interestRate"
        />
      </FieldGrid>
      <div className={css['apart']}>
        <DueDay due={answer?.due ?? null} paidOn={null} />
      </div>
    </>
  );
}

function SizeField() {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame name="sizeClass">
      {(control) => (
        <NativeSelect
          aria-describedby={control['aria-describedby']}
          data={[
            { value: '', label: words.noSize },
            ...sizeClasses.map((value) => ({ value, label: label(`suppliers.size.${value}`) })),
          ]}
          id={control.id}
          onBlur={() => touch('sizeClass')}
          onChange={({ currentTarget: { value } }) =>
            set('sizeClass', sizeClasses.find((each) => each === value) ?? null)
          }
          value={content.sizeClass ?? ''}
        />
      )}
    </fields.FieldFrame>
  );
}
