// 提交审核 and 提交公告及备案 from the page: what it says now is checked.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Contract, ContractContent } from '#shared/domain/contracts/model.ts';
import { contractPages, fieldLabel } from '#shared/text/index.ts';
import { contractName } from '../form/contract-record.ts';

const { decisions, form } = contractPages;

type Props = {
  readonly command: 'contracts.submit' | 'contracts.publish';
  readonly contract: Contract;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckContract({ command, contract, onClose, onEdit }: Props) {
  const { id, sectionId, content } = contract;
  const { data, error, refetch } = useAsk(
    'contracts.check',
    { id, sectionId, content },
    { keepPrevious: false },
  );
  const name = contractName(content);
  const publishes = command === 'contracts.publish';
  const { publish } = decisions;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('contracts.content', path)}
      onClose={onClose}
      onRetry={() => void refetch()}
      {...(publishes ? {} : { onEdit })}
      words={
        publishes
          ? {
              title: publish.title(name),
              notYet: publish.notYet(name),
              consequence: <Consequences {...content} />,
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

/** Who will read what, before it cannot be taken back. */
function Consequences({ secret, nothingHidden }: Pick<ContractContent, 'secret' | 'nothingHidden'>) {
  const { announced, lines, wholeLines, secretLines } = decisions.publish;
  return (
    <>
      {announced}
      <ul>
        {(secret ? secretLines : nothingHidden ? wholeLines : lines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
