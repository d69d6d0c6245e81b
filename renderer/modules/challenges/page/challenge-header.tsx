// Who objects, in which state, and what may be done with it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { challengePages } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/challenge-actions.ts';
import { decisionWords } from '../actions/decision-words.ts';
import { ReportDialog } from '../actions/report-dialog.tsx';
import { SubmitChallenge } from '../actions/submit-challenge.tsx';
import { challengeName } from '../form/challenge-record.ts';

export function ChallengeHeader({ known }: { readonly known: AskOutput<'challenges.get'> }) {
  const { challenge, mark, actions } = known;
  const { id, projectId, projectName, purchaserName, status, content } = challenge;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'challenges.edit' | 'challenges.reply'> | null>(
    null,
  );
  const page = `/challenges/${id}`;
  const project = `/projects/${projectId}`;
  const start = (action: CommandAction) => {
    if (action === 'challenges.edit') void navigate(`${page}/edit`);
    else if (action === 'challenges.reply') void navigate(`${page}/reply`);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = challengeName(content);
  return (
    <>
      <StepsHeader
        elsewhere={
          <Button onClick={() => void navigate(project)} variant="default">
            {challengePages.form.buttons.toProject}
          </Button>
        }
        facts={{ project: projectName, purchaser: purchaserName }}
        mark={mark}
        of="challenges.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'challenges.submit' ? (
        <SubmitChallenge challenge={challenge} onClose={close} onEdit={() => void navigate(`${page}/edit`)} />
      ) : open === 'challenges.report' ? (
        <ReportDialog id={id} onClose={close} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={(action) => {
            if (action === 'challenges.delete') void navigate(project, { replace: true });
          }}
          words={decisionWords(open, name)}
        />
      )}
    </>
  );
}
