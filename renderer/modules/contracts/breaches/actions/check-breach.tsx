// 登记已通知 and 提交审核 from the page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages } from '#shared/text/index.ts';
import { breachName } from '../breach-name.ts';
import { nameOf } from '../form/field-name.ts';

const { form } = breachPages;

type Props = {
  readonly command: 'breaches.notify' | 'breaches.submit';
  readonly breach: Breach;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckBreach({ command, breach, onClose, onEdit }: Props) {
  const { id, contractId, contractNo, content } = breach;
  const { data, error, refetch } = useAsk(
    'breaches.check',
    { id, contractId, content },
    { keepPrevious: false },
  );
  const name = breachName(content.kind, contractNo);
  const notifies = command === 'breaches.notify';
  const words = notifies ? form.notice : form.submit;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={nameOf}
      onClose={onClose}
      onEdit={onEdit}
      onRetry={() => void refetch()}
      words={{
        ...words,
        title: words.title(name),
        notYet: words.notYet(name),
        done: notifies ? form.done.notified : form.done.submitted,
      }}
    />
  );
}
