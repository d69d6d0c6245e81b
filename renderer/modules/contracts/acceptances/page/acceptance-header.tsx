// Of which contract, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { acceptancePages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/acceptance-actions.ts';
import { CheckAcceptance } from '../actions/check-acceptance.tsx';
import { decisionWords } from '../actions/decision-words.ts';
import { beginAddress } from '../begin-acceptance.tsx';

export function AcceptanceHeader({ known }: { readonly known: AskOutput<'acceptances.get'> }) {
  const { acceptance, mark, actions, repeat } = known;
  const { id, contractId, contractNo, contractName, projectName, purchaserName } = acceptance;
  const { status, content, announcementId, acceptanceNo, submittedAt } = acceptance;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'acceptances.edit'> | null>(null);
  const form = `/acceptances/${id}/edit`;
  const start = (action: CommandAction) => {
    if (action === 'acceptances.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = acceptancePages.ofContract(contractNo);
  return (
    <>
      <StepsHeader
        elsewhere={
          <>
            <Button onClick={() => void navigate(`/contracts/${contractId}`)} variant="default">
              {acceptancePages.toContract}
            </Button>
            {announcementId === null ? null : (
              <Button onClick={() => void navigate(`/announcements/${announcementId}`)} variant="default">
                {acceptancePages.notice}
              </Button>
            )}
            {repeat ? (
              <Button onClick={() => void navigate(beginAddress(contractId, id))}>
                {acceptancePages.page.again}
              </Button>
            ) : null}
          </>
        }
        facts={{
          no: acceptanceNo,
          kind: content.stage === null ? null : label(`acceptances.stage.${content.stage}`),
          contract: contractName,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="acceptances.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'acceptances.submit' || open === 'acceptances.conclude' ? (
        <CheckAcceptance
          acceptance={acceptance}
          command={open}
          onClose={close}
          onEdit={() => void navigate(form)}
        />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          {...(open === 'acceptances.approve' || open === 'acceptances.return' ? { submittedAt } : {})}
          onClose={close}
          onDone={(action) => {
            if (action === 'acceptances.delete') void navigate('/acceptances', { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
