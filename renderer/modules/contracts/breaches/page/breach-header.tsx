// Of which contract, state, and the buttons: the way forward at the right, what is not to be pressed in passing under 更多.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { breachPages, label } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/breach-actions.ts';
import { CheckBreach } from '../actions/check-breach.tsx';
import { decisionWords } from '../actions/decision-words.ts';
import { HearDialog } from '../actions/hear-dialog.tsx';
import { beginAddress, breachName } from '../breach-name.ts';
import { terminationAddress } from './termination-address.ts';

export function BreachHeader({ known }: { readonly known: AskOutput<'breaches.get'> }) {
  const { breach, mark, actions, termination, correction, contractKnown } = known;
  const { id, contractId, contractNo, contractName, projectName, purchaserName, status, content } = breach;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'breaches.edit'> | null>(null);
  const form = `/breaches/${id}/edit`;
  const close = () => setOpen(null);
  const name = breachName(content.kind, contractNo);
  const isChecked = open === 'breaches.notify' || open === 'breaches.submit';
  return (
    <>
      <StepsHeader
        elsewhere={
          <>
            {contractKnown ? (
              <Button onClick={() => void navigate(`/contracts/${contractId}`)} variant="default">
                {breachPages.toContract}
              </Button>
            ) : null}
            {correction === null ? null : (
              <Button onClick={() => void navigate(beginAddress(contractId, id))} variant="default">
                {breachPages.page.correct}
              </Button>
            )}
            {termination === null ? null : (
              <Button onClick={() => void navigate(terminationAddress(breach))}>
                {breachPages.page.terminate}
              </Button>
            )}
          </>
        }
        facts={{
          party: content.party === null ? null : label(`breaches.party.${content.party}`),
          contract: contractName,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="breaches.status"
        start={(action: CommandAction) => {
          if (action === 'breaches.edit') void navigate(form);
          else setOpen(action);
        }}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : isChecked ? (
        <CheckBreach breach={breach} command={open} onClose={close} onEdit={() => void navigate(form)} />
      ) : open === 'breaches.hear' ? (
        <HearDialog breach={breach} onClose={close} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          {...(open === 'breaches.approve' || open === 'breaches.return'
            ? { submittedAt: breach.submittedAt }
            : {})}
          onClose={close}
          onDone={(action) => {
            if (action === 'breaches.delete') void navigate('/breaches', { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
