// The fields of the form of a payment.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type PaymentContent, paymentContentSchema } from '#shared/domain/contracts/payments/model.ts';
import { label, paymentPages } from '#shared/text/index.ts';

export const paymentFields = flatForm<PaymentContent>({
  shape: paymentContentSchema.shape,
  prefix: 'payment',
  labelOf: (field) => label(`payments.content.${field}`),
  help: paymentPages.form.help,
});
