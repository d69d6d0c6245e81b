// 撤销禁止期: the decision was changed or set aside. The ban stays to be read.
import { useCommand } from '#renderer/api/use-command.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import { tellReceipt, tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Ban } from '#shared/domain/suppliers/model.ts';
import { forms, supplierPages } from '#shared/text/index.ts';

const words = supplierPages.lift;
const command = 'suppliers.liftBan';
const minReason = 2;

type Props = { readonly id: string; readonly ban: Ban; readonly onClose: () => void };

export function LiftBan({ id, ban, onClose }: Props) {
  const { run, running } = useCommand(command);
  const confirm = async (reason: string) => {
    const answer = await run({ id, banId: ban.id, reason });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellReceipt(command, answer.value);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.confirm}
      consequence={<Consequence command={command}>{words.consequence}</Consequence>}
      danger
      dismiss={words.keep}
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      opened
      reason={{ ...words.reason, min: minReason, tooShort: forms.decision.reasonShort }}
      running={running}
      title={words.title(ban.document)}
    />
  );
}
