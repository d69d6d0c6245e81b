// 转为待付款 from the page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import { fieldLabel, paymentPages } from '#shared/text/index.ts';
import { paymentName } from '../payment-name.ts';

const { form: words } = paymentPages;

type Props = {
  readonly payment: Payment;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckPayment({ payment, onClose, onEdit }: Props) {
  const { id, contractId, contractName, content } = payment;
  const { data, error, refetch } = useAsk(
    'payments.check',
    { id, contractId, content },
    { keepPrevious: false },
  );
  const name = paymentName(content.kind, contractName);
  return (
    <SubmitDialog
      command="payments.submit"
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('payments.content', path)}
      onClose={onClose}
      onEdit={onEdit}
      onRetry={() => void refetch()}
      words={{
        ...words.submit,
        title: words.submit.title(name),
        notYet: words.submit.notYet(name),
        done: words.done.submitted,
      }}
    />
  );
}
