// 提交审核 and 办结 from the page: what it says now is checked, and of the end it is said what follows from it.
import { useAsk } from '#renderer/api/use-ask.ts';
import { SubmitDialog } from '#renderer/ui/dialogs/submit-dialog.tsx';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { isWhole, itemsPassed, partsToAccept } from '#shared/domain/contracts/acceptances/outcome.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { acceptancePages, fieldLabel, forms } from '#shared/text/index.ts';

const { decisions, form } = acceptancePages;

type Props = {
  readonly command: 'acceptances.submit' | 'acceptances.conclude';
  readonly acceptance: Acceptance;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

export function CheckAcceptance({ command, acceptance, onClose, onEdit }: Props) {
  const { id, contractId, contractNo, content } = acceptance;
  const { data, error, refetch } = useAsk(
    'acceptances.check',
    { id, contractId, content },
    { keepPrevious: false },
  );
  const name = acceptancePages.ofContract(contractNo);
  const { conclude } = decisions;
  return (
    <SubmitDialog
      command={command}
      error={error}
      findings={data?.findings}
      id={id}
      nameOf={(path) => fieldLabel('acceptances.content', path)}
      onClose={onClose}
      onRetry={() => void refetch()}
      {...(command === 'acceptances.conclude' ? {} : { onEdit })}
      words={
        command === 'acceptances.conclude'
          ? {
              title: conclude.title(name),
              notYet: conclude.notYet(name),
              consequence: <Consequences acceptance={acceptance} contract={data?.contract} />,
              verb: conclude.verb,
              errors: conclude.errors,
              done: conclude.done,
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

type Follows = {
  readonly acceptance: Acceptance;
  /** Undefined while it is asked. */
  readonly contract: Contract | undefined;
};

/** Who will read what, and what may be paid, before it cannot be taken back. */
function Consequences({ acceptance, contract }: Follows) {
  const { after, final, announced } = decisions.conclude;
  const isTold = acceptance.content.publicService && contract?.content.secret !== true;
  return (
    <>
      {after}
      <ul>
        {[final, ...(isTold ? [announced] : []), ...outcome({ acceptance, contract })].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function outcome({ acceptance: { content }, contract }: Follows): readonly string[] {
  const { whole, items, part, failed } = decisions.conclude;
  if (isWhole(content)) return [whole];
  const passed = contract === undefined ? [] : itemsPassed(content, partsToAccept(content, contract));
  const names = (contract === undefined ? [] : partsOf(contract))
    .filter(({ id }) => passed.includes(id))
    .map(({ name }) => name);
  return [
    ...(names.length === 0 ? [] : [items(names.join('、'))]),
    content.conclusion === 'passed' ? part : failed(content.rectifyUntil ?? forms.none),
  ];
}
