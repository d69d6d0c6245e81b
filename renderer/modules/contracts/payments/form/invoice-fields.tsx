// 发票, and the files: what the supplier has handed in. None of it is published.
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type PaymentPurpose, paymentPurposes } from '#shared/domain/contracts/payments/model.ts';
import { label, paymentPages } from '#shared/text/index.ts';
import css from '../payments.module.css';
import { suggestedPurpose } from './asked-now.ts';
import { paymentFields as fields } from './fields.ts';

const { files: words } = paymentPages.form;

export function InvoiceFields() {
  return (
    <FieldGrid>
      <fields.TextField name="invoiceNo" />
      <fields.DateField name="invoiceOn" />
      <fields.MoneyField name="invoiceAmount" />
    </FieldGrid>
  );
}

export function PaperFields({ secret }: { readonly secret: boolean }) {
  const { content, set, touch } = fields.useForm();
  const closed = secret && content.files.length === 0;
  return (
    <>
      <p className={css['hint']}>{secret ? words.secret : words.hint}</p>
      {closed ? null : (
        <Attachments<PaymentPurpose>
          files={content.files}
          id={fields.fieldIdOf('files')}
          label={label('payments.content.files')}
          newId={newId}
          onChange={(files) => {
            set('files', [...files]);
            touch('files');
          }}
          purposes={paymentPurposes.map((code) => ({ code, name: label(`payments.purpose.${code}`) }))}
          suggest={(files) => suggestedPurpose(content, files)}
        />
      )}
      <div className={css['apart']}>
        <fields.LongTextField name="note" />
      </div>
    </>
  );
}
