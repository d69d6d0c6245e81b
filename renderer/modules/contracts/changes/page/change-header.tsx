// Of which contract, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { contractChangePages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/change-actions.ts';
import { CheckChange } from '../actions/check-change.tsx';
import { decisionWords } from '../actions/decision-words.ts';

export function ChangeHeader({ known }: { readonly known: AskOutput<'contractChanges.get'> }) {
  const { change, mark, actions } = known;
  const { id, contractId, contractNo, contractName, projectName, purchaserName } = change;
  const { status, content, announcementId, submittedAt } = change;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'contractChanges.edit'> | null>(null);
  const form = `/contracts/changes/${id}/edit`;
  const start = (action: CommandAction) => {
    if (action === 'contractChanges.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = contractChangePages.ofContract(contractNo);
  return (
    <>
      <StepsHeader
        elsewhere={
          <>
            <Button onClick={() => void navigate(`/contracts/${contractId}`)} variant="default">
              {contractChangePages.toContract}
            </Button>
            {announcementId === null ? null : (
              <Button onClick={() => void navigate(`/announcements/${announcementId}`)} variant="default">
                {contractChangePages.notice}
              </Button>
            )}
          </>
        }
        facts={{
          kind: content.kind === null ? null : label(`contractChanges.kind.${content.kind}`),
          contract: contractName,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="contractChanges.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'contractChanges.submit' || open === 'contractChanges.publish' ? (
        <CheckChange change={change} command={open} onClose={close} onEdit={() => void navigate(form)} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          {...(open === 'contractChanges.approve' || open === 'contractChanges.return'
            ? { submittedAt }
            : {})}
          onClose={close}
          onDone={(action) => {
            if (action === 'contractChanges.delete') {
              void navigate(`/contracts/${contractId}`, { replace: true });
            }
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
