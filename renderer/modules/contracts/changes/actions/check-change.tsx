// 提交审核 and 提交变更公告 from the page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import { countedAmount } from '#shared/domain/contracts/changes/amounts.ts';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractChangePages, fieldLabel } from '#shared/text/index.ts';

const { decisions, form } = contractChangePages;

type Props = {
  readonly command: 'contractChanges.submit' | 'contractChanges.publish';
  readonly change: ContractChange;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckChange({ command, change, onClose, onEdit }: Props) {
  const { id, contractId, contractNo, content } = change;
  const { data, error, refetch } = useAsk(
    'contractChanges.check',
    { id, contractId, content },
    { keepPrevious: false },
  );
  const name = contractChangePages.ofContract(contractNo);
  const publishes = command === 'contractChanges.publish';
  const { publish } = decisions;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('contractChanges.content', path)}
      onClose={onClose}
      onRetry={() => void refetch()}
      {...(publishes ? {} : { onEdit })}
      words={
        publishes
          ? {
              title: publish.title(name),
              notYet: publish.notYet(name),
              consequence: <Consequences change={change} secret={data?.contract.content.secret === true} />,
              verb: publish.verb,
              errors: publish.errors,
              done: publish.done,
            }
          : {
              ...form.submit,
              title: form.submit.title(name),
              notYet: form.submit.notYet(name),
              done: form.done.submitted,
            }
      }
    />
  );
}

/** Who will read what, and what the contract amounts to, before it cannot be taken back. */
function Consequences({ change, secret }: { readonly change: ContractChange; readonly secret: boolean }) {
  const { after, lines, secretLines, added, reduced, same, ended } = decisions.publish;
  const { kind } = change.content;
  const amount = countedAmount(change.content);
  const sum =
    kind === 'termination'
      ? ended
      : amount === null
        ? same
        : (kind === 'addition' ? added : reduced)(formatYuan(amount));
  return (
    <>
      {after}
      <ul>
        {[...(secret ? secretLines : lines), sum].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
