// Of which section, in which state, and what may be done with it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { DecisionDialog } from '#renderer/ui/dialogs/decision-dialog.tsx';
import { StepsHeader } from '#renderer/ui/record/steps-header.tsx';
import { awardPages } from '#shared/text/index.ts';
import { type CommandAction, pageActions } from '../actions/award-actions.ts';
import { CheckAward } from '../actions/check-award.tsx';
import { decisionWords } from '../actions/decision-words.ts';

export function AwardHeader({ known }: { readonly known: AskOutput<'awards.get'> }) {
  const { award, mark, actions } = known;
  const { id, projectId, projectName, purchaserName, sectionNo, sectionName, round, status } = award;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Exclude<CommandAction, 'awards.edit'> | null>(null);
  const form = `/awards/${id}/edit`;
  const project = `/projects/${projectId}`;
  const start = (action: CommandAction) => {
    if (action === 'awards.edit') void navigate(form);
    else setOpen(action);
  };
  const close = () => setOpen(null);
  const name = awardPages.ofSection(sectionNo);
  return (
    <>
      <StepsHeader
        elsewhere={
          <Button onClick={() => void navigate(project)} variant="default">
            {awardPages.form.buttons.toProject}
          </Button>
        }
        facts={{
          section: sectionName,
          round: round > 1 ? awardPages.page.round(round) : null,
          project: projectName,
          purchaser: purchaserName,
        }}
        mark={mark}
        of="awards.status"
        start={start}
        status={status}
        steps={pageActions(actions, mark)}
        title={name}
      />
      {open === null ? null : open === 'awards.submit' || open === 'awards.confirm' ? (
        <CheckAward award={award} command={open} onClose={close} onEdit={() => void navigate(form)} />
      ) : (
        <DecisionDialog
          command={open}
          id={id}
          onClose={close}
          onDone={(action) => {
            if (action === 'awards.delete') void navigate(project, { replace: true });
          }}
          words={decisionWords(open, name)}
          {...(open === 'awards.return' ? { submittedAt: award.submittedAt } : {})}
        />
      )}
    </>
  );
}
