// What a field holds, for somebody who has to choose between two.
import type { PaymentContent, PaymentField } from '#shared/domain/contracts/payments/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label, paymentPages } from '#shared/text/index.ts';
import { kindName } from '../payment-name.ts';

export function fieldWords(field: PaymentField, content: PaymentContent): string {
  const { kind, basis, sizeClass, files } = content;
  switch (field) {
    case 'kind':
      return kind === null ? forms.none : kindName(kind);
    case 'lineId':
      return content.lineId === null ? paymentPages.form.free : label('payments.content.lineId');
    case 'basis':
      return basis === null ? forms.none : label(`payments.basis.${basis}`);
    case 'sizeClass':
      return sizeClass === null ? forms.none : label(`suppliers.size.${sizeClass}`);
    case 'amount':
    case 'invoiceAmount': {
      const amount = content[field];
      return amount === null ? forms.none : formatYuan(amount);
    }
    case 'files':
      return files.length === 0
        ? forms.none
        : files
            .map(({ fileName, purpose }) => `${label(`payments.purpose.${purpose}`)} · ${fileName}`)
            .join('\n');
    default:
      return content[field] || forms.none;
  }
}
