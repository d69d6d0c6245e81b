// Which instalment of which contract, its state, and the buttons.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { decisionOf } from '#renderer/ui/dialogs/decision-words.ts';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { formatYuan } from '#shared/kernel/money.ts';
import { paymentPages } from '#shared/text/index.ts';
import { CheckPayment } from '../actions/check-payment.tsx';
import { PayDialog } from '../actions/pay-dialog.tsx';
import { type CommandAction, pageActions } from '../actions/payment-actions.ts';
import { paymentName } from '../payment-name.ts';

export function PaymentHeader({ known }: { readonly known: AskOutput<'payments.get'> }) {
  const { payment, mark, actions, asksLast, secret, funding } = known;
  const { id, contractId, contractNo, contractName, projectName, purchaserName, content, paid, status } =
    payment;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'payments.edit'> | null>(null);
  const form = `/payments/${id}/edit`;
  const close = () => setOpen(null);
  const name = paymentName(content.kind, contractName);
  const amount = paid?.paidAmount ?? content.amount;
  return (
    <>
      <StepsHeader
        elsewhere={
          <Button onClick={() => void navigate(`/contracts/${contractId}`)} variant="default">
            {paymentPages.toContract}
          </Button>
        }
        facts={{
          amount: amount === null ? null : formatYuan(amount),
          contractNo,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="payments.status"
        start={(action: CommandAction) => {
          if (action === 'payments.edit') void navigate(form);
          else setOpen(action);
        }}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'payments.submit' ? (
        <CheckPayment onClose={close} onEdit={() => void navigate(form)} payment={payment} />
      ) : open === 'payments.void' ? (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          words={decisionOf(name, paymentPages.decisions.void, true)}
        />
      ) : open === 'payments.delete' ? (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={() => void navigate(`/contracts/${contractId}`, { replace: true })}
          words={decisionOf(name, paymentPages.decisions.remove, true)}
        />
      ) : (
        <PayDialog asksLast={asksLast} funding={funding} onClose={close} payment={payment} secret={secret} />
      )}
    </>
  );
}
