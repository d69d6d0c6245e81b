// Name, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { contractPages } from '#shared/text/index.ts';
import { CheckContract } from '../actions/check-contract.tsx';
import { type CommandAction, pageActions } from '../actions/contract-actions.ts';
import { decisionWords } from '../actions/decision-words.ts';
import { HandInDialog } from '../actions/hand-in-dialog.tsx';
import { contractName } from '../form/contract-record.ts';

const { page: words } = contractPages;

export function ContractHeader({ known }: { readonly known: AskOutput<'contracts.get'> }) {
  const { contract, mark, actions } = known;
  const { id, projectId, projectName, purchaserName, sectionNo } = contract;
  const { status, content, filing, announcementId, submittedAt } = contract;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'contracts.edit'> | null>(null);
  const form = `/contracts/${id}/edit`;
  const start = (action: CommandAction) => {
    if (action === 'contracts.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = contractName(content);
  return (
    <>
      <StepsHeader
        elsewhere={
          <>
            <Button onClick={() => void navigate(`/projects/${projectId}`)} variant="default">
              {words.toProject}
            </Button>
            {announcementId === null ? null : (
              <Button onClick={() => void navigate(`/announcements/${announcementId}`)} variant="default">
                {words.toNotice}
              </Button>
            )}
          </>
        }
        facts={{
          filing: filing?.no ?? null,
          contractNo: content.contractNo,
          sectionNo,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="contracts.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'contracts.submit' || open === 'contracts.publish' ? (
        <CheckContract
          command={open}
          contract={contract}
          onClose={close}
          onEdit={() => void navigate(form)}
        />
      ) : open === 'contracts.handIn' ? (
        <HandInDialog contract={contract} onClose={close} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          {...(open === 'contracts.approve' || open === 'contracts.return' ? { submittedAt } : {})}
          onClose={close}
          onDone={(action) => {
            if (action === 'contracts.delete') void navigate('/contracts', { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
